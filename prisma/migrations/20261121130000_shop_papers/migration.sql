-- CreateTable
CREATE TABLE "shop_papers" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "logo" BYTEA,
    "logo_at" TIMESTAMPTZ(3),
    "brand_color" TEXT NOT NULL DEFAULT '',
    "tax_id" TEXT NOT NULL DEFAULT '',
    "terms" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shop_papers_pkey" PRIMARY KEY ("tenant_id")
);

select app.tenant_table('shop_papers');

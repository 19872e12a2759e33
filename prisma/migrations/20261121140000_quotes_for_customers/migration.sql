-- AlterTable
ALTER TABLE "audit_events" ALTER COLUMN "user_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "jobs" ADD COLUMN     "day_requested" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "approval" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "approved_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "given_away_cents" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "shop_settings" ADD COLUMN     "discount_limit_bps" INTEGER;

-- CreateTable
CREATE TABLE "text_consents" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "wording" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_consents_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "quote_options" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "subtotal_cents" INTEGER NOT NULL,
    "tax_cents" INTEGER NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "insurer_cents" INTEGER NOT NULL DEFAULT 0,
    "customer_cents" INTEGER NOT NULL,
    "cost_cents" INTEGER,
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "reviews" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lines" JSONB NOT NULL,

    CONSTRAINT "quote_options_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "quote_links" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "expires_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailed_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "quote_links_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "quote_signatures" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" TEXT NOT NULL,
    "drawing" TEXT NOT NULL DEFAULT '',
    "agreed" JSONB NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "quote_signatures_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "text_consents_tenant_id_customer_id_at_idx" ON "text_consents"("tenant_id", "customer_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "quote_options_tenant_id_quote_id_position_key" ON "quote_options"("tenant_id", "quote_id", "position");

-- CreateIndex
CREATE INDEX "quote_links_tenant_id_quote_id_created_at_idx" ON "quote_links"("tenant_id", "quote_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "quote_signatures_tenant_id_quote_id_key" ON "quote_signatures"("tenant_id", "quote_id");

-- AddForeignKey
ALTER TABLE "text_consents" ADD CONSTRAINT "text_consents_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quote_options" ADD CONSTRAINT "quote_options_tenant_id_quote_id_fkey" FOREIGN KEY ("tenant_id", "quote_id") REFERENCES "quotes"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quote_links" ADD CONSTRAINT "quote_links_tenant_id_quote_id_fkey" FOREIGN KEY ("tenant_id", "quote_id") REFERENCES "quotes"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quote_signatures" ADD CONSTRAINT "quote_signatures_tenant_id_quote_id_fkey" FOREIGN KEY ("tenant_id", "quote_id") REFERENCES "quotes"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

select app.tenant_table('text_consents');
select app.tenant_table('quote_options');
select app.tenant_table('quote_links');
select app.tenant_table('quote_signatures');
select app.hide_values();

-- What somebody agreed to is kept as it was said.
revoke update, delete on text_consents, quote_signatures from bastion_app;

-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "price_version" INTEGER;

-- CreateTable
CREATE TABLE "price_versions" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_from" DATE NOT NULL,
    "snapshot" JSONB NOT NULL,
    "restored_from" INTEGER,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "price_versions_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "price_versions_tenant_id_number_key" ON "price_versions"("tenant_id", "number");

select app.tenant_table('price_versions');

-- AlterTable
ALTER TABLE "pricing_profiles" ADD COLUMN     "account_type" TEXT,
ADD COLUMN     "mobile" JSONB NOT NULL DEFAULT '{"mode": "flat"}';

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "account_type" TEXT NOT NULL DEFAULT 'retail',
ADD COLUMN     "tax_certificate_until" DATE;

-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "tax_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "work_miles" INTEGER,
ADD COLUMN     "work_zip" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "tax_areas" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT '',
    "zips" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rates" JSONB NOT NULL,
    "taxable_kinds" TEXT[],

    CONSTRAINT "tax_areas_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tax_areas_tenant_id_name_key" ON "tax_areas"("tenant_id", "name");

select app.tenant_table('tax_areas');
select app.hide_values();

-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "brand" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "suppliers" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "account_number" TEXT NOT NULL DEFAULT '',
    "preferred" BOOLEAN NOT NULL DEFAULT false,
    "terms" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "suppliers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "brand_preferences" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "glass_position" TEXT NOT NULL,
    "grade" TEXT NOT NULL DEFAULT '',
    "brands" TEXT[],

    CONSTRAINT "brand_preferences_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stock_items" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "nags_number" TEXT NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "min_qty" INTEGER NOT NULL DEFAULT 0,
    "max_qty" INTEGER,
    "bin" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "stock_items_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "suppliers_tenant_id_name_key" ON "suppliers"("tenant_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "brand_preferences_tenant_id_glass_position_grade_key" ON "brand_preferences"("tenant_id", "glass_position", "grade");

-- CreateIndex
CREATE UNIQUE INDEX "stock_items_tenant_id_nags_number_key" ON "stock_items"("tenant_id", "nags_number");

select app.tenant_table('suppliers');
select app.tenant_table('brand_preferences');
select app.tenant_table('stock_items');
select app.hide_values();

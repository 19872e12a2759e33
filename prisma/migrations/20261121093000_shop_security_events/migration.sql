-- CreateTable
CREATE TABLE "shop_security_events" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shop_security_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "shop_security_events_tenant_id_at_idx" ON "shop_security_events"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "shop_security_events_tenant_id_kind_at_idx" ON "shop_security_events"("tenant_id", "kind", "at");

select app.tenant_table('shop_security_events', also => '(select app.is_system())');

-- A shop reads its log. Nothing that runs for a shop adds to it, changes it or takes from it.
create policy kernel_adds on shop_security_events as restrictive for insert to public with check ((select app.is_system()));
create policy kernel_changes on shop_security_events as restrictive for update to public using ((select app.is_system()));
create policy kernel_deletes on shop_security_events as restrictive for delete to public using ((select app.is_system()));

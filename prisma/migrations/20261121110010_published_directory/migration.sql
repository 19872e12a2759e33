-- `select app.published_table('insurers', 'why')`: rows that every shop reads and system administrators write, in transactions whose
-- signed context says system. A shop's own transaction writes none.
create function app.published_table(table_name regclass, reason text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare system text := '(select app.is_system())';
begin
  if exists (select from pg_attribute where attrelid = table_name and attname = 'tenant_id' and not attisdropped) then
    raise exception 'app.published_table: % has a tenant_id: use app.tenant_table or app.shared_or_own_table', table_name;
  end if;
  execute format('comment on table %s is %L', table_name, 'published: ' || reason);
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy shared_rows on %s for select to public using (true)', table_name);
  execute format('create policy system_door on %s for all to public using (%s) with check (%s)', table_name, system, system);
  execute format('create policy system_wall_insert on %s as restrictive for insert to public with check (%s)', table_name, system);
  execute format('create policy system_wall_update on %s as restrictive for update to public using (%s) with check (%s)', table_name, system, system);
  execute format('create policy system_wall_delete on %s as restrictive for delete to public using (%s)', table_name, system);
  perform app.hide_values();
  execute format('grant select, insert, update, delete on %s to bastion_app', table_name);
  execute format('grant select on %s to bastion_analytics', table_name);
end $$;
revoke all on function app.published_table(regclass, text) from public;

-- CreateTable
CREATE TABLE "tpas" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "portal_url" TEXT NOT NULL DEFAULT '',
    "trading_partner_id" TEXT NOT NULL DEFAULT '',
    "number_label" TEXT NOT NULL DEFAULT 'Dispatch number',
    "number_digits" INTEGER,

    CONSTRAINT "tpas_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tpas_name_key" ON "tpas"("name");

-- AlterTable
ALTER TABLE "insurers" ADD COLUMN     "tpa_id" UUID;

-- contract: forty rows, which nobody but the seeds writes
CREATE INDEX "insurers_tpa_id_idx" ON "insurers"("tpa_id");

-- contract: as above
ALTER TABLE "insurers" ADD CONSTRAINT "insurers_tpa_id_fkey" FOREIGN KEY ("tpa_id") REFERENCES "tpas"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- CreateTable
CREATE TABLE "platform_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "platform_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "platform_events_at_idx" ON "platform_events"("at");

select app.published_table('insurers', 'the insurance directory');
select app.published_table('tpas', 'who takes glass claims for insurers');
select app.system_table('platform_events', 'what system administrators changed for all shops');

-- `owner` is to shared-or-own tables what `tenant_id` is to a tenant's: every access starts with it, so the planner must know how many
-- rows are everyone's. Without that it takes the catalogue for a handful of rows.
create or replace function app.hide_values() returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare found record;
begin
  for found in
    select c.oid::regclass as of_table, a.attname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relrowsecurity and a.attname not in ('tenant_id', 'owner') and t.typcategory not in ('N', 'D', 'T', 'B', 'E') and coalesce(a.attstattarget, -1) <> 0
  loop
    execute format('alter table %s alter column %I set statistics 0', found.of_table, found.attname);
  end loop;
end $$;

alter table parts alter column owner set statistics -1;
alter table part_fits alter column owner set statistics -1;

-- `select app.never_deleted('customers')`: the app's role deletes no row of it, in whatever scope.
create function app.never_deleted(table_name regclass) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('create policy rows_stay on %s as restrictive for delete to public using (false)', table_name);
  execute format('revoke delete on %s from bastion_app', table_name);
end $$;

-- `select app.append_only('audit_events')`: what is written stands as it was written, and goes with no other row.
-- `select app.append_only('payments', '{voided_at, void_reason}')`: these columns are set once, while the first of them is null.
create function app.append_only(table_name regclass, set_once name[] default '{}') returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  short text := (select relname from pg_class where oid = table_name);
  broken text;
begin
  select string_agg(conname, ', ') into broken from pg_constraint
    where conrelid = table_name and contype = 'f' and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r'));
  if broken is not null then
    raise exception 'app.append_only: foreign key % of % would change or delete its rows: ON DELETE RESTRICT', broken, short;
  end if;
  perform app.never_deleted(table_name);
  execute format('revoke update on %s from bastion_app', table_name);
  if cardinality(set_once) = 0 then
    execute format('create policy rows_unchanged on %s as restrictive for update to public using (false)', table_name);
  else
    execute format('create policy rows_unchanged on %s as restrictive for update to public using (%I is null) with check (true)', table_name, set_once[1]);
    execute format('grant update (%s) on %s to bastion_app', (select string_agg(quote_ident(c), ', ') from unnest(set_once) c), table_name);
  end if;
end $$;

-- `select app.fixed_once('quote_lines', 'quotes', 'quote_id', 'accepted_at')`: its rows are not changed or deleted once the row that they
-- belong to has its moment.
create function app.fixed_once(table_name regclass, whole regclass, link name, moment name) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare open text := format('exists (select from %s w where w.id = %s.%I and w.%I is null)', whole, table_name, link, moment);
begin
  execute format('create policy fixed_update on %s as restrictive for update to public using (%s) with check (%2$s)', table_name, open);
  execute format('create policy fixed_delete on %s as restrictive for delete to public using (%s)', table_name, open);
end $$;

-- RLS, forced, with what may be seen and what may be written. The RESTRICTIVE twins hold even if somebody adds a policy that widens.
-- Postgres asks USING alone of what is deleted: where more is seen than written, each command has a policy of its own.
create or replace function app.wall(table_name regclass, seen text, written text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant_door on %s as permissive for all to public using (%s) with check (%s)', table_name, seen, written);
  if seen = written then
    execute format('create policy tenant_wall on %s as restrictive for all to public using (%s) with check (%s)', table_name, seen, written);
  else
    execute format('create policy tenant_wall_read on %s as restrictive for select to public using (%s)', table_name, seen);
    execute format('create policy tenant_wall_insert on %s as restrictive for insert to public with check (%s)', table_name, written);
    execute format('create policy tenant_wall_update on %s as restrictive for update to public using (%s) with check (%s)', table_name, written, written);
    execute format('create policy tenant_wall_delete on %s as restrictive for delete to public using (%s)', table_name, written);
  end if;
  perform app.hide_values();
end $$;

drop policy tenant_door on users;
drop policy tenant_wall on users;
select app.wall('users', '(select app.is_system()) or exists (select from memberships m where m.user_id = users.id)', '(select app.is_system())');

-- What stands goes with nothing else.
alter table text_consents drop constraint text_consents_tenant_id_customer_id_fkey;
alter table text_consents add constraint text_consents_tenant_id_customer_id_fkey
  foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict on update no action not valid;
alter table quote_signatures drop constraint quote_signatures_tenant_id_quote_id_fkey;
alter table quote_signatures add constraint quote_signatures_tenant_id_quote_id_fkey
  foreign key (tenant_id, quote_id) references quotes (tenant_id, id) on delete restrict on update no action not valid;
alter table invoice_lines drop constraint invoice_lines_tenant_id_invoice_id_fkey;
alter table invoice_lines add constraint invoice_lines_tenant_id_invoice_id_fkey
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id) on delete restrict on update no action not valid;

-- Kept by the two lines that follow, for the kernel as well.
drop policy kernel_changes on shop_security_events;
drop policy kernel_deletes on shop_security_events;

select app.append_only('audit_events');
select app.append_only('shop_security_events');
select app.append_only('platform_events');
select app.append_only('quote_signatures');
select app.append_only('text_consents');
select app.append_only('invoice_lines');
select app.append_only('payments', '{voided_at, void_reason}');
select app.append_only('price_versions', '{cancelled_at}');
select app.fixed_once('quote_lines', 'quotes', 'quote_id', 'accepted_at');
select app.fixed_once('quote_options', 'quotes', 'quote_id', 'accepted_at');

-- No feature deletes these: what is no longer wanted is archived, voided or withdrawn.
select app.never_deleted('tenants');
select app.never_deleted('users');
select app.never_deleted('credentials');
select app.never_deleted('memberships');
select app.never_deleted('tenant_flags');
select app.never_deleted('shop_settings');
select app.never_deleted('shop_papers');
select app.never_deleted('counters');
select app.never_deleted('reason_codes');
select app.never_deleted('customers');
select app.never_deleted('vehicles');
select app.never_deleted('quotes');
select app.never_deleted('quote_links');
select app.never_deleted('jobs');
select app.never_deleted('invoices');
select app.never_deleted('claims');
select app.never_deleted('data_migration_progress');

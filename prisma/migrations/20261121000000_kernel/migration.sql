-- The kernel: who a transaction is, and the one line that makes a table a tenant's.
-- A transaction says `select app.enter(<ticket>)`. The ticket is signed by the app's server with a key that the
-- app's database role cannot read, so SQL that runs as that role can't become another shop.

create schema app;
create schema vault;
grant usage on schema app to bastion_app, bastion_analytics;

-- HMAC-SHA256 with the padded keys kept, so that no extension is needed. Slot 1 signs and verifies, slot 2 (the key before) verifies.
create table vault.keys (
  slot smallint primary key check (slot in (1, 2)),
  inner_pad bytea not null,
  outer_pad bytea not null
);

create function vault.pad(key bytea, byte int) returns bytea
language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare padded bytea := key || decode(repeat('00', 64 - length(key)), 'hex');
begin
  for i in 0..63 loop
    padded := set_byte(padded, i, get_byte(padded, i) # byte);
  end loop;
  return padded;
end $$;

-- Puts a key in slot 1 and moves the one before to slot 2. The same key again changes nothing.
create function vault.install_key(key bytea) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if length(key) < 32 or length(key) > 64 then
    raise exception 'the signing key must have 32 to 64 bytes';
  end if;
  if exists (select from vault.keys where slot = 1 and inner_pad = vault.pad(key, 54)) then
    return;
  end if;
  delete from vault.keys where slot = 2;
  update vault.keys set slot = 2 where slot = 1;
  insert into vault.keys values (1, vault.pad(key, 54), vault.pad(key, 92));
end $$;

create function vault.mac(message text, key_slot int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
  from vault.keys where slot = key_slot
$$;

-- What a context is bound to: this backend and this transaction. Seen anywhere else it is no use.
create function vault.place() returns text
language sql stable parallel restricted set search_path = pg_catalog, pg_temp as $$
  select pg_backend_pid() || '.' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint
$$;

-- The scope of this transaction: a tenant's id, 'system', or null. Verified, never trusted.
create function app.scope() returns text
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('app.context', true), '');
  claimed text := split_part(context, '.', 1);
begin
  if context is null or claimed = '' then
    return null;
  end if;
  if split_part(context, '.', 2) is distinct from vault.mac('context.' || claimed || '.' || vault.place(), 1) then
    return null;
  end if;
  return claimed;
end $$;

-- The tenant of this transaction, or null: no context, no rows. STABLE, so a cached plan never keeps a tenant.
create function app.tenant_id() returns uuid
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
declare scope text := app.scope();
begin
  if scope is null or scope = 'system' then
    return null;
  end if;
  return scope::uuid;
end $$;

create function app.is_system() returns boolean
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(app.scope() = 'system', false);
end $$;

-- Makes this transaction the shop that the ticket names. Ticket: scope.backend.expiry.hmac, expiry in seconds since 1970.
-- A ticket for another backend, an old one, or a second scope in one transaction is refused.
create function app.enter(ticket text) returns void
language plpgsql volatile security definer parallel unsafe set search_path = pg_catalog, pg_temp as $$
declare
  part text[] := string_to_array(ticket, '.');
  message text := 'ticket.' || part[1] || '.' || part[2] || '.' || part[3];
  entered text := app.scope();
begin
  -- coalesce: whatever is null here (no key, a missing part) must refuse and not pass.
  if not coalesce(
       cardinality(part) = 4
       and part[4] in (vault.mac(message, 1), vault.mac(message, 2))
       and part[2] = pg_backend_pid()::text
       and part[3]::bigint >= extract(epoch from clock_timestamp()), false) then
    raise exception 'this ticket opens nothing here' using errcode = '28000';
  end if;
  if entered <> part[1] then
    raise exception 'this transaction has entered another shop' using errcode = '28000';
  end if;
  perform set_config('app.context', part[1] || '.' || vault.mac('context.' || part[1] || '.' || vault.place(), 1), true);
end $$;

do $$
declare f regprocedure;
begin
  -- Ownership needs CREATE for a moment.
  grant create, usage on schema app, vault to bastion_keeper;
  alter table vault.keys owner to bastion_keeper;
  for f in select oid::regprocedure from pg_proc where pronamespace in ('vault'::regnamespace, 'app'::regnamespace) loop
    execute format('alter function %s owner to bastion_keeper', f);
  end loop;
  revoke create on schema app, vault from bastion_keeper;
end $$;

set local role bastion_keeper;
revoke all on all functions in schema vault, app from public;
grant execute on function app.enter(text), app.scope(), app.tenant_id(), app.is_system() to bastion_app;
grant execute on function app.scope(), app.tenant_id(), app.is_system() to bastion_analytics, bastion_owner;
reset role;
set local role bastion_owner;

-- `select app.tenant_table('customers')` in a migration makes the table a tenant's: foreign key to its tenant, default from the
-- context, RLS forced, one policy that opens and one RESTRICTIVE that closes, grants. It fails loudly where the table can't be one.
-- `also` names who else may see and write its rows, such as the kernel: '(select app.is_system())'.
create function app.tenant_table(table_name regclass, also text default 'false') returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  short text := (select relname from pg_class where oid = table_name);
  tenant_column int;
  broken text;
  own text;
begin
  select attnum into tenant_column from pg_attribute
    where attrelid = table_name and attname = 'tenant_id' and atttypid = 'uuid'::regtype and attnotnull and not attisdropped;
  if tenant_column is null then
    raise exception 'app.tenant_table: % needs a column tenant_id uuid NOT NULL', short;
  end if;

  select string_agg(c.relname, ', ') into broken from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = table_name and (i.indisunique or i.indisprimary) and i.indkey[0] <> tenant_column;
  if broken is not null then
    raise exception 'app.tenant_table: unique index % of % must start with tenant_id: without it one shop can tell what another has', broken, short;
  end if;
  if not exists (select from pg_index where indrelid = table_name and indisprimary) then
    raise exception 'app.tenant_table: % has no primary key', short;
  end if;

  select string_agg(k.conname, ', ') into broken from pg_constraint k
    where k.conrelid = table_name and k.contype = 'f' and k.conkey[1] <> tenant_column
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'tenant_id' and not a.attisdropped);
  if broken is not null then
    raise exception 'app.tenant_table: foreign key % of % must start with tenant_id: foreign key checks do not see RLS', broken, short;
  end if;

  execute format('alter table %s alter column tenant_id set default app.tenant_id()', table_name);
  execute format('alter table %s add constraint %I foreign key (tenant_id) references public.tenants (id)', table_name, short || '_tenant_fk');
  own := 'tenant_id = (select app.tenant_id())' || case when also = 'false' then '' else ' or ' || also end;
  perform app.wall(table_name, own, own);
  execute format('grant select, insert, update, delete on %s to bastion_app', table_name);
  execute format('grant select on %s to bastion_analytics', table_name);
end $$;

-- RLS, forced, with what may be seen and what may be written. The RESTRICTIVE twin holds even if somebody adds a policy that widens.
create function app.wall(table_name regclass, seen text, written text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant_door on %s as permissive for all to public using (%s) with check (%s)', table_name, seen, written);
  execute format('create policy tenant_wall on %s as restrictive for all to public using (%s) with check (%s)', table_name, seen, written);
end $$;

-- `select app.shared_or_own_table('reason_codes')`: rows with no tenant are everyone's to read and the
-- system's to write; a shop writes only its own.
create function app.shared_or_own_table(table_name regclass) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare own text := '(tenant_id = (select app.tenant_id()) or (tenant_id is null and (select app.is_system())))';
begin
  if not exists (select from pg_attribute where attrelid = table_name and attname = 'tenant_id' and atttypid = 'uuid'::regtype
                 and not attnotnull and not attisdropped) then
    raise exception 'app.shared_or_own_table: % needs a column tenant_id uuid that may be NULL', table_name;
  end if;
  execute format('alter table %s alter column tenant_id set default app.tenant_id()', table_name);
  execute format('alter table %s add constraint %I foreign key (tenant_id) references public.tenants (id)', table_name,
                 (select relname from pg_class where oid = table_name) || '_tenant_fk');
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant_door on %s for all to public using (%s) with check (%s)', table_name, own, own);
  execute format('create policy shared_rows on %s for select to public using (tenant_id is null)', table_name);
  execute format('create policy tenant_wall_read on %s as restrictive for select to public using (tenant_id is null or %s)', table_name, own);
  execute format('create policy tenant_wall_insert on %s as restrictive for insert to public with check (%s)', table_name, own);
  execute format('create policy tenant_wall_update on %s as restrictive for update to public using (%s) with check (%s)', table_name, own, own);
  execute format('create policy tenant_wall_delete on %s as restrictive for delete to public using (%s)', table_name, own);
  execute format('grant select, insert, update, delete on %s to bastion_app', table_name);
  execute format('grant select on %s to bastion_analytics', table_name);
end $$;

-- `select app.shared_table('parts', 'why')`: reference data that every shop reads and no shop writes. The reason is kept with the table.
create function app.shared_table(table_name regclass, reason text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from pg_attribute where attrelid = table_name and attname = 'tenant_id' and not attisdropped) then
    raise exception 'app.shared_table: % has a tenant_id: use app.tenant_table or app.shared_or_own_table', table_name;
  end if;
  execute format('comment on table %s is %L', table_name, 'shared: ' || reason);
  execute format('grant select on %s to bastion_app, bastion_analytics', table_name);
end $$;

-- `select app.system_table('credentials', 'why')`: the kernel's own rows. Seen only by a transaction whose ticket says system.
create function app.system_table(table_name regclass, reason text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('comment on table %s is %L', table_name, 'system: ' || reason);
  perform app.wall(table_name, '(select app.is_system())', '(select app.is_system())');
  execute format('grant select, insert, update, delete on %s to bastion_app', table_name);
end $$;

revoke all on function app.tenant_table(regclass, text), app.wall(regclass, text, text), app.shared_or_own_table(regclass),
  app.shared_table(regclass, text), app.system_table(regclass, text) from public;

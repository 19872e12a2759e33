import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { findGaps } from "./walls";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
});
afterAll(() => database.close());

it("finds no gap in a database made by the migrations", async () => {
  expect(await findGaps(database.admin)).toEqual([]);
});

it("takes a new table of a known kind without being told, as its migration declares it", async () => {
  const inside = async (sql: string) => {
    await database.admin.query("begin");
    await database.admin.query(`set local role bastion_owner; ${sql}; set local role none`);
    const gaps = await findGaps(database.admin);
    await database.admin.query("rollback");
    return gaps;
  };
  // Declared as such by the migrations: taken away and made anew, by the one line alone.
  const anew =
    "drop table stock_items; create table stock_items (tenant_id uuid not null, id uuid primary key); alter table stock_items drop constraint stock_items_pkey, " +
    "add primary key (tenant_id, id); create unique index on stock_items (tenant_id, id, id)";
  expect((await inside(anew)).join()).toContain("stock_items: missing: has row level security");
  const right = await inside(`${anew}; select app.tenant_table('stock_items')`);
  const lacking = ["has the key (tenant_id, nags_number)"].concat(
    ["bin", "min_qty", "nags_number", "on_hand"].map((column) => `requires the column ${column}`),
  );
  expect(right).toEqual(lacking.map((fact) => `the table stock_items: missing: ${fact}`));
});

/** What somebody may do to the database, and the words in which it must be noticed. */
const slips: [string, string][] = [
  // Tables and their kinds.
  ["alter table customers disable row level security", "customers: missing: has row level security"],
  ["alter table customers no force row level security", "customers: missing: has row level security, forced"],
  ["alter table insurers no force row level security", "insurers: missing: has row level security, forced"],
  ["create table notes (id int primary key)", "the table notes: is declared by no migration"],
  ["create table notes (tenant_id uuid not null, id int primary key)", "the table notes: is declared"],
  [
    "create unlogged table notes (tenant_id uuid not null, id int primary key)",
    "the table notes: is declared",
  ],
  [
    "create temp table customers_copy as select * from customers",
    "customers_copy: is declared by no migration",
  ],
  ["create table notes () inherits (customers)", "the table notes: is declared"],
  ["alter table rate_limits set unlogged", "rate_limits: not right: is UNLOGGED"],
  ["drop table rate_limits", "the table rate_limits: is missing"],
  ["alter table customers owner to bastion_analytics", "customers: not right: belongs to bastion_analytics"],
  ["alter table vehicles alter tenant_id drop default", "vehicles: missing: has the column tenant_id"],
  [
    "alter table reason_codes alter tenant_id set default null",
    "reason_codes: missing: has the column tenant_id",
  ],
  ["alter table part_fits alter owner drop expression", "part_fits: not right: has the column owner"],
  ["alter table customers alter name drop not null", "customers: missing: requires the column name"],
  [
    "alter table audit_events alter user_name drop not null",
    "audit_events: missing: requires the column user_name",
  ],
  ["create view everyone as select * from customers", "the view everyone: is declared by no migration"],
  ["create view everyone with (security_invoker = true) as select 1", "the view everyone: is declared"],
  ["create materialized view everyone as select * from parts", "the materialized view everyone"],
  ["create sequence numbers; grant usage on sequence numbers to bastion_app", "the sequence numbers"],
  [
    "create rule mine as on insert to customers do also notify mine",
    "customers: not right: has the rule mine",
  ],
  [
    "create statistics mine (mcv) on name, phone from customers",
    "customers: not right: has the statistics mine",
  ],
  ["alter table jobs alter notes set statistics 100", "jobs: not right: keeps statistics of notes"],
  [
    "create index by_shout on customers (tenant_id, upper(name))",
    "statistics of the expression in the index by_shout",
  ],
  [
    "create table parted (tenant_id uuid not null, id int, primary key (tenant_id, id)) partition by hash (tenant_id); " +
      "create table parted_0 partition of parted for values with (modulus 1, remainder 0); grant select on parted_0 to bastion_app",
    "the table parted_0: is declared by no migration",
  ],
  // Policies.
  ["drop policy tenant_wall on jobs", "jobs: missing: has the policy tenant_wall restrictive"],
  ["drop policy tenant_door on jobs", "jobs: missing: has the policy tenant_door permissive"],
  ["drop policy tenant_wall_delete on users", "users: missing: has the policy tenant_wall_delete"],
  ["drop policy rows_stay on quotes", "quotes: missing: has the policy rows_stay"],
  ["drop policy rows_unchanged on audit_events", "audit_events: missing: has the policy rows_unchanged"],
  [
    "alter policy rows_unchanged on payments using (true)",
    "payments: missing: has the policy rows_unchanged",
  ],
  ["drop policy fixed_delete on quote_lines", "quote_lines: missing: has the policy fixed_delete"],
  ["drop policy kernel_adds on memberships", "memberships: missing: has the policy kernel_adds"],
  ["drop policy kernel_changes on memberships", "memberships: missing: has the policy kernel_changes"],
  ["grant update (slug) on tenants to bastion_app", "tenants: not right: bastion_app may update (slug)"],
  ["drop policy tenant_wall on credentials", "credentials: missing: has the policy tenant_wall"],
  ["alter policy tenant_wall on jobs with check (true)", "jobs: not right: has the policy tenant_wall"],
  ["alter policy tenant_door on jobs using (true)", "jobs: not right: has the policy tenant_door"],
  ["alter policy tenant_wall on jobs to bastion_analytics", "jobs: not right: has the policy tenant_wall"],
  [
    "create policy slip on jobs using (tenant_id is not null)",
    "jobs: not right: has the policy slip permissive",
  ],
  ["create policy slip on tpas for insert with check (true)", "tpas: not right: has the policy slip"],
  [
    "drop policy tenant_wall_update on parts; create policy tenant_wall_update on parts as restrictive for update using ((tenant_id = (select app.tenant_id()) " +
      "or tenant_id is null) and (select app.is_system())) with check (true)",
    "parts: not right: has the policy tenant_wall_update",
  ],
  // Grants.
  ["grant truncate on customers to bastion_app", "customers: not right: bastion_app may truncate"],
  ["grant references on customers to bastion_app", "customers: not right: bastion_app may references"],
  ["grant trigger on customers to bastion_app", "customers: not right: bastion_app may trigger"],
  ["grant delete on quotes to bastion_app", "quotes: not right: bastion_app may delete"],
  ["grant update on audit_events to bastion_app", "audit_events: not right: bastion_app may update"],
  [
    "grant update (amount_cents) on payments to bastion_app",
    "payments: not right: bastion_app may update (amount_cents)",
  ],
  ["grant insert on vin_wmis to bastion_app", "vin_wmis: not right: bastion_app may insert"],
  ["grant select on customers to public", "customers: not right: anybody may select"],
  [
    "grant select on customers to bastion_app with grant option",
    "customers: not right: bastion_app may select and pass it on",
  ],
  ["grant select on pgboss.job to bastion_app", "pgboss.job: not right: bastion_app may select"],
  ["grant usage on schema pgboss to bastion_app", "the schema pgboss: not right: bastion_app may usage"],
  ["grant usage on schema public to bastion_tasks", "the schema public: not right: bastion_tasks may usage"],
  ["grant select on customers to bastion_tasks", "customers: not right: bastion_tasks may select"],
  ["alter role bastion_tasks bypassrls", "the role bastion_tasks: not right: passes row level security"],
  ["grant bastion_app to bastion_tasks", "the role bastion_tasks: not right: is a member of bastion_app"],
  ["grant insert on customers to bastion_analytics", "customers: not right: bastion_analytics may insert"],
  [
    "grant select on credentials to bastion_analytics",
    "credentials: not right: bastion_analytics may select",
  ],
  ["revoke select on customers from bastion_app", "customers: missing: bastion_app may select"],
  [
    "grant select on _prisma_migrations to bastion_app",
    "_prisma_migrations: not right: bastion_app may select",
  ],
  ["grant select on vault.keys to bastion_app", "vault.keys: not right: bastion_app may select"],
  [
    "grant select (inner_pad) on vault.keys to public",
    "vault.keys: not right: anybody may select (inner_pad)",
  ],
  ["grant usage on schema vault to bastion_app", "the schema vault: not right: bastion_app may usage"],
  ["grant create on schema public to bastion_app", "the schema public: not right: bastion_app may create"],
  ["grant create on schema app to public", "the schema app: not right: anybody may create"],
  [
    "create schema other; grant create on schema other to bastion_app",
    "the schema other: not right: bastion_app may create",
  ],
  [
    "grant create on schema pg_catalog to bastion_app",
    "the schema pg_catalog: not right: bastion_app may create",
  ],
  // Keys.
  ["create unique index one_phone on customers (phone)", "customers: not right: has the key (phone)"],
  [
    "create unique index one_phone on customers (lower(phone), tenant_id)",
    "customers: not right: has the key (?, tenant_id)",
  ],
  ["create unique index one_number on parts (nags_number)", "parts: not right: has the key (nags_number)"],
  [
    "alter table quote_lines drop constraint quote_lines_tenant_id_quote_id_fkey",
    "quote_lines: missing: has the foreign key",
  ],
  [
    "alter table customers drop constraint customers_tenant_fk",
    "customers: missing: has the foreign key (tenant_id) to tenants",
  ],
  ["drop index tax_rates_tenant_id_name_key", "tax_rates: missing: has the key (tenant_id, name)"],
  [
    "create unique index one_id on customers (id); alter table jobs add constraint plain foreign key (customer_id) references customers (id)",
    "jobs: not right: has the foreign key (customer_id) to customers (id)",
  ],
  [
    "alter table quote_signatures drop constraint quote_signatures_tenant_id_quote_id_fkey, add foreign key (tenant_id, quote_id) references quotes (tenant_id, id) on delete cascade",
    "quote_signatures: not right: has the foreign key (tenant_id, quote_id) to quotes (tenant_id, id) on delete cascade",
  ],
  [
    "alter table vehicles drop constraint vehicles_tenant_id_customer_id_fkey, add foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete restrict not valid",
    "vehicles: not right: has the foreign key (tenant_id, customer_id) to customers (tenant_id, id) on delete restrict on update no action not valid",
  ],
  [
    "alter table vehicles alter constraint vehicles_tenant_id_customer_id_fkey deferrable",
    "vehicles: not right: has the foreign key",
  ],
  [
    "alter table customers add constraint one_phone exclude using btree (phone with =)",
    "customers: not right: has the exclusion EXCLUDE USING btree (phone WITH =)",
  ],
  // Checks.
  ["alter table users drop constraint users_email_canonical", "the checks of users: is missing"],
  [
    "alter table invoices drop constraint invoices_paid",
    "the checks of invoices: missing: CHECK ((((insurer_paid_cents",
  ],
  [
    "alter table customers add check (tenant_id is not null)",
    "the checks of customers: not right: CHECK ((tenant_id IS NOT NULL))",
  ],
  // Triggers.
  ["alter table quotes disable trigger set_once", "quotes: not right: has the trigger set_once"],
  [
    "alter table vehicles disable trigger all",
    "vehicles: not right: has triggers of foreign keys switched off",
  ],
  [
    "create trigger slip before insert on customers for each row execute function app.refuse_second_time()",
    "customers: not right: has the trigger slip",
  ],
  [
    "drop trigger set_once on quotes; create trigger set_once before update of accepted_at on quotes for each row when (false) execute function app.refuse_second_time()",
    "quotes: missing: has the trigger set_once",
  ],
  ["drop trigger set_once on quotes", "quotes: missing: has the trigger set_once"],
  // Functions.
  [
    "create or replace function app.scope() returns text language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp " +
      "as $$ begin return split_part(current_setting('app.context', true), '.', 1); end $$",
    "the function app.scope(): not right: does",
  ],
  [
    "alter function app.tenant_id() immutable",
    "the function app.tenant_id(): not right: is a function in plpgsql IMMUTABLE",
  ],
  ["alter function app.tenant_id() leakproof", "the function app.tenant_id(): not right"],
  ["alter function app.is_system() security invoker", "the function app.is_system(): not right"],
  ["alter function app.scope() reset search_path", "the function app.scope(): missing: sets search_path"],
  [
    "alter function app.scope() set row_security = off",
    "the function app.scope(): not right: sets row_security=off",
  ],
  [
    "alter function app.scope() owner to postgres",
    "the function app.scope(): not right: belongs to postgres",
  ],
  [
    "grant execute on function app.wall(regclass, text, text) to bastion_app",
    "app.wall(table_name regclass, seen text, written text): not right: bastion_app may execute",
  ],
  [
    "grant execute on function vault.mac(text, int) to public",
    "vault.mac(message text, key_slot integer): not right: anybody may execute",
  ],
  [
    "revoke execute on function app.enter(text) from bastion_app",
    "app.enter(ticket text): missing: bastion_app may execute",
  ],
  [
    "create function app.peek() returns bigint language sql security definer as 'select count(*) from public.customers'",
    "the function app.peek(): is declared by no migration",
  ],
  [
    "create function public.length(text) returns int language sql as 'select 1'",
    "the function public.length(text): is declared by no migration",
  ],
  [
    "create procedure public.mine() language sql as 'select 1'",
    "the function public.mine(): is declared by no migration",
  ],
  [
    "create function pg_catalog.mine() returns int language sql as 'select 1'",
    "pg_catalog.mine(): not right: is none of Postgres's own",
  ],
  [
    "alter function pg_catalog.pg_sleep(double precision) security definer",
    "pg_sleep(double precision): not right: is SECURITY DEFINER",
  ],
  // What is Postgres's own.
  [
    "alter function pg_catalog.textlike(text, text) leakproof",
    "the function textlike(text,text): not right: is LEAKPROOF",
  ],
  [
    "create or replace function pg_catalog.pg_sleep(double precision) returns void language sql as 'select'",
    "the functions of Postgres 18: not right: do ",
  ],
  [
    "create or replace function pg_catalog.sha256(bytea) returns bytea language internal immutable strict parallel safe as 'md5_bytea'",
    "the functions of Postgres 18: not right: do ",
  ],
  ["alter function pg_catalog.lower(text) leakproof", "the function lower(text): not right: is LEAKPROOF"],
  [
    "create view information_schema.everyone as select * from public.customers",
    "information_schema.everyone: not right: is none of Postgres's own",
  ],
  [
    "create or replace view information_schema.information_schema_catalog_name as select max(name)::information_schema.sql_identifier as catalog_name from public.customers",
    "information_schema.information_schema_catalog_name: not right: reads what is not Postgres's own",
  ],
  ["alter function pg_catalog.sha256(bytea) owner to bastion_app", "is owned by bastion_app"],
  ["alter view information_schema.tables owner to bastion_app", "is owned by bastion_app"],
  [
    "alter schema pg_catalog owner to bastion_app",
    "the schema pg_catalog: not right: is owned by bastion_app",
  ],
  ["alter type role owner to bastion_app", "the type public.role: not right: is owned by bastion_app"],
  ["alter database postgres owner to bastion_analytics", "is owned by bastion_analytics"],
  [
    "create operator class public.mine for type text using hash as operator 1 =, function 1 hashtext(text)",
    "the database: not right: has the operator class mine",
  ],
  ["create access method mine type table handler heap_tableam_handler", "has the access method mine"],
  // What Postgres itself keeps back.
  [
    "grant execute on function pg_terminate_backend(int, bigint) to bastion_app",
    "pg_terminate_backend(integer,bigint)",
  ],
  [
    "grant execute on function pg_read_file(text) to public",
    "pg_read_file(text): not right: anybody may execute, which Postgres gives nobody",
  ],
  [
    "grant execute on function pg_ls_dir(text) to bastion_app",
    "pg_ls_dir(text): not right: bastion_app may execute",
  ],
  ["grant execute on function lo_create(oid) to public", "lo_create(oid)"],
  [
    "grant select on pg_stat_activity to bastion_app",
    "the view pg_stat_activity: not right: bastion_app may select",
  ],
  ["grant select on pg_stat_activity to public", "the view pg_stat_activity: not right"],
  ["grant select on pg_authid to bastion_app", "pg_authid: not right: bastion_app may select"],
  [
    "grant select (stavalues1) on pg_statistic to bastion_app",
    "pg_statistic: not right: bastion_app may select (stavalues1)",
  ],
  [
    "grant set on parameter session_replication_role to bastion_app",
    "the server: not right: bastion_app may set session_replication_role",
  ],
  // Roles.
  ["alter role bastion_app superuser", "the role bastion_app: not right: is a superuser"],
  ["alter role bastion_app bypassrls", "the role bastion_app: not right: passes row level security"],
  ["alter role bastion_app replication", "the role bastion_app: not right: may replicate"],
  ["alter role bastion_owner replication", "the role bastion_owner: not right: may replicate"],
  ["alter role bastion_app createrole", "the role bastion_app: not right: may make roles"],
  ["alter role bastion_app createdb", "the role bastion_app: not right: may make databases"],
  ["alter role bastion_app inherit", "the role bastion_app: not right: inherits"],
  ["alter role bastion_keeper login", "the role bastion_keeper: not right: may log in"],
  ["alter role bastion_owner login", "the role bastion_owner: not right: may log in"],
  [
    "alter role bastion_app set row_security = off",
    "the role bastion_app: not right: starts with row_security=off",
  ],
  ["alter role all set search_path = app", "the database: not right: starts with search_path=app"],
  [
    "alter role bastion_analytics reset all",
    "the role bastion_analytics: missing: starts with default_transaction_read_only=on",
  ],
  ["create role slip superuser", "the role slip: not right: is none of ours and is a superuser"],
  ["create role slip bypassrls", "the role slip: not right: is none of ours and passes row level security"],
  [
    "alter role bastion_app in database postgres set search_path = app",
    "the role bastion_app: not right: starts in the database postgres with search_path=app",
  ],
  ["grant bastion_owner to bastion_app", "the role bastion_app: not right: is a member of bastion_owner"],
  ["grant pg_monitor to bastion_app", "the role bastion_app: not right: is a member of pg_monitor"],
  [
    "grant pg_read_all_data to bastion_analytics",
    "the role bastion_analytics: not right: is a member of pg_read_all_data",
  ],
  [
    "create role slip_member; grant bastion_keeper to slip_member",
    "the role bastion_keeper: not right: has the member slip_member",
  ],
  [
    "alter default privileges for role bastion_owner grant all on tables to bastion_app",
    "the default privileges of bastion_owner: not right: bastion_app may",
  ],
  [
    "alter default privileges for role bastion_owner in schema public grant select on tables to public",
    "the default privileges of bastion_owner: not right: anybody may select tables in public",
  ],
  [
    "alter default privileges for role bastion_owner grant execute on functions to public",
    "the default privileges of bastion_owner",
  ],
  [
    "alter default privileges for role postgres grant select on tables to bastion_app",
    "the default privileges of postgres: not right: bastion_app may select tables",
  ],
  // The database and the server.
  [
    "grant temporary on database DATABASE to bastion_app",
    "the database: not right: bastion_app may temporary",
  ],
  ["grant connect on database DATABASE to public", "the database: not right: anybody may connect"],
  ["grant create on database DATABASE to bastion_app", "the database: not right: bastion_app may create"],
  [
    "alter database DATABASE set session_replication_role = replica",
    "the database: not right: starts with session_replication_role=replica",
  ],
  ["grant connect on database postgres to public", "the database postgres: not right: anybody may connect"],
  [
    "grant temporary on database template1 to public",
    "the database template1: not right: anybody may temporary",
  ],
  [
    "grant connect on database template1 to bastion_analytics",
    "the database template1: not right: bastion_analytics may connect",
  ],
  [
    "grant connect on database postgres to bastion_app",
    "the database postgres: not right: bastion_app may connect",
  ],
  [
    "grant create on tablespace pg_default to bastion_app",
    "the tablespace pg_default: not right: bastion_app may create",
  ],
  [
    "grant create on tablespace pg_default to public",
    "the tablespace pg_default: not right: anybody may create",
  ],
  ["create publication slip for table customers", "the database: not right: has the publication slip"],
  [
    "create subscription slip connection 'dbname=none' publication slip with (connect = false, slot_name = none, enabled = false, create_slot = false)",
    "the database: not right: has the subscription slip",
  ],
  [
    "create function public.on_ddl() returns event_trigger language plpgsql as 'begin end'; create event trigger slip on ddl_command_end execute function public.on_ddl()",
    "the database: not right: has the event trigger slip",
  ],
  ["create foreign data wrapper slip", "the database: not right: has the foreign data wrapper slip"],
  [
    "create trusted language slip handler plpgsql_call_handler",
    "the database: not right: has the language slip",
  ],
  [
    "update pg_language set lanpltrusted = true where lanname = 'c'",
    "the database: not right: trusts the language c",
  ],
  [
    "create operator public.=== (leftarg = text, rightarg = text, function = texteq)",
    "the database: not right: has the operator",
  ],
  ["create cast (text as uuid) with inout as implicit", "the database: not right: has the cast text as uuid"],
  ["create domain public.anything as text", "the database: not right: has the type anything"],
  ["select lo_create(4711)", "the database: not right: has large objects"],
];

describe("notices", () => {
  it.each(slips)("%s", async (sql, words) => {
    // Rolled back: neither the next slip nor the rest of the server meets this one.
    await database.admin.query("begin");
    try {
      await database.admin.query(sql.replace("DATABASE", new URL(database.adminUrl).pathname.slice(1)));
      expect((await findGaps(database.admin)).join("\n")).toContain(words);
    } finally {
      await database.admin.query("rollback");
    }
  });
});

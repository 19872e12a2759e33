import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectAsApp, enter, everythingSeen, inOurShop, MARK, openScene, type Scene } from "./attacker";

// What somebody can do who runs any SQL as the app's role inside one shop's transaction.
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.database.close());

const DENIED = "42501";

describe("refused outright", () => {
  const refused: [string, string][] = [
    ["another role", "set role bastion_owner"],
    ["the keeper of the key", "set role bastion_keeper"],
    ["the role that sees all shops", "set role bastion_analytics"],
    ["another user", "set session authorization bastion_owner"],
    ["rows without policies", "set local row_security = off; select * from customers"],
    ["writes without triggers and foreign keys", "set session_replication_role = replica"],
    ["functions", "create function mine() returns int language sql as 'select 1'"],
    ["functions of the session", "create function pg_temp.mine() returns int language sql as 'select 1'"],
    ["tables that shadow ours", "create temp table customers (id int)"],
    ["tables", "create table public.mine (id int)"],
    ["views", "create view mine as select * from customers"],
    ["schemas", "create schema mine"],
    ["operators", "create operator public.=== (leftarg = text, rightarg = text, function = texteq)"],
    ["policies", "create policy mine on customers using (true)"],
    [
      "triggers",
      "create trigger mine before update on customers for each row execute function app.refuse_second_time()",
    ],
    ["rules", "create rule mine as on select to customers do instead nothing"],
    ["emptying a table", "truncate customers"],
    ["the key", "select * from vault.keys"],
    ["signing", "select vault.mac('x', 1)"],
    ["a key of one's own", "select vault.install_key('\\x00')"],
    ["walls of one's own making", "select app.wall('customers', 'true', 'true')"],
    ["COPY to a file", "copy customers to '/tmp/mine'"],
    ["COPY from a file", "copy customers from '/etc/passwd'"],
    ["COPY to a program", "copy customers to program 'cat'"],
    ["reading files", "select pg_read_file('/etc/passwd')"],
    ["reading binary files", "select pg_read_binary_file('/etc/passwd')"],
    ["listing files", "select pg_ls_dir('.')"],
    ["looking at files", "select pg_stat_file('.')"],
    ["large objects from files", "select lo_import('/etc/passwd')"],
    ["large objects", "select lo_from_bytea(0, 'left for others')"],
    ["other people's large objects", "select * from pg_largeobject"],
    ["libraries", "load 'auto_explain'"],
    ["other databases", "create extension dblink"],
    ["replication", "select pg_create_logical_replication_slot('mine', 'test_decoding')"],
    ["publications", "create publication mine for all tables"],
    ["password hashes of roles", "select * from pg_authid"],
    ["raw statistics", "select * from pg_statistic"],
    ["roles", "create role mine"],
    ["membership", "grant bastion_owner to bastion_app"],
    ["ending other sessions", "select pg_terminate_backend(1)"],
    ["cancelling other sessions' queries", "select pg_cancel_backend(1)"],
    ["other sessions' queries", "select * from pg_stat_activity"],
    ["other sessions' queries by function", "select * from pg_stat_get_activity(null)"],
    ["the tables' shape", "alter table customers disable row level security"],
    ["the kernel's functions", "alter function app.tenant_id() immutable"],
    ["privileges for all", "reassign owned by bastion_owner to bastion_app"],
    ["a whole other shop", "insert into tenants (id, slug, name) values (gen_random_uuid(), 'mine', 'Mine')"],
    [
      "a colleague",
      "insert into memberships (id, user_id, role) select gen_random_uuid(), id, 'owner' from users",
    ],
    ["a role of one's own", "update memberships set role = 'owner'"],
    ["a colleague's person", "update memberships set user_id = gen_random_uuid()"],
    ["a shop's address, which would tell whether it is taken", "update tenants set slug = 'other'"],
    ["the vehicles' directory", "update vin_patterns set value = 'mine'"],
    [
      "the shared catalog",
      "insert into parts (id, tenant_id, nags_number, prefix, number, glass_position, description) values (gen_random_uuid(), null, 'X', 'DW', '1', 'windshield', 'x')",
    ],
    ["insurers for all", "insert into insurers (id, name) values (gen_random_uuid(), 'Mine')"],
    ["administrators for all", "insert into tpas (id, name) values (gen_random_uuid(), 'Mine')"],
    [
      "the record of what administrators did",
      "insert into platform_events (id, user_id, user_name, action) values (gen_random_uuid(), gen_random_uuid(), 'x', 'x')",
    ],
    [
      "shared rows",
      "insert into reason_codes (id, tenant_id, kind, label) values (gen_random_uuid(), null, 'lost', 'x')",
    ],
  ];
  it.each(refused)("%s", (_what, sql) =>
    inOurShop(scene, (client) =>
      expect(client.query(sql)).rejects.toMatchObject({
        code: DENIED,
      }),
    ),
  );

  it("COPY into a table", () =>
    inOurShop(scene, (client) =>
      expect(client.query("copy customers from stdin")).rejects.toMatchObject({ code: "0A000" }),
    ));

  it("a partition by its own name", async () => {
    await scene.database.asOwner(`
      create table pings (tenant_id uuid not null, id int, note text, primary key (tenant_id, id)) partition by hash (tenant_id);
      create table pings_0 partition of pings for values with (modulus 2, remainder 0);
      create table pings_1 partition of pings for values with (modulus 2, remainder 1);
      select app.tenant_table('pings');`);
    await scene.database.admin.query("insert into pings values ($1, 1, 'own'), ($2, 1, $3)", [
      scene.ours,
      scene.theirs,
      MARK,
    ]);
    await inOurShop(scene, async (client) => {
      expect((await client.query("select note from pings")).rows).toEqual([{ note: "own" }]);
    });
    for (const part of ["pings_0", "pings_1"]) {
      await inOurShop(scene, (client) =>
        expect(client.query(`select * from ${part}`)).rejects.toMatchObject({ code: DENIED }),
      );
    }
  });
});

describe("runs, and shows one shop alone", () => {
  const harmless: [string, string][] = [
    ["SET of the context", "set app.context = 'system'; select * from users"],
    [
      "set_config of the context",
      "select set_config('app.context', (select id::text from tenants limit 1) || '.x', true); select * from customers",
    ],
    ["RESET", "reset all; select * from customers; select * from users"],
    [
      "a function of the catalog that runs SQL",
      "select query_to_xml('select * from customers', true, false, ''), table_to_xml('users', true, false, '')",
    ],
    ["the whole schema as XML", "select schema_to_xml('public', true, false, '')"],
    ["words of a query", "select * from ts_stat('select to_tsvector(name) from customers')"],
    ["COPY to standard output", "copy (select count(*) from customers) to stdout"],
    ["a sample", "select * from customers tablesample system (100)"],
    [
      "places in the table",
      "select * from customers where ctid = any(array['(0,1)', '(0,2)', '(0,3)']::tid[])",
    ],
    [
      "a DO block",
      "do $$ declare r record; begin for r in select * from customers loop raise notice '%', r; end loop; end $$",
    ],
    [
      "a search path that begins with the session's schema",
      "set search_path = pg_temp, public; select * from customers",
    ],
    ["a snapshot", "select pg_export_snapshot(); select * from customers"],
    ["a cursor", "declare all_rows cursor with hold for select * from customers; fetch all from all_rows"],
    ["a prepared statement", "prepare all_rows as select * from customers; execute all_rows"],
    ["a merge", "merge into customers c using (values (1)) v on true when matched then delete"],
    ["a join by id", "select c.* from customers c join users u on true join memberships m on true"],
    [
      "recursion",
      "with recursive r as (select c.* from customers c union select c.* from customers c join r on true) select * from r",
    ],
    [
      "lateral work",
      "select * from tenants t, lateral (select * from customers c where c.tenant_id <> t.id) x",
    ],
    ["statistics", "select * from pg_stats where schemaname = 'public'"],
    [
      "prepared statements and cursors of the session",
      "select * from pg_prepared_statements; select * from pg_cursors",
    ],
    ["giving privileges away", "drop owned by current_user; select * from customers"],
    ["default privileges", "alter default privileges grant all on tables to public; select * from customers"],
  ];
  it.each(harmless)("%s", async (_what, sql) => {
    const before = await theirRows();
    await inOurShop(scene, async (client) => expect(await everythingSeen(client, sql)).not.toContain(MARK));
    expect(await theirRows()).toBe(before);
  });

  it("every table and view that the role may read", () =>
    inOurShop(scene, async (client) => {
      const { rows } = await client.query(
        "select oid::regclass::text as name from pg_class where relkind in ('r', 'p', 'v', 'm') and has_table_privilege(oid, 'select') and has_schema_privilege(relnamespace, 'usage')",
      );
      expect(rows.length).toBeGreaterThan(100);
      for (const { name } of rows) {
        await client.query("savepoint one");
        expect(await everythingSeen(client, `select * from ${name}`), name).not.toContain(MARK);
        await client.query("rollback to one");
      }
    }));

  it("every value of theirs by its id, from every table", () =>
    inOurShop(scene, async (client) => {
      const { customerId, userId } = scene.victim;
      const { rows } = await client.query(
        "select (select count(*) from customers where id = $1) + (select count(*) from users where id = $2) as n",
        [customerId, userId],
      );
      expect(rows[0].n).toBe("0");
    }));
});

it("the same sweep sees the mark with the walls down: it can fail", async () => {
  const client = await connectAsApp(scene.database.appUrl);
  await client.query("begin");
  await enter(client, scene.theirs, scene.database.key);
  expect(await everythingSeen(client, "select * from customers")).toContain(MARK);
  await client.end();
});

async function theirRows(): Promise<string> {
  const { rows } = await scene.database.admin.query(
    "select json_agg(c order by id) as rows from customers c where tenant_id = $1",
    [scene.theirs],
  );
  return JSON.stringify(rows);
}

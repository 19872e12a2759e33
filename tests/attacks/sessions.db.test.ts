import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ticket } from "@/lib/tenancy/scope";
import { sealDatabase } from "@/scripts/tools/postgres/roles";
import { databaseOf } from "@/scripts/tools/postgres/sql";
import { findGaps } from "@/scripts/tools/walls/walls";
import { connectAsApp, enter, inOurShop, MARK, openScene, type Scene } from "./attacker";

// One transaction's doings, looked at from the next one, from another connection, or after a COMMIT of the attacker's own.
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.database.close());

const customers = async (client: pg.Client): Promise<string[]> =>
  (await client.query("select name from customers")).rows.map((row) => row.name);

describe("a ticket of theirs in our hands", () => {
  it("of another connection opens nothing", async () => {
    const [mine, busy] = [
      await connectAsApp(scene.database.appUrl),
      await connectAsApp(scene.database.appUrl),
    ];
    await busy.query("begin");
    const stolen = await enter(busy, scene.theirs, scene.database.key);
    await mine.query("begin");
    await expect(mine.query("select app.enter($1)", [stolen])).rejects.toThrow("opens nothing");
    await mine.end();
    await busy.end();
  });

  it("does not replace the shop of a transaction that has one", () =>
    inOurShop(scene, async (client) => {
      const { rows } = await client.query("select pg_backend_pid() as pid");
      const theirs = ticket(scene.theirs, rows[0].pid, scene.database.key);
      await expect(client.query("select app.enter($1)", [theirs])).rejects.toThrow("another shop");
    }));

  it("a context copied from the transaction before it is not believed, on the same connection within the same millisecond", async () => {
    const client = await connectAsApp(scene.database.appUrl);
    await client.query("begin");
    await enter(client, scene.theirs, scene.database.key);
    const { rows } = await client.query("select current_setting('app.context') as context");
    await client.query(`commit; begin; select set_config('app.context', '${rows[0].context}', false)`);
    expect(await customers(client)).toEqual([]);
    await client.end();
  });

  it("is in no place where SQL could find it: it travels as a bind parameter", async () => {
    const busy = await connectAsApp(scene.database.appUrl);
    await busy.query("begin");
    const secret = (await enter(busy, scene.theirs, scene.database.key)).split(".").at(-1) ?? "";
    const views = await scene.database.admin.query(
      "select oid::regclass::text as name from pg_class where relkind in ('r', 'v') and relnamespace = 'pg_catalog'::regnamespace",
    );
    const look = async (client: pg.Client, name: string) =>
      JSON.stringify((await client.query(`select t::text from ${name} t`).catch(() => ({ rows: [] }))).rows);
    // As a superuser: what even they can't see, the app's role can't.
    for (const { name } of views.rows)
      expect(await look(scene.database.admin, name), name).not.toContain(secret);
    expect(await look(scene.database.admin, "pg_stat_activity")).toContain("app.enter($1)");
    // The session itself: its prepared statements, cursors and settings.
    for (const name of ["pg_prepared_statements", "pg_cursors", "pg_settings"])
      expect(await look(busy, name), name).not.toContain(secret);
    await busy.end();
  });
});

describe("after a COMMIT of the attacker's own", () => {
  it("there is no shop at all", async () => {
    const kernel = scene.database.open({ poolSize: 1 });
    const seen = await kernel.withTenant(scene.ours, async (db) => {
      await db.$executeRaw`commit`;
      return db.$queryRaw<object[]>`select * from customers`;
    });
    expect(seen).toEqual([]);
    expect(await kernel.withTenant(scene.theirs, (db) => db.customer.count())).toBe(1);
  });

  it("whatever is left in the session is gone before the next shop", async () => {
    const kernel = scene.database.open({ poolSize: 1 });
    const leave = [
      "commit",
      "begin",
      "set session default_transaction_read_only = on",
      "set session statement_timeout = 61000",
      "set session client_min_messages = debug5",
      "prepare trap as select * from customers",
      "select pg_advisory_lock(7)::text",
      "listen trap",
      "declare trap cursor with hold for select * from customers",
      "commit",
      "set session characteristics as transaction isolation level serializable",
      "set role bastion_app",
      "set session search_path = pg_temp",
    ];
    await kernel.withTenant(scene.ours, async (db) => {
      const raw = db as unknown as { $executeRaw: (sql: TemplateStringsArray) => Promise<number> };
      for (const sql of leave) await raw.$executeRaw(Object.assign([sql], { raw: [sql] }));
    });
    await kernel.withTenant(scene.theirs, (db) => db.customer.create({ data: { name: `${MARK} next` } }));
    const left = await kernel.withTenant(
      scene.theirs,
      (
        db,
      ) => db.$queryRaw`select current_setting('search_path') as path, current_setting('client_min_messages') as messages, current_setting('statement_timeout') as timeout,
        current_setting('transaction_isolation') as isolation, current_user::text as who,
        (select count(*)::int from pg_prepared_statements where name = 'trap') as prepared,
        (select count(*)::int from pg_cursors where name = 'trap') as cursors,
        (select count(*)::int from pg_listening_channels()) as channels,
        (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks`,
    );
    expect(left).toEqual([
      {
        path: '"$user", public',
        messages: "notice",
        timeout: "0",
        isolation: "read committed",
        who: "bastion_app",
        prepared: 0,
        cursors: 0,
        channels: 0,
        locks: 0,
      },
    ]);
  });

  it("a transaction that is rolled back leaves nothing either", async () => {
    const kernel = scene.database.open({ poolSize: 1 });
    const fails = kernel.withTenant(scene.ours, async (db) => {
      await db.$executeRaw`select pg_advisory_lock(6)`;
      await db.$executeRaw`prepare trap as select 1`;
      throw new Error("changed my mind");
    });
    await expect(fails).rejects.toThrow("changed my mind");
    const left = await kernel.withTenant(
      scene.theirs,
      (
        db,
      ) => db.$queryRaw`select (select count(*)::int from pg_prepared_statements where name = 'trap') as prepared,
        (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks`,
    );
    expect(left).toEqual([{ prepared: 0, locks: 0 }]);
  });

  it("a commit that fails leaves nothing either", async () => {
    const kernel = scene.database.open({ poolSize: 1 });
    await scene.database.asOwner(
      "create table late (tenant_id uuid not null, id int, other int, primary key (tenant_id, id)); select app.tenant_table('late'); " +
        "alter table late add foreign key (tenant_id, other) references late (tenant_id, id) deferrable initially deferred",
    );
    const fails = kernel.withTenant(scene.ours, async (db) => {
      await db.$executeRaw`select pg_advisory_lock(8)`;
      await db.$executeRaw`prepare trap as select 1`;
      await db.$executeRaw`insert into late (id, other) values (1, 2)`;
    });
    await expect(fails).rejects.toThrow();
    await scene.database.asOwner("drop table late");
    const left = await kernel.withTenant(
      scene.theirs,
      (
        db,
      ) => db.$queryRaw`select (select count(*)::int from pg_prepared_statements where name = 'trap') as prepared,
        (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks`,
    );
    expect(left).toEqual([{ prepared: 0, locks: 0 }]);
  });
});

describe("a connection", () => {
  it("a connection that dies between two borrowers does not end the process", async () => {
    const kernel = scene.database.open({ poolSize: 1 });
    const client = await kernel.pool.connect();
    const { rows } = await client.query("select pg_backend_pid() as pid");
    const gone = new Promise((resolve) => client.once("end", resolve));
    await scene.database.admin.query("select pg_terminate_backend($1)", [rows[0].pid]);
    await gone;
    client.release();
    expect(await kernel.withTenant(scene.ours, (db) => db.customer.count())).toBeGreaterThan(0);
  });
});

describe("what the role may do to itself", () => {
  it("its own defaults open nothing, are found, and the next start takes them back", async () => {
    const database = databaseOf(scene.database.adminUrl);
    const client = await connectAsApp(scene.database.appUrl);
    await expect(
      client.query(`alter role current_user in database ${database} set app.context = 'system'`),
    ).rejects.toThrow("permission denied");
    await client.query(`alter role current_user in database ${database} set row_security = off`);
    await client.end();
    const next = await connectAsApp(scene.database.appUrl);
    await expect(next.query("select * from customers")).rejects.toThrow("row-level security");
    await next.end();
    // Roles are the whole server's: what a copy of this test does to them in a database of its own is found here, too.
    const gapsHere = async () =>
      (await findGaps(scene.database.admin)).filter((gap) => !gap.includes("starts in the database "));
    expect((await gapsHere()).join()).toContain("row_security=off");
    await sealDatabase(scene.database.admin, database);
    expect(await gapsHere()).toEqual([]);
  });

  it("LISTEN hears what NOTIFY of any shop says, which is why we send nothing by it", async () => {
    const { rows } = await scene.database.admin.query(
      "select prosrc from pg_proc where pronamespace in ('app'::regnamespace, 'vault'::regnamespace) and prosrc ~* 'notify'",
    );
    expect(rows).toEqual([]);
  });
});

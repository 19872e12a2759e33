import { randomUUID } from "node:crypto";
import net from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import type { Kernel } from "./kernel";
import { running, type TenantId, ticket } from "./scope";

let database: TestDatabase;
let kernel: Kernel;
let ours: TenantId;
let theirs: TenantId;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
  await mintCustomer(kernel, ours);
  await mintCustomer(kernel, theirs);
});
afterAll(() => database.close());

/** One connection as the app's role, with nothing of the kernel's: what SQL injection has. */
async function asApp<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  return run(client).finally(() => client.end());
}

const backendOf = async (client: pg.Client): Promise<number> =>
  (await client.query("select pg_backend_pid() as pid")).rows[0].pid;
const visible = async (client: pg.Client): Promise<number> =>
  (await client.query("select count(*)::int as n from customers")).rows[0].n;

describe("the signed context", () => {
  it("without a ticket there are no rows, and an empty context raises nothing", () =>
    asApp(async (client) => {
      expect(await visible(client)).toBe(0);
      await client.query("begin");
      await client.query("select set_config('app.context', '', true)");
      expect(await visible(client)).toBe(0);
      await client.query("commit");
      expect(await visible(client)).toBe(0);
    }));

  it("a right ticket opens one shop for one transaction", () =>
    asApp(async (client) => {
      const pid = await backendOf(client);
      await client.query("begin");
      await client.query("select app.enter($1)", [ticket(ours, pid, database.key)]);
      expect(await visible(client)).toBe(1);
      await client.query("commit");
      expect(await visible(client)).toBe(0);
    }));

  const forgeries: [string, (pid: number) => string][] = [
    ["another key", (pid) => ticket(theirs, pid, "0".repeat(64))],
    ["another backend's ticket", (pid) => ticket(theirs, pid + 1, database.key)],
    ["a ticket out of date", (pid) => stale(theirs, pid)],
    ["a ticket with its shop changed", (pid) => ticket(ours, pid, database.key).replace(ours, theirs)],
    ["no signature", (pid) => `${theirs}.${pid}.9999999999.`],
    ["a word for the signature of a key that isn't there", (pid) => `${theirs}.${pid}.9999999999.none`],
    ["too few parts", () => theirs],
    ["nothing", () => ""],
  ];
  it.each(forgeries)("%s opens nothing", (_name, forge) =>
    asApp(async (client) => {
      const forged = forge(await backendOf(client));
      await expect(client.query("select app.enter($1)", [forged])).rejects.toThrow();
      expect(await visible(client)).toBe(0);
    }),
  );

  it("null opens nothing", () =>
    asApp(async (client) => {
      await expect(client.query("select app.enter(null)")).rejects.toThrow("opens nothing");
    }));

  it("a context written by hand is not believed, nor one copied from another transaction", () =>
    asApp(async (client) => {
      const pid = await backendOf(client);
      await client.query("begin");
      await client.query("select app.enter($1)", [ticket(theirs, pid, database.key)]);
      const { rows } = await client.query("select current_setting('app.context') as context");
      await client.query("commit");
      for (const context of [rows[0].context, `${theirs}.${"0".repeat(64)}`, theirs, "system", "system."]) {
        await client.query("begin");
        await client.query("select set_config('app.context', $1, true)", [context]);
        expect(await visible(client)).toBe(0);
        expect((await client.query("select app.is_system() as system")).rows[0].system).toBe(false);
        await client.query("rollback");
      }
    }));

  it("one transaction can't enter a second shop", () =>
    asApp(async (client) => {
      const pid = await backendOf(client);
      await client.query("begin");
      await client.query("select app.enter($1)", [ticket(ours, pid, database.key)]);
      await expect(client.query("select app.enter($1)", [ticket(theirs, pid, database.key)])).rejects.toThrow(
        "another shop",
      );
    }));

  const blanks = [
    "select set_config('app.context', '', true)",
    "reset all",
    "discard plans; set app.context = default",
    "savepoint a; select set_config('app.context', '', true); release a",
    "savepoint a; select set_config('app.context', 'x', true); rollback to a; set local app.context = ''",
  ];
  it.each(blanks)("nor after its context was blanked: %s", (blank) =>
    asApp(async (client) => {
      const pid = await backendOf(client);
      await client.query("begin");
      await client.query("select app.enter($1)", [ticket(ours, pid, database.key)]);
      await client.query(blank);
      await client.query("savepoint b");
      await expect(client.query("select app.enter($1)", [ticket(theirs, pid, database.key)])).rejects.toThrow(
        "another shop",
      );
      await client.query("rollback to b; commit; begin");
      await client.query("select app.enter($1)", [ticket(theirs, pid, database.key)]);
      expect(await visible(client)).toBe(1);
      await client.query("rollback");
    }),
  );

  const oneMessage: [string, (entry: string) => string][] = [
    ["by itself", (entry) => `${entry}; commit; KEEP; select count(*)::int as n from customers`],
    ["after BEGIN", (entry) => `begin; ${entry}; KEEP; commit; select count(*)::int as n from customers`],
    [
      "with AND CHAIN",
      (entry) => `begin; ${entry}; KEEP; commit and chain; select count(*)::int as n from customers`,
    ],
    [
      "in a DO block",
      (entry) =>
        `do $$ begin perform ${entry.slice(7)}; perform KEPT; commit; end $$; select count(*)::int as n from customers`,
    ],
  ];
  it.each(oneMessage)("ends with its COMMIT also within one message: %s", (_how, message) =>
    asApp(async (client) => {
      const signed = ticket(ours, await backendOf(client), database.key);
      const keep = "set_config('app.context', current_setting('app.context'), false)";
      const sql = message(`select app.enter('${signed}')`)
        .replace("KEPT", keep)
        .replace("KEEP", `select ${keep}`);
      const seen = await client.query(sql).then(
        (results) => [results].flat().at(-1)?.rows[0].n,
        () => 0,
      );
      expect(seen).toBe(0);
    }),
  );

  it("ends with its COMMIT where that comes in one message with what follows", () =>
    asApp(async (client) => {
      const pid = await backendOf(client);
      await client.query("begin");
      await client.query("select app.enter($1)", [ticket(ours, pid, database.key)]);
      const keep = "select set_config('app.context', current_setting('app.context'), false)";
      for (const end of ["commit", "commit and chain", "commit; begin"]) {
        const results = await client.query(`${keep}; ${end}; select count(*)::int as n from customers`);
        expect([results].flat().at(-1)?.rows[0].n).toBe(0);
        await client.query("rollback; begin");
        await client.query("select app.enter($1)", [ticket(ours, pid, database.key)]);
      }
    }));

  it("the app's role reads no key and can't call what signs", () =>
    asApp(async (client) => {
      await expect(client.query("select * from vault.keys")).rejects.toThrow("permission denied");
      await expect(client.query("select vault.mac('x', 1)")).rejects.toThrow("permission denied");
      await expect(client.query("select vault.install_key('x')")).rejects.toThrow("permission denied");
    }));

  it("holds under a generic plan: a prepared statement keeps no tenant", () =>
    asApp(async (client) => {
      const pid = await backendOf(client);
      await client.query("set plan_cache_mode = force_generic_plan");
      await client.query("prepare names as select tenant_id from customers");
      for (const shop of [ours, theirs, ours]) {
        await client.query("begin");
        await client.query("select app.enter($1)", [ticket(shop, pid, database.key)]);
        const { rows } = await client.query("execute names");
        expect(rows.map((row) => row.tenant_id)).toEqual([shop]);
        await client.query("commit");
      }
    }));

  it("a new key is in use at once, and the one before still verifies", async () => {
    const own = await openTestDatabase({ own: true });
    const next = "cd".repeat(32);
    await own.admin.query("select vault.install_key(decode($1, 'hex'))", [next]);
    const client = new pg.Client({ connectionString: own.appUrl });
    await client.connect();
    const pid = await backendOf(client);
    for (const key of [next, own.key]) {
      await client.query("begin");
      await client.query("select app.enter($1)", [ticket(ours, pid, key)]);
      await client.query("commit");
    }
    await client.end();
    await own.close();
  });
});

describe("withTenant", () => {
  it("joins inside the same shop and refuses inside another's", async () => {
    const joined = await kernel.withTenant(ours, () => kernel.withTenant(ours, (db) => db.customer.count()));
    expect(joined).toBe(1);
    await expect(
      kernel.withTenant(ours, () => kernel.withTenant(theirs, (db) => db.customer.count())),
    ).rejects.toThrow("one shop");
    await expect(kernel.withTenant(ours, () => kernel.withSystem((db) => db.user.count()))).rejects.toThrow(
      "one shop",
    );
  });

  it("needs a tenant", async () => {
    for (const none of ["", undefined, null, "x", "'; select 1"]) {
      await expect(kernel.withTenant(none as never, (db) => db.customer.count())).rejects.toThrow(
        "needs a tenant",
      );
    }
  });

  it("rolls back what its work throws", async () => {
    const tenantId = await mintTenant(kernel);
    const fails = kernel.withTenant(tenantId, async (db) => {
      await db.customer.create({ data: { name: "Gone" } });
      throw new Error("no");
    });
    await expect(fails).rejects.toThrow("no");
    expect(await kernel.withTenant(tenantId, (db) => db.customer.count())).toBe(0);
  });

  it("a handle kept beyond its transaction is of no use", async () => {
    const kept = await kernel.withTenant(ours, async (db) => db);
    await expect(kept.customer.count()).rejects.toThrow();
  });

  it("what can't be an id is not found, and not an error of ours", async () => {
    const find = (id: string) =>
      kernel.withTenant(ours, (db) => db.customer.findFirstOrThrow({ where: { id } }));
    await expect(find("not-an-id")).rejects.toMatchObject({ name: "NotFound" });
    await expect(find(theirs)).rejects.toMatchObject({ name: "NotFound" });
  });

  it("refuses raw SQL that is put together from text", async () => {
    await expect(
      kernel.withTenant(ours, (db) =>
        (db as never as { $queryRawUnsafe: (sql: string) => Promise<unknown> }).$queryRawUnsafe("select 1"),
      ),
    ).rejects.toThrow();
  });

  it("raw SQL inside the transaction sees one shop", async () => {
    const rows = await kernel.withTenant(
      ours,
      (db) => db.$queryRaw<{ tenant_id: string }[]>`select tenant_id from customers`,
    );
    expect(rows.map((row) => row.tenant_id)).toEqual([ours]);
  });

  it("many shops at once over few connections never mix, and failures leave nothing behind", async () => {
    const few = database.open({ poolSize: 2, wait: 300_000, timeout: 300_000 });
    const visits = Array.from({ length: 200 }, (_, index) => index);
    await Promise.all(
      visits.map(async (index) => {
        const shop = index % 2 ? ours : theirs;
        const visit = few.withTenant(shop, async (db) => {
          const rows = await db.$queryRaw<{ tenant_id: string }[]>`select tenant_id from customers`;
          expect(rows.map((row) => row.tenant_id)).toEqual([shop]);
          if (index % 7 === 0) await db.$executeRaw`select 1 / 0`;
        });
        await (index % 7 === 0 ? expect(visit).rejects.toThrow() : visit);
      }),
    );
    expect(few.pool.totalCount).toBeLessThanOrEqual(2);
    expect(few.pool.idleCount).toBe(few.pool.totalCount);
  });

  it("a connection goes back with nothing of its borrower's", async () => {
    const single = database.open({ poolSize: 1 });
    await single.withTenant(ours, async (db) => {
      await db.$executeRaw`set session work_mem = '64MB'`;
      await db.$executeRaw`select set_config('app.context', 'left behind', false)`;
      await db.$executeRaw`declare left_behind cursor with hold for select * from customers`;
      await db.$queryRaw`select pg_advisory_lock(42)::text`;
      await db.$executeRaw`listen left_behind`;
    });
    const { rows } = await single.pool.query(`
      select current_setting('work_mem') as memory, coalesce(current_setting('app.context', true), '') as context,
        (select count(*)::int from pg_cursors) as cursors, (select count(*)::int from pg_listening_channels()) as channels,
        (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks`);
    expect(rows[0]).toEqual({ memory: "4MB", context: "", cursors: 0, channels: 0, locks: 0 });
  });

  it("works where the backend changes under the connection, as behind a transaction pooler", async () => {
    const pooler = await startDisguise(database.appUrl);
    const behind = database.open({ url: pooler.url });
    for (const shop of [ours, theirs]) {
      const rows = await behind.withTenant(
        shop,
        (db) => db.$queryRaw<{ tenant_id: string }[]>`select tenant_id from customers`,
      );
      expect(rows.map((row) => row.tenant_id)).toEqual([shop]);
    }
    await behind.pool.end();
    pooler.stop();
  });

  it("begins no transaction without a scope", () =>
    running.exit(async () => {
      const client = await kernel.pool.connect();
      await expect(client.query("BEGIN")).rejects.toThrow("outside withTenant");
      client.release();
    }));
});

describe("the app's role", () => {
  it("is refused as a superuser: row level security would not hold it", async () => {
    const privileged = database.open({ url: database.adminUrl });
    await expect(privileged.withTenant(ours, (db) => db.customer.count())).rejects.toThrow("superuser");
  });

  describe("is refused", () => {
    let own: TestDatabase;
    beforeAll(async () => {
      own = await openTestDatabase({ own: true });
    });
    afterAll(() => own.close());

    // Roles are the whole server's: a name of its own, so that two runs on one server don't meet.
    const login = async (power: string) => {
      const role = `test_${randomUUID().slice(0, 8)}`;
      const named = power
        .replaceAll("them", role)
        .replaceAll("here", new URL(own.adminUrl).pathname.slice(1));
      await own.admin.query(
        `create role ${role} login password 'p'; grant connect on database ${new URL(own.adminUrl).pathname.slice(1)} to ${role}; ${named}`,
      );
      const url = new URL(own.appUrl);
      [url.username, url.password] = [role, "p"];
      return own
        .open({ url: url.href })
        .ready()
        .finally(() => own.admin.query(`alter role ${role} nosuperuser nobypassrls noreplication nologin`));
    };
    const powers: [string, string][] = [
      ["grant pg_read_all_data to them", "member of another role"],
      ["alter role them bypassrls", "BYPASSRLS"],
      ["alter role them replication", "REPLICATION"],
      ["alter role them createrole", "CREATEROLE"],
      ["alter role them createdb", "CREATEDB"],
      ["create table public.mine (id int); alter table public.mine owner to them", "owns"],
      ["create schema theirs authorization them", "owns"],
      ["grant create on database here to them", "may CREATE in this database"],
      ["grant temporary on database here to them", "TEMPORARY"],
      ["grant create on schema public to them", "may CREATE in a schema"],
      ["grant usage on schema vault to them", "reaches the vault"],
      ["grant select on vault.keys to them", "reaches the vault"],
      ["grant execute on function vault.mac(text, int) to them", "reaches the vault"],
    ];
    it.each(powers)("%s", (power, words) => expect(login(power)).rejects.toThrow(words));

    it("but not with nothing of that", () => expect(login("select 1")).resolves.toBeUndefined());
  });
});

function stale(shop: TenantId, pid: number): string {
  const now = Date.now;
  Date.now = () => now() - 3_600_000;
  try {
    return ticket(shop, pid, database.key);
  } finally {
    Date.now = now;
  }
}

/** A proxy that gives each connection a backend number of its own making, as PgBouncer does. */
async function startDisguise(url: string): Promise<{ url: string; stop: () => void }> {
  const target = new URL(url);
  const server = net.createServer((front) => {
    const back = net.connect(Number(target.port), target.hostname);
    front.on("error", () => back.destroy()).pipe(back);
    back.on("error", () => front.destroy());
    back.on("data", (chunk) => {
      // BackendKeyData: 'K', length 12, pid, secret.
      const at = chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
      if (at >= 0) chunk.writeInt32BE(7, at + 5);
      front.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const disguised = new URL(url);
  disguised.port = String((server.address() as net.AddressInfo).port);
  return { url: disguised.href, stop: () => server.close() };
}

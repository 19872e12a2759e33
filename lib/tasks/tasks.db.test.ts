import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { databaseOf, urlWith } from "@/scripts/tools/postgres/sql";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";

// The queue as it is: pg-boss in a database of this test's own, its worker in this process.
let database: TestDatabase;
let kernel: Kernel;
let url: string;
let north: TenantId;
let south: TenantId;
let task: typeof import("./task");
let worker: typeof import("./worker");
let queries: typeof import("./queries");
let verbs: typeof import("./verbs");

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  vi.stubEnv("DATABASE_URL", database.appUrl);
  task = await import("./task");
  worker = await import("./worker");
  queries = await import("./queries");
  verbs = await import("./verbs");
  url = urlWith(process.env.TASKS_DATABASE_URL ?? "", { database: databaseOf(database.adminUrl) });
  kernel = database.open();
  [north, south] = [await mintTenant(kernel, "North Glass"), await mintTenant(kernel, "South Glass")];
});
afterAll(async () => {
  await database.close();
  vi.unstubAllEnvs();
});
beforeEach(() => database.admin.query("delete from pgboss.job"));

const jobs = async (queue = "tasks") =>
  (await database.admin.query("select * from pgboss.job where name = $1 order by created_on", [queue])).rows;
const enqueue = (shop: TenantId, name: string, input: object = {}) =>
  kernel.withTenant(shop, (db) => task.enqueue(db, name, input));
const none = z.object({});

/** Works until `done` holds. */
async function work(
  tasks: ReturnType<typeof task.forShop>[],
  done: () => boolean | Promise<boolean>,
  slots = 4,
) {
  const { stop } = await worker.startWorker({ url, tasks, slots, pause: 20 });
  try {
    while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    await stop();
  }
}
const isEmpty = async () => (await jobs()).every(({ state }) => state === "completed");

describe("a task is enqueued", () => {
  it("in the transaction of its verb: what is rolled back was never enqueued", async () => {
    const failed = kernel.withTenant(north, async (db) => {
      await task.enqueue(db, "a.b", {});
      throw new Error("changed its mind");
    });
    await expect(failed).rejects.toThrow("changed its mind");
    expect(await jobs()).toEqual([]);
    await enqueue(north, "a.b", { id: 7 });
    expect((await jobs()).map(({ data }) => data)).toEqual([{ task: "a.b", scope: north, input: { id: 7 } }]);
  });

  it("for whose context is signed, whatever the input says", async () => {
    await enqueue(north, "a.b", { scope: south, tenant: south });
    expect((await jobs())[0].data.scope).toBe(north);
    await kernel.withSystem((db) => task.enqueue(db, "a.b", { scope: south }));
    expect((await jobs())[1].data.scope).toBe("system");
  });

  it("by nobody without a context, and with no more than an id or two", async () => {
    const bare = database.open();
    await expect(bare.pool.query("select app.enqueue('a.b', '{}')")).rejects.toThrow(/inside a shop/);
    await expect(enqueue(north, "a.b", { text: "x".repeat(8001) })).rejects.toThrow();
    expect(await jobs()).toEqual([]);
  });

  it("behind what the same shop has waiting, and not behind another's", async () => {
    for (let count = 0; count < 3; count++) await enqueue(north, "a.b");
    await enqueue(south, "a.b");
    expect((await jobs()).map(({ priority }) => priority)).toEqual([0, -1, -2, 0]);
  });
});

describe("the queue is closed", () => {
  it.each([
    "select * from pgboss.job",
    "insert into pgboss.job (name, data) values ('tasks', '{}')",
    "select pgboss.create_queue('x', '{}')",
    "delete from pgboss.job",
  ])("to the app's role: %s", async (sql) => {
    await expect(kernel.withTenant(north, (db) => db.$executeRaw`${sql}`)).rejects.toThrow();
    await expect(database.open().pool.query(sql)).rejects.toThrow(/permission denied for schema pgboss/);
  });

  it("to a shop that asks for what was given up, or would end it", async () => {
    await database.admin.query(
      `insert into pgboss.job (name, data) values ('dead', '{"task": "a.b", "scope": "system"}')`,
    );
    const [{ id }] = (await jobs("dead")) as [{ id: string }];
    await kernel.withTenant(north, async (db) => {
      expect(await db.$queryRaw`select id from app.dead_tasks()`).toEqual([]);
      expect(await db.$queryRaw`select waiting::int, dead::int from app.task_counts()`).toEqual([
        { waiting: 0, dead: 0 },
      ]);
      expect(await db.$queryRaw`select app.end_dead_task(${id}::uuid, true) as task`).toEqual([
        { task: null },
      ]);
    });
    expect(await jobs("dead")).toHaveLength(1);
  });

  it("to the worker's role beyond itself: it reads no table and enters no shop", async () => {
    const pg = await import("pg");
    const client = new pg.default.Client({ connectionString: url });
    await client.connect();
    for (const sql of [
      "select * from public.customers",
      "select * from public.tenants",
      "select app.enter('x')",
      "select vault.mac('x', 1)",
      "create table public.mine (id int)",
      "set role bastion_owner",
    ])
      await expect(client.query(sql), sql).rejects.toThrow(/permission denied/);
    await client.end();
  });
});

describe("the worker", () => {
  it("does a task in the shop that enqueued it, with the input as its form reads it", async () => {
    const seen: unknown[] = [];
    const one = task.forShop({
      name: "shop.look",
      input: z.object({ times: z.number() }),
      run: async (within, input, attempt) => {
        const { name } = await within((db) => db.tenant.findFirstOrThrow());
        seen.push([name, input, attempt.number, attempt.last, attempt.scope]);
      },
    });
    await enqueue(north, "shop.look", { times: 3, more: "dropped" });
    await enqueue(south, "shop.look", { times: 4 });
    await work([one], isEmpty);
    expect(seen.sort()).toEqual([
      ["North Glass", { times: 3 }, 1, false, north],
      ["South Glass", { times: 4 }, 1, false, south],
    ]);
  });

  it("does the system's own as the kernel; neither kind does the other's", async () => {
    const ran: string[] = [];
    const own = task.forSystem({
      name: "all.count",
      input: none,
      run: async (within) => void ran.push(`${await within((db) => db.tenant.count())} shops`),
    });
    const shops = task.forShop({ name: "one.count", input: none, run: async () => void ran.push("shop") });
    await enqueue(north, "all.count");
    await kernel.withSystem((db) => task.enqueue(db, "one.count", {}));
    await kernel.withSystem((db) => task.enqueue(db, "all.count", {}));
    await work([own, shops], async () =>
      (await jobs()).every(({ state }) => state !== "created" && state !== "active"),
    );
    expect(ran).toEqual([`${await kernel.withSystem((db) => db.tenant.count())} shops`]);
    const outputs = (await jobs()).map(({ state, output }) => [state, output?.problem]);
    expect(outputs.sort()).toEqual([
      ["completed", undefined],
      ["retry", "Error"],
      ["retry", "Error"],
    ]);
  });

  it("tries again after longer and longer, then gives up, and keeps of the error its kind alone", async () => {
    const attempts: [number, boolean][] = [];
    const bad = task.forShop({
      name: "a.bad",
      input: none,
      run: async (_within, _input, { number, last }) => {
        attempts.push([number, last]);
        throw Object.assign(new TypeError("Ann Secret, 512-555-0188"), { code: "ECONNREFUSED" });
      },
    });
    await enqueue(north, "a.bad");
    const waits: number[] = [];
    await work([bad], async () => {
      const [job] = await jobs();
      if (job?.state === "retry" && waits.length < job.retry_count + 1) {
        waits.push((job.start_after.getTime() - Date.now()) / 1000);
        await database.admin.query("update pgboss.job set start_after = now() where state = 'retry'");
      }
      return job?.state === "failed";
    });
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => [number, number === 8]));
    expect(waits).toHaveLength(7);
    waits.forEach((wait, at) => {
      // Somebody may be slow to look, never early.
      expect(wait).toBeLessThanOrEqual(15 * 2 ** (at + 1));
    });
    expect(waits[6]).toBeGreaterThan(600);
    const dead = await kernel.withSystem(queries.deadTasks);
    expect(dead).toMatchObject([
      { task: "a.bad", shop: { name: "North Glass" }, problem: "TypeError ECONNREFUSED" },
    ]);
    const stored = await database.admin.query("select row_to_json(j)::text as text from pgboss.job j");
    expect(stored.rows.map(({ text }) => text).join()).not.toMatch(/Secret|0188/);
  });

  it("has a task without a name that it knows tried again, for a release that does", async () => {
    await enqueue(north, "of.tomorrow");
    await work([], async () => (await jobs())[0]?.state === "retry");
    expect((await jobs())[0].output).toEqual({ problem: "Error" });
  });

  it("finishes what is under way when it is stopped, and takes nothing more", async () => {
    let begin = () => {};
    let release = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const free = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ended: string[] = [];
    const slow = task.forShop({
      name: "a.slow",
      input: none,
      run: async () => {
        begin();
        await free;
        ended.push("done");
      },
    });
    await enqueue(north, "a.slow");
    const { stop } = await worker.startWorker({ url, tasks: [slow], slots: 1, pause: 20 });
    await begun;
    await enqueue(north, "a.slow");
    const stopped = stop().then(() => ended.push("stopped"));
    release();
    await stopped;
    expect(ended).toEqual(["done", "stopped"]);
    expect((await jobs()).map(({ state }) => state).sort()).toEqual(["completed", "created"]);
  });

  it("starts the one task of a shop within a few others, though 10,000 of another's wait", async () => {
    await kernel.withTenant(
      north,
      (db) => db.$queryRaw`select count(app.enqueue('a.count', '{}'))::int from generate_series(1, 10000)`,
    );
    await enqueue(south, "a.count");
    const order: string[] = [];
    const count = task.forShop({
      name: "a.count",
      input: none,
      run: async (_within, _input, { scope }) => void order.push(scope),
    });
    await work([count], () => order.includes(south));
    expect(order.indexOf(south)).toBeLessThanOrEqual(8);
  });
});

describe("a task that was given up", () => {
  const give = async (name = "a.b") => {
    await enqueue(north, name);
    await database.admin.query("update pgboss.job set retry_limit = 0 where name = 'tasks'");
    const bad = task.forShop({ name, input: none, run: async () => Promise.reject(new Error("no")) });
    await work([bad], async () => (await jobs("dead")).length > 0);
    return (await kernel.withSystem(queries.deadTasks))[0]?.id ?? "";
  };

  it("is tried again as often as a new one, in the same shop", async () => {
    const id = await give();
    const done = await kernel.withSystem((db) => verbs.endDeadTask(db, { id, again: true }));
    expect(done).toEqual({ id, task: "a.b" });
    expect(await jobs("dead")).toEqual([]);
    const again = (await jobs()).filter(({ state }) => state === "created");
    expect(again).toMatchObject([
      { data: { task: "a.b", scope: north, input: {} }, retry_limit: 7, dead_letter: "dead" },
    ]);
    const seen: string[] = [];
    const good = task.forShop({
      name: "a.b",
      input: none,
      run: async (_within, _input, { scope }) => void seen.push(scope),
    });
    await work([good], () => seen.length > 0);
    expect(seen).toEqual([north]);
  });

  it("is taken away for good, once", async () => {
    const id = await give();
    await kernel.withSystem((db) => verbs.endDeadTask(db, { id, again: false }));
    expect([await jobs("dead"), (await jobs()).filter(({ state }) => state === "created")]).toEqual([[], []]);
    for (const gone of [id, randomUUID()])
      await expect(
        kernel.withSystem((db) => verbs.endDeadTask(db, { id: gone, again: true })),
      ).rejects.toThrow("Not found");
  });

  it("is counted beside those that wait", async () => {
    await give();
    await enqueue(south, "a.c");
    await enqueue(south, "a.c");
    const counts = await kernel.withSystem(queries.taskCounts);
    expect(counts).toMatchObject({ waiting: 2, running: 0, dead: 1, oldest: expect.any(Date) });
  });
});

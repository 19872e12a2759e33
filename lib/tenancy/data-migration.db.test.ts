import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFlags, exitOf, startNode } from "@/scripts/tools/process/child";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { addPlus } from "@/tests/support/slow-data-migration";
import { type DataMigration, migrateData } from "./data-migration";
import type { Kernel } from "./kernel";

const SHOPS = 3;
const EACH = 23;
let database: TestDatabase;
let kernel: Kernel;

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open();
  for (let shop = 0; shop < SHOPS; shop++) {
    const tenantId = await mintTenant(kernel);
    const data = Array.from({ length: EACH }, (_, index) => ({ name: `Customer ${index}` }));
    await kernel.withTenant(tenantId, (db) => db.customer.createMany({ data }));
  }
});
afterAll(() => database.close());

/** How many customers have which notes. */
const notes = async () => {
  const { rows } = await database.admin.query(
    "select notes, count(*)::int as n from customers group by 1 order by 1",
  );
  return Object.fromEntries(rows.map((row) => [row.notes, row.n]));
};

describe("a data migration", () => {
  it("that is killed in the middle goes on where it was: every row once", async () => {
    const env = { DATABASE_URL: database.appUrl, TENANCY_KEY: database.key, PAUSE: "60" };
    const child = startNode("tests/support/slow-data-migration.ts", [], { env, flags: appFlags });
    const ended = exitOf(child);
    while (child.exitCode === null && ((await notes())["+"] ?? 0) < 30) await sleep(25);
    child.kill("SIGKILL");
    await ended;
    const half = (await notes())["+"] ?? 0;
    expect(half).toBeGreaterThanOrEqual(30);
    expect(half).toBeLessThan(SHOPS * EACH);

    const said: string[] = [];
    const changed = await migrateData(kernel, addPlus, (line) => said.push(line));
    expect(await notes()).toEqual({ "+": SHOPS * EACH });
    expect(changed).toBe(SHOPS * EACH - half);
    expect(said.at(-1)).toMatch(/^add_plus: test-\S+ done, 23 rows \(shop 3 of 3\)$/);
  });

  it("took a transaction for each batch and never a long one", async () => {
    const { rows } = await database.admin.query(
      "select max(n)::int as most, count(*)::int as transactions from (select count(*) as n from customers group by xmin::text) t",
    );
    expect(rows[0]).toEqual({ most: 5, transactions: SHOPS * Math.ceil(EACH / 5) });
  });

  it("that is done does nothing when it is run again, but to a shop that is new", async () => {
    expect(await migrateData(kernel, addPlus)).toBe(0);
    const fresh = await mintTenant(kernel);
    await kernel.withTenant(fresh, (db) => db.customer.create({ data: { name: "Late" } }));
    expect(await migrateData(kernel, addPlus)).toBe(1);
    expect(await notes()).toEqual({ "+": SHOPS * EACH + 1 });
  });

  it("that runs twice at once changes every row once", async () => {
    const twice = { ...addPlus, name: "twice_at_once" };
    const other = database.open();
    const counts = await Promise.all([migrateData(kernel, twice), migrateData(other, twice)]);
    expect(counts[0] + counts[1]).toBe(SHOPS * EACH + 1);
    expect(await notes()).toEqual({ "++": SHOPS * EACH + 1 });
  });

  it("that changes fewer rows than it took says so and keeps nothing of the batch", async () => {
    const blind: DataMigration = {
      ...addPlus,
      name: "blind",
      change: async (db, rows) => (await addPlus.change(db, rows)) - 1,
    };
    await expect(migrateData(kernel, blind)).rejects.toThrow(/blind changed 4 of 5 rows in test-/);
    expect(await notes()).toEqual({ "++": SHOPS * EACH + 1 });
  });

  it("that takes rows in no order is stopped before it changes any", async () => {
    const random: DataMigration = {
      ...addPlus,
      name: "random",
      rows: (db, _after, take) =>
        db.customer.findMany({ orderBy: { id: "desc" }, take, select: { id: true } }),
    };
    await expect(migrateData(kernel, random)).rejects.toThrow("out of the order of their ids");
    expect(await notes()).toEqual({ "++": SHOPS * EACH + 1 });
  });

  it("run by the tables' owner without a shop would change nothing and say nothing: that is why it has one", async () => {
    await database.asOwner(
      "do $$ begin update customers set notes = 'lost'; if found then raise 'the owner reaches rows'; end if; end $$",
    );
  });
});

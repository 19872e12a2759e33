import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TenantId } from "@/lib/tenancy/scope";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { pgbouncerBinary, startPgbouncer } from "./pgbouncer";
import { leftOn, mintShops, storm } from "./storm";

let database: TestDatabase;
let shops: TenantId[];
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  shops = await mintShops(database.open(), 50);
});
afterAll(() => database.close());

const clean = { context: "", timeout: "0", outside: true, customers: 0, locks: 0 };

describe("a pool of five connections for fifty shops", () => {
  it("mixes no shops, leaves nothing on a connection and loses none, whatever fails", async () => {
    const kernel = database.open({ poolSize: 5 });
    const ended = await storm({ kernel, admin: database.admin, shops, visits: 2000 });
    expect(ended.foreign).toEqual([]);
    expect(ended.well).toBeGreaterThan(200);
    expect(ended.badly).toBeGreaterThan(50);
    expect(await leftOn(kernel.pool, 5)).toEqual(Array.from({ length: 5 }, () => clean));
    expect(kernel.pool.idleCount).toBe(5);
    expect(kernel.pool.waitingCount).toBe(0);
  });

  it("gets back clean the connection of a transaction that took too long", async () => {
    const kernel = database.open({ poolSize: 5, timeout: 100 });
    const slow = shops.slice(0, 20).map((shop) =>
      kernel.withTenant(shop, async (db) => {
        await db.$executeRaw`select set_config('app.context', 'left behind', false), pg_advisory_lock_shared(9), pg_sleep(0.3)`;
        return db.customer.count();
      }),
    );
    const ends = await Promise.allSettled(slow);
    expect(ends.map(({ status }) => status)).toEqual(slow.map(() => "rejected"));
    expect(await leftOn(kernel.pool, 5)).toEqual(Array.from({ length: 5 }, () => clean));
  });

  it("holds through PgBouncer in transaction mode, where connections change between transactions", async (test) => {
    if (!pgbouncerBinary) test.skip("PgBouncer is not installed here: apt-get install pgbouncer");
    const bouncer = await startPgbouncer(database.appUrl, 5);
    const kernel = database.open({ url: bouncer.url, poolSize: 20 });
    const ended = await storm({ kernel, admin: database.admin, shops, visits: 1000 });
    expect(ended.foreign).toEqual([]);
    expect(ended.well).toBeGreaterThan(100);
    expect(ended.badly).toBeGreaterThan(20);
    expect(new Set((await leftOn(kernel.pool, 5)).map((left) => JSON.stringify(left)))).toEqual(
      new Set([JSON.stringify(clean)]),
    );
    await kernel.close();
    await bouncer.stop();
  });
});

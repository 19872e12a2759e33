import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { PrismaClient } from "./generated/client";
import type { Kernel } from "./kernel";
import type { TenantId } from "./scope";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
const prisma = new PrismaClient({ adapter: new PrismaPg({}) });

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
});
afterAll(() => database.close());

/** What nobody but a Prisma client, its engine, or a connection has. */
const ESCAPES =
  /^(\$parent|\$extends|\$transaction|\$connect|\$disconnect|\$on|_(?!toGraphQLInputType).*|connect|release|requestTransaction|.*Unsafe)$/;

/** Built-ins lead everywhere and nowhere. */
const intrinsics = new Set<unknown>(
  [Object, Function, Array, Promise, Symbol, String, Error].flatMap((one) => [one, one.prototype]),
);

/** Every way from a value: its own properties and those of its prototypes, symbols and getters too, with what each leads to. */
function reachable(from: unknown): string[] {
  const paths: string[] = [];
  const seen = new Set<unknown>(intrinsics);
  const open: [string, unknown][] = [["db", from]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next;
    if (Object(value) !== value || seen.has(value) || path.split(".").length > 7) continue;
    seen.add(value);
    for (let at = value as object | null; at && !intrinsics.has(at); at = Object.getPrototypeOf(at))
      for (const key of Reflect.ownKeys(at)) {
        paths.push(`${path}.${String(key)}`);
        try {
          open.push([`${path}.${String(key)}`, Reflect.get(at, key, value)]);
        } catch {
          // A getter that throws leads nowhere.
        }
      }
    if (Reflect.get(value as object, "constructor"))
      open.push([`${path}.constructor`, (value as object).constructor]);
  }
  return paths;
}

const escapesFrom = (value: unknown): string[] =>
  reachable(value).filter((path) => ESCAPES.test(path.split(".").at(-1) ?? ""));

describe("what a transaction's work is handed", () => {
  it("leads nowhere but to models and raw SQL, by no property, prototype, symbol or cast", async () => {
    await kernel.withTenant(shop, async (db) => {
      expect(escapesFrom(db)).toEqual([]);
      expect(escapesFrom(db.customer)).toEqual([]);
      expect(escapesFrom(db.customer.findMany())).toEqual([]);
      expect(escapesFrom(db.$queryRaw`select 1`)).toEqual([]);
      expect(Object.getPrototypeOf(Object.getPrototypeOf(db))).toBeNull();
      for (const cast of [
        "$parent",
        "$extends",
        "$transaction",
        "constructor",
        "_engine",
        "$queryRawUnsafe",
        "user",
        "credential",
      ])
        expect((db as never)[cast], cast).toBeUndefined();
    });
    await kernel.withSystem(async (db) => {
      expect(escapesFrom(db)).toEqual(["db.$queryRawUnsafe"]);
    });
  });

  it("is walked well: Prisma's own client leads out in many ways", () => {
    expect(escapesFrom(prisma).length).toBeGreaterThan(10);
    expect(escapesFrom(prisma.customer)).not.toEqual([]);
  });

  it("has every operation that Prisma has", async () => {
    const asked = (key: string) =>
      typeof prisma.customer[key as never] === "function" && !/^[$_]|Raw$/.test(key);
    const theirs = Reflect.ownKeys(prisma.customer).map(String).filter(asked);
    await kernel.withTenant(shop, async (db) => {
      const ours = Reflect.ownKeys(Object.getPrototypeOf(db.customer)).map(String);
      expect(ours.sort()).toEqual([...theirs, "constructor", "fields"].sort());
    });
  });

  it("can't be changed for the next who is handed one", async () => {
    await kernel.withTenant(shop, async (db) => {
      expect(() => Object.assign(Object.getPrototypeOf(db), { customer: null })).toThrow();
      expect(() => Object.assign(Object.getPrototypeOf(db.customer), { findMany: null })).toThrow();
      expect(() => Object.assign(db, { mine: 1 })).toThrow();
    });
  });

  it("takes raw SQL as a tagged template alone", async () => {
    for (const text of ["select 1", { sql: "select 1", values: [], strings: ["select 1"] }, ["select 1"]])
      await expect(kernel.withTenant(shop, (db) => db.$queryRaw(text as never))).rejects.toMatchObject({
        name: "Unscopable",
      });
  });

  it("sends nothing until it is awaited, and then once", async () => {
    const count = () => kernel.withTenant(shop, (db) => db.customer.count());
    await kernel.withTenant(shop, async (db) => {
      db.customer.create({ data: { name: "Never" } }); // forgotten
      await db.customer.create({ data: { name: "Once" } }).finally(() => {});
    });
    expect(await count()).toBe(1);
  });
});

describe("a database error that the work catches and does not pass on", () => {
  const swallowed = async (db: { $executeRaw: (text: TemplateStringsArray) => PromiseLike<unknown> }) => {
    await Promise.resolve(db.$executeRaw`select 1 / 0`).catch(() => {});
    return "as if saved";
  };

  it("is told by withTenant, where COMMIT answers ROLLBACK", async () => {
    const saved = kernel.withTenant(shop, async (db) => {
      await db.customer.create({ data: { name: "Lost" } });
      return swallowed(db);
    });
    await expect(saved).rejects.toMatchObject({ name: "NothingSaved" });
    expect(await kernel.withTenant(shop, (db) => db.customer.count({ where: { name: "Lost" } }))).toBe(0);
  });

  it("is told by withSystem and everyTenant too, and the connection goes back clean", async () => {
    const single = database.open({ poolSize: 1 });
    await expect(single.withSystem(swallowed)).rejects.toMatchObject({ name: "NothingSaved" });
    await expect(single.everyTenant(async (_, db) => void (await swallowed(db)))).rejects.toMatchObject({
      name: "NothingSaved",
    });
    await expect(
      single.withTenant(shop, async (db) => {
        await db.$executeRaw`select pg_advisory_lock(11)`;
        return swallowed(db);
      }),
    ).rejects.toMatchObject({ name: "NothingSaved" });
    const { rows } = await single.pool.query(
      "select count(*)::int as locks from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
    );
    expect(rows).toEqual([{ locks: 0 }]);
  });

  it("by a savepoint's rollback is no error at all", async () => {
    await kernel.withTenant(shop, async (db) => {
      await db.$executeRaw`savepoint try`;
      await Promise.resolve(db.$executeRaw`select 1 / 0`).catch(() => {});
      await db.$executeRaw`rollback to savepoint try`;
      await db.customer.create({ data: { name: "Saved" } });
    });
    expect(await kernel.withTenant(shop, (db) => db.customer.count({ where: { name: "Saved" } }))).toBe(1);
  });
});

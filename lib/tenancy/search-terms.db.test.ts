import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import type { Db, Kernel } from "./kernel";
import type { TenantId } from "./scope";
import { by } from "./tenancy";

// Terms are written at the end of every transaction, by whatever statement its rows were.
let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let customerId: string;
let vehicleId: string;
const inShop = <R>(run: (db: Db) => Promise<R>) => kernel.withTenant(shop, run);

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  const { customer, vehicle } = await mintCustomer(kernel, shop, "Zoë O'Hara");
  [customerId, vehicleId] = [customer.id, vehicle.id];
});
afterAll(() => database.close());

const termsOf = async (subject: string) =>
  (await inShop((db) => db.searchTerm.findMany({ where: { subject }, orderBy: { term: "asc" } }))).map(
    ({ term }) => term,
  );
const words = async (subject: string) => (await termsOf(subject)).filter((term) => !/\d/.test(term));

it("a new record is found by what it says", async () => {
  expect(await termsOf(customerId)).toEqual(
    ["5125550188", "5550188", "<8810555215", "hara", "ohara", "zoeohara"].sort(),
  );
  expect(await termsOf(vehicleId)).toEqual(["<4321cba", "abc1234"]);
});

const renames: [string, (db: Db) => Promise<unknown>][] = [
  ["update", (db) => db.customer.update({ where: by("id", customerId), data: { name: "update" } })],
  [
    "update that returns no id",
    (db) =>
      db.customer.update({
        where: by("id", customerId),
        data: { name: "update that returns no id" },
        select: { phone: true },
      }),
  ],
  [
    "updateMany by id",
    (db) => db.customer.updateMany({ where: { id: customerId }, data: { name: "updateMany by id" } }),
  ],
  [
    "updateMany by something else",
    (db) =>
      db.customer.updateMany({
        where: { vehicles: { some: { plate: "ABC1234" } } },
        data: { name: "updateMany by something else" },
      }),
  ],
  ["updateMany of all", (db) => db.customer.updateMany({ data: { name: "updateMany of all" } })],
  [
    "updateManyAndReturn",
    (db) =>
      db.customer.updateManyAndReturn({
        where: { phone: "+15125550188" },
        data: { name: "updateManyAndReturn" },
        select: { name: true },
      }),
  ],
  [
    "upsert",
    (db) =>
      db.customer.upsert({
        where: by("id", customerId),
        create: { name: "x" },
        update: { name: "upsert" },
      }),
  ],
  [
    "nested update",
    (db) =>
      db.vehicle.update({
        where: by("id", vehicleId),
        data: { customer: { update: { name: "nested update" } } },
      }),
  ],
  ["raw sql", (db) => db.$executeRaw`update customers set name = 'raw sql' where id = ${customerId}::uuid;`],
  ["raw sql of all", (db) => db.$executeRaw`UPDATE public.customers c SET name = 'raw sql of all'`],
  [
    "raw sql with from",
    (db) =>
      db.$executeRaw`update customers c set name = 'raw sql with from' from vehicles v where v.customer_id = c.id`,
  ],
  [
    "raw sql in with",
    (db) =>
      db.$queryRaw`with done as (update customers set name = 'raw sql in with' returning phone) select * from done`,
  ],
  [
    "query that returns",
    (db) => db.$queryRaw`update customers set name = 'query that returns' returning name`,
  ],
];
it.each(renames)("%s: the terms are those of the new name alone", async (name, rename) => {
  await inShop(rename);
  const joined = name.split(" ").map((_, at, all) => all.slice(at).join("").toLowerCase());
  expect(await words(customerId)).toEqual(joined.sort());
});

it("what is deleted is found no more, however it is deleted", async () => {
  const add = (nagsNumber: string) => inShop((db) => db.stockItem.create({ data: { nagsNumber } }));
  const [one, many, raw] = [await add("DW01111AAAA"), await add("DW01112AAAA"), await add("DW01113AAAA")];
  expect(await termsOf(raw.id)).toContain("dw01113aaaa");
  await inShop((db) => db.stockItem.delete({ where: by("id", one.id) }));
  await inShop((db) => db.stockItem.deleteMany({ where: { nagsNumber: "DW01112AAAA" } }));
  await inShop((db) => db.$executeRaw`delete from stock_items`);
  for (const { id } of [one, many, raw]) expect(await termsOf(id)).toEqual([]);
});

it("many rows in one statement, added, skipped and returned", async () => {
  const data = Array.from({ length: 2_345 }, (_, n) => ({ name: `Many ${n}x` }));
  await inShop((db) => db.customer.createMany({ data, skipDuplicates: true }));
  const rows = await inShop((db) =>
    db.customer.createManyAndReturn({ data: [{ name: "Returned" }], select: { name: true } }),
  );
  expect(rows).toEqual([{ name: "Returned" }]);
  const count = (term: string) => inShop((db) => db.searchTerm.count({ where: { term } }));
  expect([await count("many2344x"), await count("2344x"), await count("returned")]).toEqual([1, 1, 1]);
});

it("a transaction that fails leaves the terms as the rows", async () => {
  const before = await termsOf(customerId);
  const failed = inShop(async (db) => {
    await db.customer.update({ where: by("id", customerId), data: { name: "Lost" } });
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await termsOf(customerId)).toEqual(before);
});

it("counts and rows of a write are what they were before anybody watched", async () => {
  expect(
    await inShop((db) => db.$executeRaw`update customers set notes = 'n' where id = ${customerId}::uuid`),
  ).toBe(1);
  expect(
    await inShop((db) => db.customer.updateMany({ where: { id: vehicleId }, data: { notes: "n" } })),
  ).toEqual({ count: 0 });
});

describe("two at once", () => {
  it("leave the terms of what the row says in the end", async () => {
    const { customer } = await mintCustomer(kernel, shop, "Two");
    const rename = (name: string) =>
      inShop((db) => db.customer.updateMany({ where: { id: customer.id }, data: { name } }));
    for (let round = 0; round < 10; round++)
      await Promise.all(["Anna Ash", "Bert Birch", "Cleo Cedar"].map(rename));
    const { name } = await inShop((db) => db.customer.findUniqueOrThrow({ where: by("id", customer.id) }));
    const joined = [name.replace(" ", "").toLowerCase(), name.split(" ")[1]?.toLowerCase()].sort();
    expect(await words(customer.id)).toEqual(joined);
  });
});

it("no shop finds another's", async () => {
  const other = await mintTenant(kernel);
  await kernel.withTenant(other, (db) => db.customer.create({ data: { name: "Zzyzx" } }));
  expect(await inShop((db) => db.searchTerm.count({ where: { term: "zzyzx" } }))).toBe(0);
  expect(await kernel.withTenant(other, (db) => db.searchTerm.count({ where: { term: "zzyzx" } }))).toBe(1);
});

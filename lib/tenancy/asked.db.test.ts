import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { NotFound } from "./errors";
import type { Db, Kernel } from "./kernel";
import type { TenantId } from "./scope";
import { by } from "./tenancy";

// What is not found tells the security log which ids its transaction really asked for, by whatever way they came to the database.
let database: TestDatabase;
let kernel: Kernel;
let own: TenantId;
let theirs: string;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  own = await mintTenant(kernel);
  theirs = (await mintCustomer(kernel, await mintTenant(kernel))).customer.id;
});
afterAll(() => database.close());

const askedBy = async (work: Promise<unknown>) => {
  const error = (await work.catch((thrown) => thrown)) as NotFound;
  expect(error).toMatchObject({ name: expect.stringMatching(/NotFound|TenantMismatch/) });
  return error.asked as string[];
};
const missing = async (found: Promise<unknown>) => {
  await found;
  throw new NotFound();
};

const ways: [string, (db: Db, id: string) => Promise<unknown>][] = [
  ["by its key", (db, id) => db.customer.findUniqueOrThrow({ where: by("id", id) })],
  ["in capitals", (db, id) => db.customer.findUniqueOrThrow({ where: by("id", id.toUpperCase()) })],
  ["in a filter", (db, id) => db.customer.findFirstOrThrow({ where: { OR: [{ name: "x" }, { id }] } })],
  ["in a list", (db, id) => missing(db.customer.findMany({ where: { id: { in: [randomUUID(), id] } } }))],
  ["along a relation", (db, id) => missing(db.vehicle.findMany({ where: { customer: { id } } }))],
  ["to change", (db, id) => db.customer.update({ where: by("id", id), data: { name: "x" } })],
  [
    "to hang a row on",
    (db, id) => db.vehicle.create({ data: { customerId: id, year: 2021, make: "x", model: "x" } }),
  ],
  ["in SQL", (db, id) => missing(db.$queryRaw`select from customers where id = ${id}::uuid`)],
  [
    "in a list in SQL",
    (db, id) => missing(db.$queryRaw`select from customers where id = any(${[randomUUID(), id]}::uuid[])`),
  ],
];

it.each(ways)("%s", async (_way, ask) => {
  expect(await askedBy(kernel.withTenant(own, (db) => ask(db, theirs)))).toContain(theirs);
});

it("of the kernel's own work too", async () => {
  const asked = await askedBy(
    kernel.withSystem((db) => db.part.findUniqueOrThrow({ where: { id: theirs } })),
  );
  expect(asked).toContain(theirs);
});

it("and no more than that: what was named and not asked for, or asked for in another transaction, is none", async () => {
  const decoy = randomUUID();
  const misses = (id: string) =>
    askedBy(kernel.withTenant(own, (db) => db.customer.findUniqueOrThrow({ where: by("id", id) })));
  expect(await misses(decoy)).toContain(decoy);
  const asked = await Promise.all([misses(theirs), misses(randomUUID())]);
  expect(asked[0]).toContain(theirs);
  expect(asked[1]).not.toContain(theirs);
  for (const list of asked) expect(list).not.toContain(decoy);
  expect(await askedBy(kernel.withTenant(own, async () => Promise.reject(new NotFound())))).toEqual([]);
});

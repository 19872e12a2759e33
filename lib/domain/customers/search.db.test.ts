import { afterAll, beforeAll, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { searchCustomers } from "./queries";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  const fillers = Array.from({ length: 12 }, (_, n) => `Adam Marsh ${n}`);
  await kernel.withTenant(shop, (db) =>
    db.customer.createMany({
      data: ["Zoe Marsh", "Marsha Lee", "Marsh Motors", ...fillers].map((name) => ({ name })),
    }),
  );
});
afterAll(() => database.close());

it("offers names that begin with the search first, however many hold it", async () => {
  const found = await kernel.withTenant(shop, (db) => searchCustomers(db, "marsh"));
  expect(found.map(({ name }) => name).slice(0, 3)).toEqual(["Marsh Motors", "Marsha Lee", "Adam Marsh 0"]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(10);
});

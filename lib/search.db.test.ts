import { afterAll, beforeAll, expect, it } from "vitest";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { begins, codeBegins, holds, same } from "./search";
import type { Kernel } from "./tenancy/kernel";
import type { TenantId } from "./tenancy/scope";

let database: TestDatabase;
let kernel: Kernel;
let tenantId: TenantId | undefined;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

const letters = ["%", "_", "\\", "a"];
const names = letters.flatMap((one) => letters.map((other) => `x${one}${other}X`)).sort();

it.each(names)("finds %s where it is typed and nothing else: no letter stands for others", async (typed) => {
  tenantId ??= await mintNamed();
  const pick = (filter: object) =>
    kernel.withTenant(tenantId as TenantId, async (db) =>
      (await db.customer.findMany({ where: { name: filter } })).map(({ name }) => name).sort(),
    );
  const part = typed.slice(1, -1);
  expect(await pick(same(typed.toLowerCase()))).toEqual([typed]);
  expect(await pick(holds(part.toUpperCase()))).toEqual([typed]);
  expect(await pick(begins(`X${part}`))).toEqual([typed]);
  expect(await pick(codeBegins(`x${part}`))).toEqual([typed]);
});

async function mintNamed(): Promise<TenantId> {
  const id = await mintTenant(kernel);
  await kernel.withTenant(id, (db) => db.customer.createMany({ data: names.map((name) => ({ name })) }));
  return id;
}

import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { partsFor, partsNumbered } from "@/lib/domain/catalog/desk-parts";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import type { Db } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { NewQuote } from "./forms";
import { getQuote } from "./queries";
import { create } from "./verbs";

const TODAY = "2026-11-21";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let other: TenantId;
const car = { year: 2021, make: "Winnebago", model: "Vista", bodyStyle: "" };
const actor = { timeZone: "America/Chicago" } as Actor;

const cash = { name: "Cash", payer: "cash", laborMode: "hourly", laborCents: 6_000, kitCents: 2_500 };

async function furnish(db: Db, listPriceCents: number) {
  await db.pricingProfile.create({
    data: { ...cash, rules: { create: [{ pattern: "*", kind: "discount", bps: 1_000 }] } },
  });
  const part = { nagsNumber: "RV-4471-L", prefix: "", number: "RV4471L", glassPosition: "windshield" };
  const { id } = await db.part.create({
    data: { ...part, description: "Vista windshield", listPriceCents, laborMinutes: 120, kitHalves: 2 },
  });
  await db.partFit.create({
    data: { make: "Winnebago", model: "Vista", partId: id, yearFrom: 2015, yearTo: 2024 },
  });
}

const typed = {
  customerName: "Rae Rover",
  phone: "512 555 0177",
  year: "2021",
  make: "Winnebago",
  model: "Vista",
  work: "windshield",
  place: "shop",
  payer: "cash",
};
const quoted = (tenant: TenantId, nags: string) =>
  kernel.withTenant(tenant, async (db) => {
    const { id } = await create(db, NewQuote.parse({ ...typed, nags }), actor);
    return getQuote(db, id);
  });

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  [shop, other] = [await mintTenant(kernel), await mintTenant(kernel)];
  await kernel.withTenant(shop, (db) => furnish(db, 100_000));
  await kernel.withTenant(other, async (db) => {
    await db.pricingProfile.create({ data: cash });
  });
});
afterAll(() => database.close());

it("the desk finds the shop's own part by vehicle and by its number however it is typed, and says whose it is", async () => {
  const own = { nagsNumber: "RV-4471-L", own: true };
  expect(await kernel.withTenant(shop, (db) => partsFor(db, car, TODAY))).toMatchObject([own]);
  for (const number of ["RV-4471-L", "rv 4471 l", "rv4471l"])
    expect(await kernel.withTenant(shop, (db) => partsNumbered(db, number, TODAY)), number).toMatchObject([
      own,
    ]);
  expect(await kernel.withTenant(shop, (db) => partsNumbered(db, "DW02501GTYN", TODAY))).toMatchObject([
    { own: false },
  ]);
});

it("another shop's desk finds nothing", async () => {
  expect(await kernel.withTenant(other, (db) => partsFor(db, car, TODAY))).toEqual([]);
  expect(await kernel.withTenant(other, (db) => partsNumbered(db, "RV-4471-L", TODAY))).toEqual([]);
});

it("a quote prices it by the shop's rules, with its labor and kit", async () => {
  const quote = await quoted(shop, "rv 4471 l");
  expect(quote.nagsNumber).toBe("RV-4471-L");
  expect(quote.lines.map(({ kind, totalCents }) => [kind, totalCents])).toEqual(
    expect.arrayContaining([
      ["glass", 90_000],
      ["labour", 12_000],
      ["kit", 2_500],
    ]),
  );
});

it("a number that is neither NAGS nor one's own is refused beside its field", async () => {
  for (const [tenant, number] of [
    [shop, "RV-9999"],
    [other, "RV-4471-L"],
  ] as const)
    await expect(quoted(tenant, number), number).rejects.toMatchObject({
      field: "nags",
      message: expect.stringMatching(/^None of your own parts has this number\./),
    });
});

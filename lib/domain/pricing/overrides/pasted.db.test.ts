import { afterAll, beforeAll, expect, it } from "vitest";
import { PastedStock, saveStock } from "@/lib/domain/inventory/pasted";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { Db, TenantId } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { PastedParts, saveParts } from "./pasted";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let neighbour: TenantId;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  [shop, neighbour] = [await mintTenant(kernel), await mintTenant(kernel)];
});
afterAll(() => database.close());

const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
const paste = (pasted: string) => inShop((db) => saveParts(db, PastedParts.parse({ pasted }).pasted));
const count = (pasted: string) => inShop((db) => saveStock(db, PastedStock.parse({ pasted }).pasted));
const ordered = { orderBy: { nagsNumber: "asc" }, omit: { tenantId: true, id: true } } as const;

it("pasted prices are added and changed, and what a line does not tell stays", async () => {
  expect(await paste("DW02501GTYN\t620\t180\nFD20417GTNN\t\t64.50")).toEqual(["DW02501GTYN", "FD20417GTNN"]);
  expect(await paste("DW02501GTYN\t640\nDB30001GTYN\t200")).toEqual(["DB30001GTYN"]);
  expect(await inShop((db) => db.partOverride.findMany(ordered))).toEqual([
    { nagsNumber: "DB30001GTYN", priceCents: 200_00, costCents: null },
    { nagsNumber: "DW02501GTYN", priceCents: 640_00, costCents: 180_00 },
    { nagsNumber: "FD20417GTNN", priceCents: null, costCents: 64_50 },
  ]);
  expect(await kernel.withTenant(neighbour, (db) => db.partOverride.count())).toBe(0);
});

it("a number that no part has, or that comes twice, is refused with its line, and nothing is saved", async () => {
  await expect(paste("DB30002GTYN\t5\nRV-NEVER-1\t5")).rejects.toThrow("Line 2: None of your own parts");
  await expect(paste("DB30002GTYN\t5\ndb 30002 gtyn\t6")).rejects.toThrow(
    "Line 2: DB30002GTYN is on line 1 already.",
  );
  expect(await inShop((db) => db.partOverride.count({ where: { nagsNumber: "DB30002GTYN" } }))).toBe(0);
});

it("a pasted count leaves minimum, maximum and bin, and they never cross", async () => {
  await count("DW02501GTYN\t3\t2\t6\tB4");
  expect(await count("DW02501GTYN\t1\nFD20417GTNN\t2")).toEqual(["FD20417GTNN"]);
  expect(await inShop((db) => db.stockItem.findMany(ordered))).toEqual([
    { nagsNumber: "DW02501GTYN", onHand: 1, minQty: 2, maxQty: 6, bin: "B4" },
    { nagsNumber: "FD20417GTNN", onHand: 2, minQty: 0, maxQty: null, bin: "" },
  ]);
  await expect(count("FD20417GTNN\t5\nDW02501GTYN\t1\t7")).rejects.toThrow(
    "Line 2: DW02501GTYN would have a minimum of 7 and a maximum of 6.",
  );
  expect(await inShop((db) => db.stockItem.count({ where: { onHand: 5 } }))).toBe(0);
});

it("two counts of the same shelves in another order wait for each other, and both are saved", async () => {
  const numbers = Array.from({ length: 60 }, (_, n) => `DW${10_000 + n}GTYN`);
  const counted = (onHand: number, of: string[]) =>
    count(of.map((number) => `${number}\t${onHand}`).join("\n"));
  await counted(1, numbers);
  await Promise.all([counted(2, numbers), counted(3, numbers.toReversed())]);
  const kept = await inShop((db) =>
    db.stockItem.groupBy({ by: ["onHand"], where: { nagsNumber: { in: numbers } } }),
  );
  expect(kept).toHaveLength(1);
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveStock } from "@/lib/domain/inventory/pasted";
import { replaceBrands } from "@/lib/domain/pricing/brands/verbs";
import { replaceTax } from "@/lib/domain/pricing/tax/verbs";
import { replaceCosts } from "@/lib/domain/pricing/verbs";
import { recordChange } from "@/lib/domain/pricing/versions/verbs";
import { savePaper } from "@/lib/domain/shops/paper/verbs";
import { changeSettings } from "@/lib/domain/shops/shop-settings";
import { switchFlag } from "@/lib/domain/shops/verbs";
import { nextNumber } from "@/lib/sequence";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintTenant, openTestDatabase, type TestDatabase } from "./support/database";
import { meet } from "./support/meet";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

const now = new Date();
const costs = { kitCostCents: 1, mouldingCostCents: 2, clipCostCents: 3 };
const tax = { rates: [{ name: "Texas", ratePpm: 62_500 }], taxableKinds: ["glass" as const] };
const paper = { logo: null, removeLogo: false, brandColor: "", taxId: "", terms: "" };
const brands = { lists: [{ glassPosition: "windshield" as const, grade: "" as const, brands: ["Fuyao"] }] };
const author = { userId: "", userName: "Ann", timeZone: "America/Chicago" };

/** What makes a row that may be in a shop once, as what reads it afterwards tells. The number is which of the two it is. */
const writes: Record<
  string,
  { run: (db: Db, which: number) => Promise<unknown>; read: (db: Db) => Promise<unknown> }
> = {
  "the settings": {
    run: (db, which) => changeSettings(db, which === 1 ? { discountLimitBps: 500 } : { quoteValidDays: 9 }),
    read: (db) => db.shopSettings.findMany({ select: { discountLimitBps: true, quoteValidDays: true } }),
  },
  "the papers": {
    run: (db, which) => savePaper(db, { ...paper, taxId: `EIN ${which}`, quoteValidDays: which }, now),
    read: (db) => db.shopPaper.findMany({ select: { taxId: true } }),
  },
  "a feature's switch": {
    run: (db, which) => switchFlag(db, { flag: "claims", enabled: which === 1 }),
    read: (db) => db.tenantFlag.findMany({ select: { enabled: true } }),
  },
  "a number": {
    run: (db) => nextNumber(db, "quote"),
    read: (db) => db.counter.findMany({ select: { value: true } }),
  },
  costs: {
    run: (db, which) => replaceCosts(db, { ...costs, kitCostCents: which }),
    read: (db) => db.shopSettings.findMany({ select: { kitCostCents: true } }),
  },
  brands: {
    run: (db) => replaceBrands(db, brands),
    read: (db) => db.brandPreference.findMany({ select: { brands: true } }),
  },
  "stock of a part": {
    run: (db, which) => saveStock(db, [{ line: 1, nagsNumber: "DW02501GTYN", onHand: which }]),
    read: (db) => db.stockItem.findMany({ select: { onHand: true } }),
  },
};

const after: Record<string, unknown> = {
  "the settings": [{ discountLimitBps: 500, quoteValidDays: 9 }],
  "the papers": [{ taxId: "EIN 2" }],
  "a feature's switch": [{ enabled: false }],
  "a number": [{ value: 1002 }],
  costs: [{ kitCostCents: 2 }],
  brands: [{ brands: ["Fuyao"] }],
  "stock of a part": [{ onHand: 2 }],
};

describe("two who make a row at once, of which there is to be one, both have saved", () => {
  it.each(Object.keys(writes))("%s", async (name) => {
    shop = await mintTenant(kernel);
    const { run, read } = writes[name] ?? expect.fail();
    const { first, second } = await meet(
      inShop,
      (db) => run(db, 1),
      (db) => run(db, 2),
    );
    const both = [first, second];
    expect(both.map(({ status, ...one }) => ("reason" in one ? String(one.reason) : status))).toEqual([
      "fulfilled",
      "fulfilled",
    ]);
    expect(await kernel.withTenant(shop, read)).toEqual(after[name]);
  });

  it("taxes, as a change of prices", async () => {
    shop = await mintTenant(kernel);
    const note = { reason: "", effectiveFrom: null, madeOn: null };
    const run = (db: Db) =>
      recordChange(db, { ...author, userId: randomUUID() }, note, async () => {
        await replaceTax(db, tax);
        return { message: "Saved." };
      });
    const { first, second } = await meet(inShop, run, run);
    const both = [first, second];
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await kernel.withTenant(shop, (db) => db.taxRate.count())).toBe(1);
  });
});

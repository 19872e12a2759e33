import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quote } from "@/lib/glass/pricing/quote";
import { REQUEST, WINDSHIELD } from "@/lib/glass/pricing/quote-fixtures";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import type { Db } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { loadPriceBook, pricesFor } from "./book";
import { SaveCosts } from "./costs";
import { NewPart } from "./overrides/override";
import { listParts, searchCatalog } from "./overrides/queries";
import { SaveProfile } from "./profiles/profile";
import { findProfile, getOwnProfile, insurerOptions, listOwnProfiles } from "./profiles/queries";
import { replaceProfile, startProfiles } from "./profiles/verbs";
import { SaveTax } from "./tax/tax";
import { replaceTax } from "./tax/verbs";
import { replaceCosts } from "./verbs";

const TODAY = "2026-11-21";

// The worked quotes of a shop in Austin, as its owner types its prices into the forms.
const cash = {
  payer: "cash",
  laborMode: "hourly",
  laborCents: "60.00",
  kitCents: "25.00",
  mouldingCents: "42.00",
  clipCents: "2.25",
  calDynamicCents: "225.00",
  mobileCents: "35.00",
  disposalCents: "5.00",
  rules: [
    { pattern: "*", kind: "discount", value: "50" },
    { pattern: "dw*", kind: "discount", value: "55" },
  ],
};
const insurance = {
  payer: "insurance",
  laborMode: "hourly",
  laborCents: "42",
  kitCents: "20",
  mouldingCents: "42",
  calDynamicCents: "250",
  rules: [{ pattern: "DW*", kind: "discount", value: "41" }],
};
const tax = {
  rates: [{ name: "Texas and Austin", rate: "8.25" }],
  taxableKinds: ["glass", "moulding", "hardware", "kit"],
};
const costs = { kitCostCents: "14", mouldingCostCents: "24", clipCostCents: ".75" };
const part = { nagsNumber: "DW2501 GTYN", priceCents: "", costCents: "168" };

const item = { id: "a", part: WINDSHIELD, grade: "aftermarket" as const, quantity: 1, costCents: null };
const request = { ...REQUEST, items: [item] };

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
const save = (typed: object) => inShop((db) => replaceProfile(db, SaveProfile.parse(typed)));

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  await save(cash);
  await save(insurance);
  await inShop(async (db) => {
    await replaceTax(db, SaveTax.parse(tax));
    await replaceCosts(db, SaveCosts.parse(costs));
    await db.partOverride.create({ data: NewPart.parse(part) });
  });
});
afterAll(() => database.close());

describe("what was typed into the forms, read back from the rows", () => {
  it("makes the worked cash quote to the cent", async () => {
    const prices = pricesFor(await inShop(loadPriceBook), "cash", null, null);
    const result = prices && quote(request, prices);
    expect(result?.lines.map((line) => [line.kind, line.totalCents])).toEqual([
      ["glass", 32_400],
      ["labour", 15_000],
      ["kit", 5_000],
      ["moulding", 4_200],
      ["hardware", 900],
      ["calibration", 22_500],
      ["mobile", 3_500],
      ["disposal", 500],
    ]);
    expect(result).toMatchObject({
      subtotalCents: 84_000,
      taxableCents: 42_500,
      taxCents: 3_506,
      totalCents: 87_506,
      costCents: 22_300,
      marginCents: 61_700,
      reviews: [],
    });
  });

  it("makes the worked insurance quote to the cent", async () => {
    const prices = pricesFor(await inShop(loadPriceBook), "insurance", null, null);
    const insured = { ...request, insurance: { deductibleCents: 10_000, stated: true } };
    expect(prices && quote(insured, prices)).toMatchObject({
      subtotalCents: 86_180,
      taxableCents: 50_680,
      taxCents: 4_181,
      totalCents: 90_361,
      shares: { customerCents: 10_000, insurerCents: 80_361 },
      reviews: [],
    });
  });

  it("is no other shop's", async () => {
    const other = await mintTenant(kernel);
    expect(await kernel.withTenant(other, (db) => loadPriceBook(db))).toMatchObject({
      cash: null,
      insurance: null,
      insurers: {},
      partOverrides: [],
      jurisdictions: [],
    });
  });
});

describe("saving prices", () => {
  it("replaces prices and rules, and is refused when somebody else was faster", async () => {
    const mine = await mintTenant(kernel);
    const saveMine = (typed: object) =>
      kernel.withTenant(mine, (db) => replaceProfile(db, SaveProfile.parse(typed)));
    const read = () => kernel.withTenant(mine, (db) => findProfile(db, "cash"));
    await saveMine(cash);
    const version = (await read())?.version;
    await saveMine({ ...cash, version, kitCents: "", rules: [{ pattern: "*", kind: "each", value: "300" }] });
    expect((await read())?.profile).toMatchObject({
      name: "Cash",
      kitCents: null,
      rules: [{ pattern: "*", kind: "each", cents: 30_000 }],
    });
    await expect(saveMine({ ...cash, version })).rejects.toThrow("These prices were changed meanwhile");
    await expect(saveMine(cash)).rejects.toThrow("These prices were changed meanwhile");
  });

  it("keeps an insurer's own beside those for all others", async () => {
    const [first, second] = await inShop(insurerOptions);
    const theirs = { ...insurance, payer: "insurer", insurerId: first?.value, calDynamicCents: "200" };
    const { id, name } = await save(theirs);
    expect(name).toBe(first?.label);
    await expect(save(theirs)).rejects.toThrow(`There are prices of ${name} already.`);
    const book = await inShop(loadPriceBook);
    const calibration = (insurerId = "") =>
      pricesFor(book, "insurance", insurerId, null)?.profile?.calDynamicCents;
    expect([calibration(first?.value), calibration(second?.value)]).toEqual([20_000, 25_000]);
    expect(await inShop((db) => listOwnProfiles(db, "insurerId", { skip: 0, take: 50 }))).toMatchObject({
      total: 1,
    });

    const other = await mintTenant(kernel);
    const reach = kernel.withTenant(other, (db) => getOwnProfile(db, "insurerId", id));
    await expect(reach).rejects.toThrow("Not found");
  });

  it("starts a shop that has none, and leaves alone what it has", async () => {
    const fresh = await mintTenant(kernel);
    await kernel.withTenant(fresh, startProfiles);
    await kernel.withTenant(fresh, startProfiles);
    const book = await kernel.withTenant(fresh, (db) => loadPriceBook(db));
    expect([book.cash?.name, book.insurance?.name]).toEqual([
      "Cash (starting prices)",
      "Insurance (starting prices)",
    ]);
    await inShop(startProfiles);
    expect((await inShop(loadPriceBook)).cash?.name).toBe("Cash");
  });

  it("replaces taxes and costs without touching each other", async () => {
    const mine = await mintTenant(kernel);
    const run = <Result>(work: (db: Db) => Promise<Result>) => kernel.withTenant(mine, work);
    await run((db) => replaceCosts(db, SaveCosts.parse(costs)));
    await run((db) => replaceTax(db, SaveTax.parse(tax)));
    const rates = [{ name: "New York", rate: "0.375" }];
    await run((db) => replaceTax(db, SaveTax.parse({ rates, taxableKinds: "labour" })));
    expect(await run((db) => loadPriceBook(db))).toMatchObject({
      jurisdictions: [{ name: "New York", rateBps: 37.5 }],
      taxableKinds: ["labour"],
      costs: { kitCents: 1_400, mouldingCents: 2_400, clipCents: 75 },
    });
  });
});

describe("parts", () => {
  it("are found in the catalog by number as typed, with what this shop says of them", async () => {
    const [found] = await inShop((db) => searchCatalog(db, "dw 2501", TODAY));
    expect(found).toMatchObject({
      value: "DW02501GTYN",
      sample: { part: { listPriceCents: 72_000 }, override: { costCents: 16_800 }, demo: true },
    });
    expect(await inShop((db) => searchCatalog(db, "rav4", TODAY))).toHaveLength(10);
  });

  it("are listed with what the catalog says, by any part of their number", async () => {
    const at = { skip: 0, take: 50 };
    expect(await inShop((db) => listParts(db, "2501", at, TODAY))).toMatchObject({
      rows: [{ nagsNumber: "DW02501GTYN", part: { listPriceCents: 72_000 } }],
      total: 1,
    });
    expect(await inShop((db) => listParts(db, "FW", at, TODAY))).toEqual({ rows: [], total: 0 });
    expect((await inShop((db) => loadPriceBook(db, []))).partOverrides).toEqual([]);
  });
});

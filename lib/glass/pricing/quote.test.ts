import { describe, expect, it, test } from "vitest";
import { quote } from "./quote";
import { CASH, INSURER, ITEM, PRICES, REQUEST, WINDSHIELD } from "./quote-fixtures";
import type { Prices, QuoteRequest, QuoteResult } from "./quote-types";

const insured: Prices = { ...PRICES, profile: INSURER };
const insuredRequest: QuoteRequest = {
  ...REQUEST,
  insurance: { deductibleCents: 10_000, stated: true },
};

const amounts = (result: QuoteResult) => result.lines.map((line) => [line.key, line.totalCents]);
const lineOf = (result: QuoteResult, key: string) => result.lines.find((line) => line.key === key);

describe("a worked cash quote", () => {
  const result = quote(REQUEST, PRICES);

  it("comes out to the cent", () => {
    expect(amounts(result)).toEqual([
      ["a:glass", 32_400],
      ["a:labour", 15_000],
      ["a:kit", 5_000],
      ["a:moulding", 4_200],
      ["a:hardware", 900],
      ["a:calibration", 22_500],
      ["mobile", 3_500],
      ["disposal", 500],
    ]);
    expect(result).toMatchObject({
      subtotalCents: 84_000,
      taxableCents: 42_500,
      taxCents: 3_506,
      totalCents: 87_506,
      shares: { insurerCents: 0, customerCents: 87_506 },
      reviews: [],
      advice: [],
    });
  });

  it("knows cost and margin before wages", () => {
    expect(result).toMatchObject({ costCents: 22_300, marginCents: 61_700, marginBps: 7_345 });
  });

  it("answers why each price", () => {
    expect(result.lines.map((line) => `${line.layer}: ${line.rule}`)).toEqual([
      "shop: Cash: DW* 55% off list",
      "shop: Cash: labor $60.00 an hour",
      "shop: Cash: urethane kit $25.00",
      "shop: Cash: moulding $42.00",
      "shop: Cash: clip $2.25",
      "shop: Cash: dynamic calibration $225.00",
      "shop: Cash: mobile $35.00",
      "shop: Cash: disposal $5.00",
    ]);
  });

  it("has quantities and units that make its lines", () => {
    for (const line of result.lines)
      expect(Math.round((line.quantity * line.unitCents) / 100)).toBe(line.totalCents);
  });
});

describe("a worked insurance quote", () => {
  const result = quote(insuredRequest, insured);

  it("comes out to the cent", () => {
    expect(amounts(result).filter(([, cents]) => cents !== 0)).toEqual([
      ["a:glass", 42_480],
      ["a:labour", 10_500],
      ["a:kit", 4_000],
      ["a:moulding", 4_200],
      ["a:calibration", 25_000],
    ]);
    expect(result).toMatchObject({
      subtotalCents: 86_180,
      taxableCents: 50_680,
      taxCents: 4_181,
      totalCents: 90_361,
      shares: { customerCents: 10_000, insurerCents: 80_361 },
    });
  });

  it("knows cost and margin, what is included counted", () => {
    expect(result).toMatchObject({ costCents: 22_300, marginCents: 63_880, marginBps: 7_412 });
  });

  it("shows what the insurer does not pay for as included", () => {
    expect(result.lines.filter((line) => !line.billed).map((line) => line.rule)).toEqual([
      "State Farm zone 1: clip included",
      "State Farm zone 1: mobile service included",
      "State Farm zone 1: disposal included",
    ]);
  });

  it("falls back to the shop's price where the profile leaves one out", () => {
    const dual = { ...ITEM, part: { ...WINDSHIELD, calibration: "dual" as const } };
    const line = lineOf(quote({ ...insuredRequest, items: [dual] }, insured), "a:calibration");
    expect(line).toMatchObject({ totalCents: 39_500, layer: "shop" });
  });
});

describe("who pays", () => {
  const withDeductible = (deductibleCents: number | null, stated: boolean, state: string) =>
    quote({ ...REQUEST, state, insurance: { deductibleCents, stated } }, insured);

  test.each(["FL", "KY", "SC", "fl"])("%s waives a windshield's deductible", (state) => {
    const { shares } = withDeductible(50_000, false, state);
    expect(shares).toMatchObject({ customerCents: 0, deductibleCents: 0 });
  });

  it("follows the deductible that the insurer stated, whatever the state", () => {
    expect(withDeductible(50_000, true, "FL").shares.customerCents).toBe(50_000);
  });

  it("waives nothing for other glass", () => {
    const door = { ...ITEM, id: "b", part: { ...WINDSHIELD, glassPosition: "door" as const } };
    const request = { ...REQUEST, state: "FL", insurance: { deductibleCents: 50_000, stated: false } };
    expect(quote({ ...request, items: [ITEM, door] }, insured).shares.customerCents).toBe(50_000);
  });

  it("says when the deductible is not known", () => {
    expect(withDeductible(null, false, "TX").reviews).toEqual(["Deductible not known yet."]);
  });

  it("advises cash when the deductible covers the job", () => {
    const result = withDeductible(200_000, true, "TX");
    expect(result.shares).toMatchObject({ insurerCents: 0, customerCents: result.totalCents });
    expect(result.advice).toEqual(["The deductible covers the whole job: paying cash avoids a claim."]);
  });
});

describe("a price that cannot be told", () => {
  it("is never a free windshield: no list price", () => {
    const unlisted = { ...ITEM, part: { ...WINDSHIELD, listPriceCents: null } };
    expect(quote({ ...REQUEST, items: [unlisted] }, PRICES).reviews).toEqual([
      "Windshield: This part has no list price.",
    ]);
  });

  it("is never a free windshield: a rule of 100 % off", () => {
    const free: Prices = {
      ...PRICES,
      shop: { ...CASH, rules: [{ pattern: "*", kind: "discount", bps: 10_000 }] },
    };
    expect(quote(REQUEST, free).reviews).toEqual(["Windshield: The rule makes this glass free."]);
  });

  it("stands at list price when no rule matches, for a person to look at", () => {
    const result = quote(REQUEST, { ...PRICES, shop: { ...CASH, rules: [] } });
    expect(lineOf(result, "a:glass")).toMatchObject({ totalCents: 72_000, layer: "catalog" });
    expect(result.reviews).toHaveLength(1);
  });

  it("asks for a price that nobody has set", () => {
    const { labor, ...withoutLabor } = CASH;
    expect(quote(REQUEST, { ...PRICES, shop: withoutLabor }).reviews).toEqual([
      "Install labor: No price is set for labor.",
    ]);
  });

  it("leaves the margin open when a cost is not known", () => {
    const costless = { ...REQUEST, items: [{ ...ITEM, costCents: null }] };
    expect(quote(costless, PRICES)).toMatchObject({ costCents: null, marginCents: null, marginBps: null });
  });
});

describe("this shop's own price of a part", () => {
  const partOverrides = [{ nagsNumber: "DW02501GTYN", priceCents: 30_000, costCents: 15_000 }];

  it("goes before the shop's rules", () => {
    const result = quote({ ...REQUEST, items: [{ ...ITEM, costCents: null }] }, { ...PRICES, partOverrides });
    expect(lineOf(result, "a:glass")).toMatchObject({
      totalCents: 30_000,
      costCents: 15_000,
      layer: "part override",
    });
  });

  it("never overrules what was agreed with an account, and holds for what was not", () => {
    const agreed = (pattern: string) => ({
      ...PRICES,
      partOverrides,
      profile: { name: "Fleet accounts", rules: [{ pattern, kind: "discount" as const, bps: 6_000 }] },
    });
    const glass = (pattern: string) => lineOf(quote(REQUEST, agreed(pattern)), "a:glass");
    expect(glass("DW*")).toMatchObject({ totalCents: 28_800, layer: "profile" });
    expect(glass("FW*")).toMatchObject({ totalCents: 30_000, layer: "part override" });
  });

  it("never overrules what was agreed with an insurer", () => {
    const result = quote(insuredRequest, { ...insured, partOverrides });
    expect(lineOf(result, "a:glass")).toMatchObject({ totalCents: 42_480, layer: "profile" });
  });
});

describe("by hand", () => {
  it("sets a line with its reason, and tells what it was", () => {
    const overrides = [{ key: "a:labour", cents: 10_000, reason: "Repeat customer" }];
    expect(lineOf(quote({ ...REQUEST, overrides }, PRICES), "a:labour")).toMatchObject({
      totalCents: 10_000,
      unitCents: 4_000,
      layer: "manual",
      rule: "Set by hand: Repeat customer (was $150.00; Cash: labor $60.00 an hour)",
    });
  });

  it("settles a review, and bills what was included", () => {
    const unlisted = { ...ITEM, part: { ...WINDSHIELD, listPriceCents: null } };
    const overrides = [{ key: "a:glass", cents: 35_000, reason: "Dealer's price" }];
    expect(quote({ ...REQUEST, items: [unlisted], overrides }, PRICES).reviews).toEqual([]);
    const billed = [{ key: "mobile", cents: 2_000, reason: "Agreed" }];
    expect(lineOf(quote({ ...insuredRequest, overrides: billed }, insured), "mobile")?.billed).toBe(true);
  });

  it("notices an amount whose line is gone", () => {
    const overrides = [{ key: "b:glass", cents: 1, reason: "Old" }];
    expect(quote({ ...REQUEST, overrides }, PRICES).reviews).toHaveLength(1);
  });

  it("leaves a line out", () => {
    expect(quote({ ...REQUEST, omit: ["disposal"] }, PRICES).subtotalCents).toBe(83_500);
  });

  it("discounts with a reason, and lowers the tax in proportion", () => {
    const discount = { kind: "percent" as const, bps: 1_000, reason: "Veteran" };
    const result = quote({ ...REQUEST, discount }, PRICES);
    expect(result.lines.at(-1)).toMatchObject({ kind: "discount", totalCents: -8_400 });
    expect(result).toMatchObject({ subtotalCents: 75_600, taxableCents: 38_250, taxCents: 3_156 });
  });

  it("never discounts below nothing", () => {
    const discount = { kind: "amount" as const, cents: 1_000_000, reason: "Goodwill" };
    expect(quote({ ...REQUEST, discount }, PRICES)).toMatchObject({ totalCents: 0, taxCents: 0 });
  });

  it("refuses a negative fee", () => {
    const fees = [{ id: "1", description: "Rust", cents: -1, costCents: null }];
    expect(() => quote({ ...REQUEST, fees }, PRICES)).toThrow("Rust cannot cost less than nothing");
  });
});

describe("chips", () => {
  const chips = { ...REQUEST, items: [], trip: null };

  it("are a line each, the further ones cheaper", () => {
    expect(amounts(quote({ ...chips, chips: 3 }, PRICES))).toEqual([
      ["chip:1", 4_900],
      ["chip:2", 2_900],
      ["chip:3", 2_900],
    ]);
  });

  it("are advised to be a new windshield when there are many", () => {
    expect(quote({ ...chips, chips: 4 }, PRICES).advice).toHaveLength(1);
  });

  it("carry no deductible unless one is stated", () => {
    const insurance = { deductibleCents: 50_000, stated: false };
    expect(quote({ ...chips, chips: 1, insurance }, PRICES).shares.customerCents).toBe(0);
  });
});

test("an account that is exempt pays no tax", () => {
  expect(quote({ ...REQUEST, taxExempt: true }, PRICES)).toMatchObject({ taxCents: 0, totalCents: 84_000 });
});

test("each jurisdiction is rounded once", () => {
  const jurisdictions = [
    { name: "State", rateBps: 400 },
    { name: "City", rateBps: 450 },
    { name: "Transit district", rateBps: 37.5 },
  ];
  const result = quote(REQUEST, { ...PRICES, jurisdictions });
  expect(result.taxes.map((tax) => tax.cents)).toEqual([1_700, 1_913, 159]);
});

test("half a kit is half the price, rounded half up", () => {
  const part = { ...WINDSHIELD, kitHalves: 3 };
  const odd: Prices = { ...PRICES, shop: { ...CASH, kitCents: 2_301 } };
  expect(lineOf(quote({ ...REQUEST, items: [{ ...ITEM, part }] }, odd), "a:kit")).toMatchObject({
    quantity: 150,
    totalCents: 3_452,
  });
});

test("flat labour counts pieces, not hours", () => {
  const flat: Prices = { ...PRICES, shop: { ...CASH, labor: { mode: "flat", cents: 16_500 } } };
  expect(lineOf(quote(REQUEST, flat), "a:labour")).toMatchObject({
    quantity: 100,
    unitCents: 16_500,
    totalCents: 16_500,
  });
});

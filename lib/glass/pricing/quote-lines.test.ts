import { describe, expect, it } from "vitest";
import {
  ODD_INSURER as insurer,
  ODD_PRICES as prices,
  ODD_REQUEST as request,
  ODD_SHOP as shop,
  ODD_WINDSHIELD as windshield,
} from "./odd-fixtures";
import { quote } from "./quote";
import { ITEM, REQUEST } from "./quote-fixtures";
import type { CatalogPart, Prices, Profile, QuoteRequest } from "./quote-types";

const only = (part: Partial<CatalogPart>, change: Partial<QuoteRequest> = {}): QuoteRequest => ({
  ...REQUEST,
  items: [{ ...ITEM, part: { ...windshield, ...part } }],
  trip: null,
  ...change,
});
const lineOf = (asked: QuoteRequest, by: Prices, key: string) =>
  quote(asked, by).lines.find((one) => one.key === key);

describe("a line", () => {
  it("is none for what a part does not need, and a unit of it is enough for one", () => {
    const bare = { laborMinutes: 0, kitHalves: 0, mouldingRequired: false, clipsQty: 0, calibration: null };
    const keys = (part: Partial<CatalogPart>) => quote(only(part), prices).lines.map(({ key }) => key);
    expect(keys(bare)).toEqual(["a:glass", "disposal"]);
    expect(keys({ ...bare, laborMinutes: 1 })).toEqual(["a:glass", "a:labour", "disposal"]);
    expect(keys({ ...bare, kitHalves: 1 })).toEqual(["a:glass", "a:kit", "disposal"]);
    expect(keys({ ...bare, clipsQty: 1 })).toEqual(["a:glass", "a:hardware", "disposal"]);
  });

  it("of disposal goes with glass, at what it costs, without a cost to the shop", () => {
    expect(lineOf(only({}), prices, "disposal")).toMatchObject({
      kind: "disposal",
      description: "Disposal",
      quantity: 100,
      unitCents: 507,
      totalCents: 507,
      costCents: 0,
      rule: "Cash: disposal $5.07",
    });
    expect(lineOf(only({}, { items: [], chips: 1 }), prices, "disposal")).toBeUndefined();
    const { disposalCents: _, ...silent } = shop;
    expect(lineOf(only({}), { ...prices, shop: silent }, "disposal")).toBeUndefined();
  });

  it("of a trip goes with glass or chips, and with nothing else", () => {
    const trip = { miles: 3, zip: null };
    expect(lineOf(only({}, { items: [], chips: 1, trip }), prices, "mobile")?.totalCents).toBe(1_507);
    expect(lineOf(only({}, { items: [], chips: 0, trip }), prices, "mobile")).toBeUndefined();
  });

  it.each([
    ["static", "Static calibration", 29_517, "Cash: static calibration $295.17"],
    ["dynamic", "Dynamic calibration", 22_511, "Cash: dynamic calibration $225.11"],
    ["dual", "Static and dynamic calibration", 39_533, "Cash: static and dynamic calibration $395.33"],
  ] as const)("of a %s calibration has its own price", (calibration, description, totalCents, rule) => {
    expect(lineOf(only({ calibration }), prices, "a:calibration")).toMatchObject({
      description,
      totalCents,
      rule,
    });
  });

  it("without a known cost leaves the cost open, and costs nothing where nothing is said of a calibration", () => {
    const unknown = { ...prices, costs: { kitCents: null, mouldingCents: null, clipCents: null } };
    const costs = quote(only({}), unknown).lines.map(({ key, costCents }) => [key, costCents]);
    expect(costs).toEqual([
      ["a:glass", 16_800],
      ["a:labour", 0],
      ["a:kit", null],
      ["a:moulding", null],
      ["a:hardware", null],
      ["a:calibration", 0],
      ["disposal", 0],
    ]);
    expect(quote(only({}), unknown)).toMatchObject({ costCents: null, marginCents: null, marginBps: null });
  });

  it("that is a fee without a cost is all gain", () => {
    const fees = [{ id: "x", description: "Tape", cents: 0, costCents: null }];
    expect(lineOf(only({}, { fees }), prices, "fee:x")).toMatchObject({ totalCents: 0, costCents: 0 });
  });

  it("set by hand at nothing, of no quantity, is that amount a piece", () => {
    const overrides = [{ key: "a:glass", cents: 999, reason: "Agreed" }];
    const none = quote({ ...REQUEST, items: [{ ...ITEM, quantity: 0 }], overrides }, prices);
    expect(none.lines[0]).toMatchObject({ quantity: 0, unitCents: 999, totalCents: 999 });
  });

  it("set by hand keeps what it costs the shop, and is billed though it was included or had no price", () => {
    const overrides = [{ key: "a:glass", cents: 1_234, reason: "Scratched" }];
    expect(lineOf(only({ listPriceCents: null }, { overrides }), prices, "a:glass")).toEqual({
      key: "a:glass",
      kind: "glass",
      description: "Windshield",
      nagsNumber: "DW02501GTYN",
      quantity: 100,
      unitCents: 1_234,
      totalCents: 1_234,
      billed: true,
      taxable: true,
      listCents: null,
      costCents: 16_800,
      rule: "Set by hand: Scratched (was $0.00; Cash: DW* 53.33% off list)",
      layer: "manual",
      review: null,
    });
  });
});

describe("what is not known", () => {
  const { labor: _l, kitCents: _k, mobile: _m, ...silent } = shop;

  it("is named in each line's review, with the layer that is silent", () => {
    const asked = only({}, { trip: { miles: 3, zip: null } });
    const { lines, reviews } = quote(asked, { ...prices, shop: { ...silent, rules: [] } });
    expect(reviews).toEqual([
      "Windshield: No rule prices this part: it stands at list price.",
      "Install labor: No price is set for labor.",
      "Urethane kit: No price is set for urethane kit.",
      "Mobile service: No price is set for mobile service.",
    ]);
    const unset = lines.filter(({ review }) => review?.startsWith("No price"));
    expect(
      unset.map(({ rule, layer, billed, unitCents, totalCents }) => [
        rule,
        layer,
        billed,
        unitCents,
        totalCents,
      ]),
    ).toEqual([
      ["Cash: labor", "shop", true, 0, 0],
      ["Cash: urethane kit", "shop", true, 0, 0],
      ["Cash: mobile service", "shop", true, 0, 0],
    ]);
    expect(lines[0]).toMatchObject({
      unitCents: 71_937,
      totalCents: 71_937,
      rule: "List price",
      layer: "catalog",
    });
  });

  it("keeps the hours of work that nobody prices, of all pieces", () => {
    const items = [{ ...ITEM, quantity: 3, part: { ...windshield, laborMinutes: 37 } }];
    const labour = lineOf({ ...REQUEST, items }, { ...prices, shop: { ...shop, labor: null } }, "a:labour");
    expect(labour).toMatchObject({
      quantity: 185,
      totalCents: 0,
      billed: false,
      rule: "Cash: labor included",
    });
  });

  it("stands at list price for each piece, or at nothing without one", () => {
    const bare = { ...prices, shop: { ...shop, rules: [] } };
    const three = (part: Partial<CatalogPart>) =>
      quote({ ...REQUEST, items: [{ ...ITEM, quantity: 3, part: { ...windshield, ...part } }] }, bare)
        .lines[0];
    expect(three({})).toMatchObject({ unitCents: 71_937, totalCents: 215_811 });
    expect(three({ listPriceCents: null })).toMatchObject({
      totalCents: 0,
      rule: "No rule",
      layer: "catalog",
      billed: true,
      review: "No rule prices this part, and it has no list price.",
    });
  });

  it("is a trip that the price does not tell: its reason is what to look at", () => {
    const mobile = lineOf(only({}, { trip: { miles: null, zip: null } }), prices, "mobile");
    expect(mobile).toMatchObject({
      totalCents: 0,
      billed: true,
      rule: "Cash: mobile",
      layer: "shop",
      review: "The distance to the customer is not known.",
    });
  });

  it("is why a rule gives no price, with the name of whose rule it is", () => {
    const free: Profile = { name: "Acme", rules: [{ pattern: "DW*", kind: "discount", bps: 10_000 }] };
    expect(lineOf(only({}), { ...prices, profile: free }, "a:glass")).toMatchObject({
      totalCents: 0,
      billed: true,
      rule: "Acme: DW* 100% off list",
      layer: "profile",
      review: "The rule makes this glass free.",
    });
    expect(lineOf(only({ listPriceCents: null }), { ...prices, profile: insurer }, "a:glass")).toMatchObject({
      rule: "Acme Mutual: DW* 41.37% off list",
      layer: "profile",
      review: "This part has no list price.",
    });
  });
});

describe("this shop's own price of a part", () => {
  it("is told apart from its own cost: zero is a price, and no price leaves the rules", () => {
    const own = (priceCents: number | null, costCents: number | null) => ({
      ...prices,
      partOverrides: [
        { nagsNumber: "DW00001", priceCents: 1, costCents: 2 },
        { nagsNumber: "DW02501GTYN", priceCents, costCents },
      ],
    });
    const asked = { ...only({}), items: [{ ...ITEM, quantity: 2, part: windshield, costCents: null }] };
    expect(lineOf(asked, own(30_001, 15_003), "a:glass")).toMatchObject({
      unitCents: 30_001,
      totalCents: 60_002,
      costCents: 30_006,
    });
    expect(lineOf(asked, own(0, null), "a:glass")).toMatchObject({
      totalCents: 0,
      costCents: null,
      layer: "part override",
      review: null,
    });
    expect(lineOf(asked, own(null, 15_003), "a:glass")).toMatchObject({ unitCents: 33_573, layer: "shop" });
  });

  it("costs what the quote says, before what the shop keeps, before what a supplier asks", () => {
    const terms = [{ pattern: "DW*", kind: "each" as const, cents: 9_001 }];
    const bought = { ...prices, suppliers: [{ name: "Depot", preferred: false, terms }] };
    const kept = {
      ...bought,
      partOverrides: [{ nagsNumber: "DW02501GTYN", priceCents: null, costCents: 8_002 }],
    };
    const cost = (costCents: number | null, by: Prices) =>
      lineOf({ ...only({}), items: [{ ...ITEM, part: windshield, costCents }] }, by, "a:glass")?.costCents;
    expect([
      cost(7_003, kept),
      cost(0, kept),
      cost(null, kept),
      cost(null, bought),
      cost(null, prices),
    ]).toEqual([7_003, 0, 8_002, 9_001, null]);
  });
});

describe("a rule's day", () => {
  it("is the quote's, for glass of cash and profile and for what suppliers ask", () => {
    const days = { effectiveFrom: "2026-03-04" };
    const later: Profile = { name: "Later", rules: [{ pattern: "*", kind: "each", cents: 11_111, ...days }] };
    const terms = [{ pattern: "*", kind: "each" as const, cents: 5_555, ...days }];
    const by = {
      ...prices,
      profile: later,
      shop: {
        ...shop,
        rules: [...shop.rules, { pattern: "DW02501", kind: "each" as const, cents: 22_222, ...days }],
      },
      suppliers: [{ name: "Depot", preferred: false, terms }],
    };
    const glass = (on: string, profile: Profile | null) =>
      lineOf(
        { ...only({}, { on }), items: [{ ...ITEM, part: windshield, costCents: null }] },
        { ...by, profile },
        "a:glass",
      );
    expect(glass("2026-03-03", later)).toMatchObject({ totalCents: 33_573, layer: "shop", costCents: null });
    expect(glass("2026-03-04", later)).toMatchObject({
      totalCents: 11_111,
      layer: "profile",
      costCents: 5_555,
    });
    expect(glass("2026-03-04", null)).toMatchObject({ totalCents: 22_222, layer: "shop" });
  });
});

describe("a discount", () => {
  const off = (discount: QuoteRequest["discount"], asked = only({})) => quote({ ...asked, discount }, prices);

  it("is no line where it comes to nothing", () => {
    const nothing = off({ kind: "amount", cents: 0, reason: "None" });
    expect(nothing.lines.map(({ kind }) => kind)).not.toContain("discount");
    expect(nothing.taxableCents).toBe(quote(only({}), prices).taxableCents);
    expect(off({ kind: "amount", cents: -5, reason: "Wrong" }).subtotalCents).toBe(nothing.subtotalCents);
  });

  it("of a cent is a line of a cent", () => {
    expect(off({ kind: "amount", cents: 1, reason: "Penny" }).lines.at(-1)?.totalCents).toBe(-1);
  });

  it("takes the whole, and not more, and leaves no share of gain to tell", () => {
    const { subtotalCents: gross } = quote(only({}), prices);
    const all = off({ kind: "amount", cents: gross + 1, reason: "All" });
    expect(all).toMatchObject({ subtotalCents: 0, taxableCents: 0, totalCents: 0, marginBps: null });
    expect(all.lines.at(-1)).toMatchObject({
      totalCents: -gross,
      rule: `$${((gross + 1) / 100).toLocaleString("en-US")} off: All`,
    });
    expect(off({ kind: "amount", cents: gross - 1, reason: "Almost" })).toMatchObject({ subtotalCents: 1 });
  });

  it("is taken off what is set by hand, too", () => {
    const overrides = [{ key: "a:glass", cents: 10_000, reason: "x" }];
    const half = off(
      { kind: "percent", bps: 5_000, reason: "Half" },
      only(
        {},
        { overrides, omit: ["disposal", "a:labour", "a:kit", "a:moulding", "a:hardware", "a:calibration"] },
      ),
    );
    expect(half).toMatchObject({ subtotalCents: 5_000, taxableCents: 5_000 });
  });
});

describe("who is told what", () => {
  it("refuses less than nothing, and takes nothing", () => {
    const fee = (cents: number) =>
      only({}, { fees: [{ id: "1", description: "Rust", cents, costCents: null }] });
    expect(() => quote(fee(-1), prices)).toThrow(new RangeError("Rust cannot cost less than nothing"));
    expect(() => quote(fee(0), prices)).not.toThrow();
  });

  it("reviews name the line, the deductible and an amount whose line is gone, each in words", () => {
    const overrides = [
      { key: "a:glass", cents: 1, reason: "Kept" },
      { key: "gone", cents: 1, reason: "Old" },
    ];
    const insurance = { deductibleCents: null, stated: true };
    expect(quote(only({}, { overrides, insurance }), prices).reviews).toEqual([
      "Deductible not known yet.",
      "An amount set by hand belongs to a line that is no longer on the quote.",
    ]);
    expect(quote(only({}, { overrides: overrides.slice(0, 1) }), prices).reviews).toEqual([]);
  });

  it("advises cash from the deductible that is just the whole, and not a cent before", () => {
    const { totalCents } = quote(only({}), prices);
    const advice = (deductibleCents: number) =>
      quote(only({}, { insurance: { deductibleCents, stated: true } }), prices).advice;
    const cash = "The deductible covers the whole job: paying cash avoids a claim.";
    expect([advice(totalCents - 1), advice(totalCents), advice(totalCents + 1)]).toEqual([
      [],
      [cash],
      [cash],
    ]);
    const nothing = { ...REQUEST, items: [], trip: null, insurance: { deductibleCents: 0, stated: true } };
    expect(quote(nothing, prices)).toMatchObject({ totalCents: 0, advice: [] });
    expect(quote(only({}), prices).advice).toEqual([]);
  });

  it("advises a new windshield from the fourth chip", () => {
    const advice = (chips: number) => quote({ ...REQUEST, items: [], trip: null, chips }, prices).advice;
    expect([advice(3), advice(4)]).toEqual([[], ["More than 3 chips: the windshield should be replaced."]]);
  });

  it("says that a trip without a ZIP code is taxed as in the shop, where that could be wrong", () => {
    const away = only({}, { trip: { miles: 3, zip: null } });
    const said = "Taxed as in the shop: the ZIP code where the work is done is not known.";
    expect(quote(away, prices).advice).toEqual([said]);
    expect(quote({ ...away, trip: { miles: 3, zip: "78701" } }, prices).advice).toEqual([]);
    expect(quote({ ...away, trip: null }, prices).advice).toEqual([]);
    expect(quote({ ...away, taxExempt: true }, prices).advice).toEqual([]);
    expect(quote(away, { ...prices, taxAreas: [] }).advice).toEqual([]);
  });

  it("an exempt customer's quote still says what would be taxed, and where", () => {
    const exempt = quote({ ...request, trip: { miles: 1, zip: "78620" }, taxExempt: true }, prices);
    expect(exempt).toMatchObject({ taxes: [], taxCents: 0, taxArea: "Dripping Springs" });
    expect(exempt.taxableCents).toBeGreaterThan(0);
    expect(exempt.totalCents).toBe(exempt.subtotalCents);
  });
});

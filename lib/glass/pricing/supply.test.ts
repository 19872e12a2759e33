import { describe, expect, it } from "vitest";
import { brandOf, brandsFor, NO_BRAND } from "./brands";
import { quote } from "./quote";
import { CASH, ITEM, PRICES, REQUEST } from "./quote-fixtures";
import { type Supplier, suppliesOf } from "./supply";

const off = (pattern: string, bps: number) => ({ pattern, kind: "discount" as const, bps });
const depot: Supplier = { name: "Depot", preferred: false, terms: [off("DW*", 8_000)] };
const favourite: Supplier = {
  name: "Favourite",
  preferred: true,
  terms: [off("DW*", 7_000), { pattern: "DW02501GTYN", kind: "each", cents: 20_000 }],
};
const part = { nagsNumber: "DW02501GTYN", listPriceCents: 72_000 };
const asked = (suppliers: Supplier[], of = part) => suppliesOf(suppliers, of, "aftermarket", "2026-03-03");

describe("what suppliers ask", () => {
  it("is a share off list, or the cost of the part; the preferred ones come first", () => {
    expect(asked([depot, favourite])).toEqual([
      { supplier: "Favourite", cents: 20_000, preferred: true },
      { supplier: "Depot", cents: 14_400, preferred: false },
    ]);
    expect(asked([depot, { ...favourite, preferred: false }])[0]?.supplier).toBe("Depot");
  });

  it("is nothing for a part that they don't speak of, or without a list price to take it off", () => {
    expect(asked([depot], { nagsNumber: "FB00001GTYN", listPriceCents: 10_000 })).toEqual([]);
    expect(asked([depot], { ...part, listPriceCents: null as never })).toEqual([]);
  });

  it("makes the cost of a quote, unless the shop says its own", () => {
    const rules = [{ pattern: "*", kind: "markup" as const, bps: 5_000 }];
    const shop = { ...CASH, rules };
    const request = { ...REQUEST, items: [{ ...ITEM, costCents: null }] };
    const glass = (prices: typeof PRICES) => quote(request, prices).lines[0];
    const bought = { ...PRICES, shop, suppliers: [depot] };
    expect(glass(bought)).toMatchObject({ costCents: 14_400, totalCents: 21_600 });
    const own = { nagsNumber: part.nagsNumber, priceCents: null, costCents: 10_000 };
    expect(glass({ ...bought, partOverrides: [own] })).toMatchObject({
      costCents: 10_000,
      totalCents: 15_000,
    });
    expect(glass({ ...bought, suppliers: [] })?.review).toBe("The cost of this part is not known.");
  });
});

describe("a brand", () => {
  const preferences = [
    { glassPosition: "windshield", grade: "", brands: ["First", "Second"] },
    { glassPosition: "windshield", grade: "dealer", brands: ["Maker"] },
  ];
  it("comes from the list of the grade, or of every grade", () => {
    expect(brandsFor(preferences, "windshield", "oem")).toEqual(["First", "Second"]);
    expect(brandsFor(preferences, "windshield", "dealer")).toEqual(["Maker"]);
    expect(brandsFor(preferences, "door", "oem")).toEqual([]);
  });

  it("is the best until another is chosen, and none where none shall be named", () => {
    expect(brandOf(["First", "Second"], "")).toBe("First");
    expect(brandOf(["First", "Second"], "Second")).toBe("Second");
    expect(brandOf(["Maker"], "Second")).toBe("Maker");
    expect(brandOf(["First"], NO_BRAND)).toBe("");
    expect(brandOf([], "Gone")).toBe("");
  });
});

describe("which supplier comes first", () => {
  const each = (name: string, cents: number, preferred = false): Supplier => ({
    name,
    preferred,
    terms: [{ pattern: "*", kind: "each", cents }],
  });
  it("the preferred though dearer, then the cheaper, then by name, in whatever order they are given", () => {
    const all = [
      each("C", 5_003),
      each("A", 5_003),
      each("B", 4_001),
      each("P", 9_007, true),
      each("Q", 8_009, true),
    ];
    const order = ["Q", "P", "B", "A", "C"];
    expect(asked(all).map(({ supplier }) => supplier)).toEqual(order);
    expect(asked(all.toReversed()).map(({ supplier }) => supplier)).toEqual(order);
  });

  it("by the terms of that day and that grade", () => {
    const terms = [
      { pattern: "grade:oem", kind: "each" as const, cents: 1_001, effectiveFrom: "2026-03-04" },
      { pattern: "*", kind: "each" as const, cents: 2_002 },
    ];
    const one = [{ name: "Depot", preferred: false, terms }];
    const cents = (grade: "oem" | "oee", on: string) => suppliesOf(one, part, grade, on)[0]?.cents;
    expect([cents("oem", "2026-03-03"), cents("oem", "2026-03-04"), cents("oee", "2026-03-04")]).toEqual([
      2_002, 1_001, 2_002,
    ]);
  });

  it("a part without a number has only what is asked for all", () => {
    expect(asked([depot, each("All", 7)], { nagsNumber: null as never, listPriceCents: 72_000 })).toEqual([
      { supplier: "All", cents: 7, preferred: false },
    ]);
  });
});

it("a grade's own list, though empty, goes before that of every grade; of another glass is none", () => {
  const preferences = [
    { glassPosition: "door", grade: "oem", brands: ["Door"] },
    { glassPosition: "windshield", grade: "oem", brands: [] },
    { glassPosition: "windshield", grade: "", brands: ["First"] },
  ];
  expect(brandsFor(preferences, "windshield", "oem")).toEqual([]);
  expect(brandsFor(preferences, "windshield", "oee")).toEqual(["First"]);
  expect(brandsFor(preferences, "door", "oee")).toEqual([]);
});

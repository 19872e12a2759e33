import { describe, expect, it } from "vitest";
import { type PriceBook, pricesFor } from "@/lib/domain/pricing/book";
import { quote } from "@/lib/glass/pricing/quote";
import { CASH, INSURER, REQUEST, WINDSHIELD } from "@/lib/glass/pricing/quote-fixtures";
import { bookFor } from "./prices";

const on = "2026-03-03";
const nagsNumber = "DW02501GTYN";
const markup = { ...CASH, rules: [{ pattern: "DW*", kind: "markup" as const, bps: 4_000 }] };
const book: PriceBook = {
  cash: markup,
  insurance: INSURER,
  insurers: { x: markup },
  accounts: {},
  partOverrides: [
    { nagsNumber, priceCents: null, costCents: 16_800 },
    { nagsNumber: "FW00001GTYN", priceCents: 20_000, costCents: 9_900 },
  ],
  jurisdictions: [{ name: "Austin", rateBps: 825 }],
  taxableKinds: ["glass"],
  taxAreas: [],
  suppliers: [],
  costs: { kitCents: 1_400, mouldingCents: 2_400, clipCents: 75 },
};
const scope = { parts: [WINDSHIELD], grade: "aftermarket" as const, on };
const item = { id: "a", part: WINDSHIELD, grade: "aftermarket" as const, quantity: 1, costCents: null };
const priced = (from: PriceBook, payer: "cash" | "insurance", insurerId: string | null) => {
  const prices = pricesFor(from, payer, insurerId, null);
  return prices && quote({ ...REQUEST, on, items: [item] }, prices);
};

describe("the book a browser gets", () => {
  it("holds the asked parts alone", () => {
    expect(bookFor(book, scope, true).partOverrides).toHaveLength(1);
    expect(bookFor(book, { ...scope, parts: [] }, true).partOverrides).toEqual([]);
  });

  it("tells who may not see margins no cost, and no markup to reckon it from", () => {
    const text = JSON.stringify(bookFor(book, scope, false));
    for (const secret of ["16800", "9900", "1400", "4000"]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"costCents":\d/);
  });

  it("prices alike for owner and counter, also where the price is a markup on cost", () => {
    for (const [payer, insurerId] of [
      ["cash", null],
      ["insurance", null],
      ["insurance", "x"],
    ] as const) {
      const forOwner = priced(bookFor(book, scope, true), payer, insurerId);
      const forCounter = priced(bookFor(book, scope, false), payer, insurerId);
      expect(forCounter?.totalCents).toBe(forOwner?.totalCents);
      expect(forCounter?.marginCents).toBeNull();
    }
    expect(priced(bookFor(book, scope, false), "cash", null)?.lines[0]?.totalCents).toBe(23_520);
  });

  it("prices alike by what a supplier asks, and names no supplier", () => {
    const terms = [{ pattern: "DW*", kind: "discount" as const, bps: 7_500 }];
    const bought = {
      ...book,
      partOverrides: [],
      suppliers: [{ name: "Demo Supply", preferred: true, terms }],
    };
    const closed = bookFor(bought, scope, false);
    expect(priced(bookFor(bought, scope, true), "cash", null)?.lines[0]?.totalCents).toBe(25_200);
    expect(priced(closed, "cash", null)?.lines[0]).toMatchObject({ totalCents: 25_200, costCents: null });
    expect(JSON.stringify(closed)).not.toMatch(/Demo Supply|7500|18000/);
  });
});

describe("field by field", () => {
  const today = "2026-03-03";
  const fleet = {
    name: "Fleet",
    rules: [
      { pattern: "DW*", kind: "markup" as const, bps: 3_333 },
      { pattern: "DW*:oee", kind: "markup" as const, bps: 5_000 },
      { pattern: "DW*:dealer", kind: "each" as const, cents: 44_444 },
      { pattern: "*", kind: "discount" as const, bps: 1_000 },
    ],
  };
  const suppliers = [
    {
      name: "Depot",
      preferred: false,
      terms: [
        { pattern: "*:oem", kind: "each" as const, cents: 10_007 },
        { pattern: "grade:oem", kind: "each" as const, cents: 10_007 },
      ],
    },
  ];
  const costly: PriceBook = {
    ...book,
    cash: null,
    insurance: null,
    insurers: {},
    accounts: { fleet },
    suppliers,
  };
  const asked = { parts: [WINDSHIELD], on: today };

  it("who sees costs gets all of the book but other parts", () => {
    expect(bookFor(costly, asked, true)).toEqual({
      ...costly,
      partOverrides: book.partOverrides.slice(0, 1),
    });
  });

  it("who does not gets each grade's price where a markup makes it, and nothing that tells a cost", () => {
    const each = (grade: string, cents: number) => ({
      pattern: `${nagsNumber}:${grade}`,
      kind: "each",
      cents,
      effectiveFrom: today,
    });
    expect(bookFor(costly, asked, false)).toEqual({
      ...costly,
      accounts: {
        fleet: {
          name: "Fleet",
          rules: [
            { pattern: "DW*", kind: "markup", bps: 0 },
            { pattern: "DW*:oee", kind: "markup", bps: 0 },
            ...fleet.rules.slice(2),
            each("aftermarket", 22_399),
            each("oee", 25_200),
            each("oem", 22_399),
          ],
        },
      },
      suppliers: [],
      partOverrides: [{ nagsNumber, priceCents: null, costCents: null }],
      costs: { kitCents: null, mouldingCents: null, clipCents: null },
    });
  });

  it("a grade's own supplier makes its own price, and a part without a cost none", () => {
    const bought = { ...costly, partOverrides: [] };
    const rules = bookFor(bought, asked, false).accounts.fleet?.rules.slice(4);
    expect(rules).toEqual([
      { pattern: `${nagsNumber}:oem`, kind: "each", cents: 13_342, effectiveFrom: today },
    ]);
  });
});

describe("whose cost makes a price", () => {
  it("the part's own, though another part's is kept before it", () => {
    const kept = { ...book, partOverrides: [...book.partOverrides].reverse() };
    const seen = bookFor(kept, { parts: [WINDSHIELD], on }, false);
    expect(priced(seen, "cash", null)?.lines[0]?.totalCents).toBe(23_520);
  });

  it("nobody's where no rule speaks of the part", () => {
    const silent = { name: "Silent", rules: [{ pattern: "FW*", kind: "markup" as const, bps: 1_000 }] };
    const seen = bookFor({ ...book, accounts: { fleet: silent } }, { parts: [WINDSHIELD], on }, false);
    expect(seen.accounts.fleet?.rules).toEqual([{ pattern: "FW*", kind: "markup", bps: 0 }]);
  });
});

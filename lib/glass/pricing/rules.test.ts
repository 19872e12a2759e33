import { describe, expect, it, test } from "vitest";
import { applyRule, findRule, type GlassRule, readPattern, ruleText } from "./rules";

const off = (pattern: string, bps: number, dates: Partial<GlassRule> = {}): GlassRule => ({
  pattern,
  kind: "discount",
  bps,
  ...dates,
});

const TARGET = { nagsNumber: "DW01659GTYN", grade: "oem" as const };
const ON = "2026-03-03";

describe("the most specific rule", () => {
  const rules = [
    off("*", 1),
    off("grade:oem", 2),
    off("DW*", 3),
    off("DW*:oem", 4),
    off("DW01*", 5),
    off("DW01659", 6),
    off("DW01659:oem", 7),
    off("DW01659GTYN", 8),
  ];

  test.each([8, 7, 6, 5, 4, 3, 2, 1])("of %i candidates is the last", (count) => {
    const candidates = rules.slice(0, count);
    expect(findRule(candidates, TARGET, ON)?.bps).toBe(count);
    expect(findRule(candidates.toReversed(), TARGET, ON)?.bps).toBe(count);
  });

  it("is none when nothing matches", () => {
    expect(
      findRule([off("FW*", 1), off("grade:dealer", 2), off("DW01658", 3), off("DW*:dealer", 4)], TARGET, ON),
    ).toBeNull();
  });

  it("can be a grade or all for glass without a number", () => {
    const numberless = { nagsNumber: null, grade: "dealer" as const };
    expect(findRule([off("DW*", 1), off("grade:dealer", 2)], numberless, ON)?.bps).toBe(2);
  });
});

describe("dates", () => {
  test.each([
    ["2026-03-02", null],
    ["2026-03-03", 2],
    ["2026-03-09", 2],
    ["2026-03-10", null],
  ])("a rule of one week on %s", (on, bps) => {
    const promo = off("DW*", 2, { effectiveFrom: "2026-03-03", effectiveTo: "2026-03-09" });
    expect(findRule([promo], TARGET, on)?.bps ?? null).toBe(bps);
  });

  it("let the rule that began last win", () => {
    const rules = [off("DW*", 1), off("DW*", 2, { effectiveFrom: "2026-01-01" })];
    expect(findRule(rules, TARGET, ON)?.bps).toBe(2);
    expect(findRule(rules, TARGET, "2025-12-31")?.bps).toBe(1);
  });
});

describe("kinds of rule", () => {
  const basis = { listCents: 72_000, costCents: 16_800, quantity: 2 };
  const tiers = [
    { upToCents: null, bps: 6_500 },
    { upToCents: 50_000, bps: 4_000 },
    { upToCents: 80_000, bps: 5_500 },
  ];

  test.each<[GlassRule, number, string]>([
    [off("DW*", 5_500), 64_800, "DW* 55% off list"],
    [{ pattern: "*", kind: "markup", bps: 3_333 }, 44_798, "* cost plus 33.33%"],
    [{ pattern: "*", kind: "flat", cents: 30_000 }, 30_000, "* flat $300.00"],
    [{ pattern: "*", kind: "each", cents: 30_000 }, 60_000, "* $300.00 each"],
    [{ pattern: "*", kind: "tiered", tiers }, 64_800, "* tiered off list"],
  ])("%o", (rule, totalCents, text) => {
    expect(applyRule(rule, basis)).toMatchObject({ ok: true, totalCents });
    expect(ruleText(rule)).toBe(text);
  });

  test.each([
    [50_000, 30_000],
    [50_001, 22_500],
    [80_001, 28_000],
  ])("a list price of %i falls into its tier", (listCents, unitCents) => {
    const rule: GlassRule = { pattern: "*", kind: "tiered", tiers };
    expect(applyRule(rule, { ...basis, listCents })).toMatchObject({ unitCents });
  });

  test.each<[GlassRule, string]>([
    [off("*", 1), "no list price"],
    [{ pattern: "*", kind: "tiered", tiers }, "no list price"],
    [{ pattern: "*", kind: "markup", bps: 1 }, "cost of this part is not known"],
    [{ pattern: "*", kind: "flat" }, "has no amount"],
    [{ pattern: "*", kind: "each" }, "has no amount"],
  ])("%o says what it lacks", (rule, reason) => {
    const nothing = { listCents: null, costCents: null, quantity: 1 };
    expect(applyRule(rule, nothing)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("says when no tier reaches the list price", () => {
    const rule: GlassRule = { pattern: "*", kind: "tiered", tiers: [{ upToCents: 100, bps: 1 }] };
    expect(applyRule(rule, basis)).toEqual({ ok: false, reason: expect.stringContaining("No tier") });
  });
});

test.each([
  [" * ", "*"],
  ["dw *", "DW*"],
  ["fb02*", "FB02*"],
  ["dw-1659", "DW01659"],
  ["DW02501 GT YN", "DW02501GTYN"],
  ["Grade: OEM", "grade:oem"],
  ["dw* : OEM", "DW*:oem"],
  ["dw-1659:dealer", "DW01659:dealer"],
  ["*:dealer", "grade:dealer"],
])("the pattern %s is %s", (typed, pattern) => {
  expect(readPattern(typed)).toEqual({ ok: true, pattern });
});

test.each(["", "W*", "grade:best", "DW0*1", "windshield", "DW*:best", "DW*:oem:oem", "grade:oem:oem"])(
  "%s is no pattern, and it says why",
  (typed) => {
    expect(readPattern(typed)).toEqual({ ok: false, reason: expect.stringMatching(/\w/) });
  },
);

describe("to the letter", () => {
  const basis = { listCents: 71_937, costCents: 16_813, quantity: 3 };

  test.each<[GlassRule, object]>([
    [off("*", 5_333), { ok: true, unitCents: 33_573, totalCents: 100_719 }],
    [off("*", 10_001), { ok: true, unitCents: 0, totalCents: 0 }],
    [
      { pattern: "*", kind: "discount" },
      { ok: true, unitCents: 71_937, totalCents: 215_811 },
    ],
    [
      { pattern: "*", kind: "markup", bps: 3_333 },
      { ok: true, unitCents: 22_417, totalCents: 67_251 },
    ],
    [
      { pattern: "*", kind: "markup" },
      { ok: true, unitCents: 16_813, totalCents: 50_439 },
    ],
    [
      { pattern: "*", kind: "flat", cents: 20_000 },
      { ok: true, unitCents: 6_667, totalCents: 20_000 },
    ],
    [
      { pattern: "*", kind: "each", cents: 20_003 },
      { ok: true, unitCents: 20_003, totalCents: 60_009 },
    ],
    [
      { pattern: "*", kind: "each", cents: 0 },
      { ok: true, unitCents: 0, totalCents: 0 },
    ],
    [
      { pattern: "*", kind: "flat", cents: 0 },
      { ok: true, unitCents: 0, totalCents: 0 },
    ],
    [
      { pattern: "*", kind: "tiered" },
      { ok: false, reason: "No tier of * reaches this list price." },
    ],
    [
      { pattern: "DW*", kind: "flat" },
      { ok: false, reason: "The rule DW* has no amount." },
    ],
    [
      { pattern: "DW*", kind: "each", cents: null },
      { ok: false, reason: "The rule DW* has no amount." },
    ],
  ])("%o for three pieces", (rule, price) => {
    expect(applyRule(rule, basis)).toEqual(price);
  });

  it("a rule says what is missing: a cost for a markup, a list price for a share off it", () => {
    const without = { listCents: null, costCents: null, quantity: 1 };
    expect(applyRule({ pattern: "*", kind: "markup", bps: 1 }, without)).toEqual({
      ok: false,
      reason: "The cost of this part is not known.",
    });
    expect(applyRule(off("*", 1), without)).toEqual({ ok: false, reason: "This part has no list price." });
    expect(applyRule({ pattern: "*", kind: "each", cents: 7 }, without)).toMatchObject({ unitCents: 7 });
  });

  it("a list price is in the first step that reaches it, whatever the order; one without an end reaches all", () => {
    const tiers = [
      { upToCents: 80_000, bps: 5_500 },
      { upToCents: null, bps: 6_500 },
      { upToCents: 50_000, bps: 4_000 },
    ];
    const unit = (listCents: number, steps = tiers) =>
      applyRule({ pattern: "*", kind: "tiered", tiers: steps }, { ...basis, listCents });
    for (const steps of [tiers, tiers.toReversed()]) {
      expect(unit(50_000, steps)).toMatchObject({ unitCents: 30_000 });
      expect(unit(80_000, steps)).toMatchObject({ unitCents: 36_000 });
      expect(unit(80_001, steps)).toMatchObject({ unitCents: 28_000 });
    }
    expect(unit(80_001, tiers.slice(2))).toMatchObject({ ok: false });
  });

  it("rules are told with their amounts, or as nothing", () => {
    expect(ruleText({ pattern: "DW*", kind: "flat", cents: 24_501 })).toBe("DW* flat $245.01");
    for (const [kind, text] of [
      ["flat", "* flat $0.00"],
      ["each", "* $0.00 each"],
      ["markup", "* cost plus 0%"],
      ["discount", "* 0% off list"],
      ["tiered", "* tiered off list"],
    ] as const)
      expect(ruleText({ pattern: "*", kind })).toBe(text);
  });
});

describe("of two rules for the same", () => {
  const found = (...rules: GlassRule[]) => [
    findRule(rules, TARGET, ON)?.bps,
    findRule(rules.toReversed(), TARGET, ON)?.bps,
  ];

  it("the one that began last holds, then the one that ends first, then always the same one", () => {
    expect(found(off("DW*", 1), off("DW*", 2, { effectiveFrom: "2026-01-01" }))).toEqual([2, 2]);
    expect(
      found(off("DW*", 1, { effectiveFrom: "2026-02-01" }), off("DW*", 2, { effectiveFrom: "2026-01-01" })),
    ).toEqual([1, 1]);
    expect(found(off("DW*", 1, { effectiveTo: "2026-03-31" }), off("DW*", 2))).toEqual([1, 1]);
    expect(
      found(off("DW*", 1, { effectiveTo: "2026-04-30" }), off("DW*", 2, { effectiveTo: "2026-03-31" })),
    ).toEqual([2, 2]);
    expect(found(off("DW*", 7), off("DW*", 5))).toEqual([5, 5]);
    const later = { effectiveFrom: "2026-01-01", effectiveTo: "2026-12-31" };
    expect(found(off("DW*", 1, later), off("DW*", 2, { effectiveTo: "2026-03-31" }))).toEqual([1, 1]);
  });

  it("a longer prefix holds before a shorter one of the grade, a part before any prefix, a grade before all", () => {
    expect(found(off("DW01*", 1), off("DW*:oem", 2))).toEqual([1, 1]);
    expect(found(off("DW01659G*", 1), off("DW01659", 2))).toEqual([2, 2]);
    expect(found(off("D*", 1), off("grade:oem", 2))).toEqual([1, 1]);
    expect(found(off("*", 1), off("grade:oem", 2))).toEqual([2, 2]);
    expect(found(off("grade:oee", 1), off("*", 2))).toEqual([2, 2]);
  });

  it("a rule that is over, or not begun, is none; of another grade neither", () => {
    const days = (from: string | null, to: string | null) =>
      off("DW*", 9, { effectiveFrom: from, effectiveTo: to });
    const holds = (rule: GlassRule) => findRule([rule], TARGET, ON) !== null;
    expect([days(null, ON), days(ON, null), days(ON, ON), days(null, null)].map(holds)).toEqual(
      Array(4).fill(true),
    );
    expect([days(null, "2026-03-02"), days("2026-03-04", null)].map(holds)).toEqual([false, false]);
    const patterns = [
      "DW01659:oee",
      "DW0165",
      "DW01659GTY",
      "DW01659GTYNX",
      "FW*",
      "grade:dealer",
      "FW01659:oem",
    ];
    for (const pattern of patterns) expect(holds(off(pattern, 1))).toBe(false);
    const numberless = { nagsNumber: null, grade: "oem" as const };
    for (const pattern of ["DW*", "DW01659", "DW*:oem"])
      expect(findRule([off(pattern, 1)], numberless, ON)).toBeNull();
    expect(findRule([off("*", 1)], numberless, ON)?.bps).toBe(1);
  });
});

test.each([
  ["", "Enter a part number such as DW01256GTYN."],
  ["W*", "A prefix starts as part numbers do, such as DW* or FB02*."],
  ["DW012345*", "A prefix starts as part numbers do, such as DW* or FB02*."],
  ["DW01256GTYNX*", "A prefix starts as part numbers do, such as DW* or FB02*."],
  ["grade:best", "The grade is dealer, oem, oee or aftermarket."],
  ["DW*:best", "The grade is dealer, oem, oee or aftermarket."],
  ["DW*:oem:oem", "The grade is dealer, oem, oee or aftermarket."],
  ["W*:oem", "A prefix starts as part numbers do, such as DW* or FB02*."],
])("%j is no pattern: %s", (typed, reason) => {
  expect(readPattern(typed)).toEqual({ ok: false, reason });
});

test.each([
  ["d*", "D*"],
  ["dw01256gtyn*", "DW01256GTYN*"],
  ["grade: AFTERMARKET", "grade:aftermarket"],
  ["grade:oee", "grade:oee"],
  ["grade:dealer", "grade:dealer"],
  ["f-w 0 *", "FW0*"],
])("the pattern %s reads %s", (typed, pattern) => {
  expect(readPattern(typed)).toEqual({ ok: true, pattern });
});

test("a prefix is whole: nothing before it, one star at its end, and another opening's is another", () => {
  for (const typed of ["xdw*", "dw**", "dw*0*"]) expect(readPattern(typed).ok).toBe(false);
  for (const pattern of ["DB*", "DWX*", "D1*"]) expect(findRule([off(pattern, 1)], TARGET, ON)).toBeNull();
});

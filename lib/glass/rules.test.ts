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

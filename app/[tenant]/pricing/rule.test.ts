import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRule, type GlassRule } from "@/lib/glass/rules";
import { inMatchingOrder, RULE_KINDS, rulesOf, ruleTexts } from "./rule";

const ruleRows = rulesOf(RULE_KINDS);

const row = { pattern: "dw*", kind: "discount", value: "55", from: "", to: "" };
const read = (...rows: (Partial<typeof row> | undefined)[]) =>
  ruleRows.safeParse(rows.map((typed) => typed && { ...row, ...typed }));
const messages = (...rows: (Partial<typeof row> | undefined)[]) =>
  read(...rows).error?.issues.map((issue) => [issue.path.join("."), issue.message]);

describe("rules as posted", () => {
  it("are normalised, in the unit of their kind", () => {
    expect(read({}, { pattern: "dw 1659", kind: "each", value: "$245" }).data).toEqual([
      { pattern: "DW*", kind: "discount", bps: 5_500, cents: null, effectiveFrom: null, effectiveTo: null },
      { pattern: "DW01659", kind: "each", bps: null, cents: 24_500, effectiveFrom: null, effectiveTo: null },
    ]);
    expect(read({ kind: "tiered", value: "45% to $500, 55%", from: "2026-03-01" }).data?.[0]).toMatchObject({
      tiers: [
        { upToCents: 50_000, bps: 4_500 },
        { upToCents: null, bps: 5_500 },
      ],
      effectiveFrom: new Date("2026-03-01T00:00:00Z"),
    });
  });

  it("may be blank or taken away, and the others keep their numbers", () => {
    const blank = { pattern: " ", value: "" };
    expect(read(undefined, blank, {}).data).toHaveLength(1);
    expect(messages(undefined, blank, { value: "lots" })?.[0]?.[0]).toBe("2.value");
    expect(ruleRows.safeParse(undefined).data).toEqual([]);
  });

  it.each([
    [{ value: "101" }, "0.value", "At most 100 %."],
    [{ value: "100" }, "0.value", "100 % off would make the glass free."],
    [{ value: "-5" }, "0.value", "Enter a percentage, such as 55."],
    [{ kind: "flat", value: "-5" }, "0.value", "Enter an amount in dollars, such as 245.00."],
    [{ kind: "tiered", value: "cheap" }, "0.value", "Enter steps such as 45% to $500, 50% to $1,000, 55%."],
    [{ pattern: "XW*" }, "0.pattern", "A prefix starts as part numbers do, such as DW* or FB02*."],
    [{ pattern: "grade:best" }, "0.pattern", "The grade is dealer, oem, oee or aftermarket."],
    [
      { pattern: "DW01659GT" },
      "0.pattern",
      "No part has this number. For all that start so, enter DW01659GT*.",
    ],
    [{ pattern: "" }, "0.pattern", "Enter a part, a prefix such as DW*, grade:oem, or * for all."],
    [{ from: "2026-05-02", to: "2026-05-01" }, "0.to", "The last day is before the first."],
    [{ from: "soon" }, "0.from", "Choose a date."],
  ])("%j is refused beside its field", (typed, field, message) => {
    expect(messages(typed)).toEqual([[field, message]]);
  });

  it("say everything that is wrong with a row at once", () => {
    expect(messages({ pattern: "?", value: "?" })?.map(([field]) => field)).toEqual(["0.pattern", "0.value"]);
  });

  it("are refused twice for the same days, and allowed for others", () => {
    expect(messages({}, {})).toEqual([["1.pattern", "DW* is there twice for the same days."]]);
    expect(read({}, { from: "2026-11-01", to: "2026-11-30" }).success).toBe(true);
  });

  it("are refused in numbers no shop has", () => {
    const posted: unknown[] = [];
    posted[4_000_000_000] = row;
    expect(ruleRows.safeParse(posted).success).toBe(false);
  });

  it("come back to the form as they were typed", () => {
    const typed = {
      pattern: "DW*",
      kind: "tiered",
      value: "45% to $500.00, 55%",
      from: "",
      to: "2026-03-31",
    };
    const [rule] = ruleRows.parse([typed]);
    if (!rule) throw new Error("no rule");
    expect(ruleTexts({ ...rule, effectiveFrom: null, effectiveTo: "2026-03-31" })).toEqual(typed);
  });
});

describe("the order shown", () => {
  const pattern = fc.constantFrom(
    "*",
    "grade:oem",
    "DW*",
    "DW*:oem",
    "DW01*",
    "DW01659",
    "DW01659:oem",
    "DW01659GTYN",
    "FW*",
  );
  const day = fc.option(fc.constantFrom("2026-01-01", "2026-03-01", "2026-06-01"));
  const rule = fc.record({
    pattern,
    kind: fc.constant("discount" as const),
    bps: fc.integer({ min: 0, max: 9_999 }),
    effectiveFrom: day,
    effectiveTo: day,
  });
  const days = (one: GlassRule) => `${one.pattern} ${one.effectiveFrom} ${one.effectiveTo}`;
  const rules = fc.uniqueArray(rule, { selector: days, maxLength: 12 });

  it("is the order in which rules are tried", () => {
    fc.assert(
      fc.property(rules, fc.constantFrom("DW01659GTYN", "DW01700GBYN", "FW04792GTYN"), (some, nagsNumber) => {
        const target = { nagsNumber, grade: "oem" as const };
        const holds = (one: GlassRule) => findRule([one], target, "2026-03-15") !== null;
        const shownFirst = inMatchingOrder(some).find(holds) ?? null;
        expect(findRule(some, target, "2026-03-15")).toEqual(shownFirst);
      }),
    );
  });
});

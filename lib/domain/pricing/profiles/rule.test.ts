import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRule, type GlassRule } from "@/lib/glass/pricing/rules";
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

describe("to the cent and the point", () => {
  const value = (kind: string, typed: string) =>
    messages({ kind, value: typed })?.[0]?.[1] ?? read({ kind, value: typed }).data?.[0];

  it("an amount is above nothing and at most $50,000", () => {
    for (const kind of ["each", "flat"]) {
      expect(value(kind, "0.01")).toMatchObject({ kind, cents: 1, bps: null });
      expect(value(kind, "50000")).toMatchObject({ kind, cents: 5_000_000, bps: null });
      expect(value(kind, "50000.01")).toBe("At most $50,000.");
      expect(value(kind, "0")).toBe("Enter an amount in dollars, such as 245.00.");
    }
  });

  it("a share off list is less than all of it, a markup at most tenfold", () => {
    expect(value("discount", "99.99")).toMatchObject({ bps: 9_999, cents: null });
    expect(value("discount", "0")).toMatchObject({ bps: 0 });
    expect(value("discount", "100.01")).toBe("At most 100 %.");
    expect(value("markup", "100")).toMatchObject({ bps: 10_000, cents: null });
    expect(value("markup", "1000")).toMatchObject({ bps: 100_000 });
    expect(value("markup", "1000.01")).toBe("At most 1000 %.");
  });

  it("one day is long enough, and either end may be open", () => {
    const day = new Date("2026-05-01T00:00:00Z");
    expect(read({ from: "2026-05-01", to: "2026-05-01" }).data?.[0]).toMatchObject({
      effectiveFrom: day,
      effectiveTo: day,
    });
    expect(read({ to: "2026-05-01" }).data?.[0]).toMatchObject({ effectiveFrom: null, effectiveTo: day });
    expect(messages({ from: "x", to: "y" })).toEqual([
      ["0.from", "Choose a date."],
      ["0.to", "Choose a date."],
    ]);
  });

  it("a number is bare or whole, also of one grade", () => {
    const pattern = (typed: string) =>
      read({ pattern: typed }).data?.[0]?.pattern ?? messages({ pattern: typed })?.[0]?.[1];
    expect(["dw1659", "dw01659gtyn", "dw1659:oem", "grade:oem", "*", "dw01*:oem"].map(pattern)).toEqual([
      "DW01659",
      "DW01659GTYN",
      "DW01659:oem",
      "grade:oem",
      "*",
      "DW01*:oem",
    ]);
    expect(pattern("dw01659gty:oem")).toBe(
      "No part has this number. For all that start so, enter DW01659GTY*.",
    );
  });

  it("200 rules are enough for everybody", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...row, pattern: `DW${String(10_000 + at)}` }));
    expect(ruleRows.safeParse(rows(200)).success).toBe(true);
    expect(ruleRows.safeParse(rows(201)).error?.issues[0]?.message).toBe("At most 200 rows.");
  });

  it("a rule goes back into its form in its own unit", () => {
    const plain = { pattern: "*", bps: 5_550, cents: 24_501 };
    expect(ruleTexts({ ...plain, kind: "discount" })).toEqual({
      pattern: "*",
      kind: "discount",
      value: "55.5",
      from: "",
      to: "",
    });
    expect(ruleTexts({ ...plain, kind: "markup" }).value).toBe("55.5");
    expect(ruleTexts({ ...plain, kind: "each" }).value).toBe("245.01");
    expect(ruleTexts({ ...plain, kind: "flat", effectiveFrom: "2026-03-01" })).toMatchObject({
      value: "245.01",
      from: "2026-03-01",
    });
    for (const kind of ["discount", "each", "tiered"] as const)
      expect(ruleTexts({ pattern: "*", kind }).value).toBe({ discount: "0", each: "0.00", tiered: "" }[kind]);
  });

  it("rules are shown as they are tried: part, its grade first, longer and shorter prefix, grade, all; then by their days", () => {
    const order: [string, string | null, string | null][] = [
      ["DW01659GTYN", null, null],
      ["DW01659:oem", null, null],
      ["DW01659", null, null],
      ["DW01*", null, null],
      ["DW*:oem", null, null],
      ["DW*", "2026-06-01", null],
      ["DW*", "2026-03-01", "2026-03-31"],
      ["DW*", "2026-03-01", "2026-04-30"],
      ["DW*", null, "2026-12-31"],
      ["DW*", null, null],
      ["FW*", null, null],
      ["grade:oee", null, null],
      ["grade:oem", null, null],
      ["*", null, null],
    ];
    const rules = order.map(([pattern, effectiveFrom, effectiveTo]) => ({
      pattern,
      kind: "discount" as const,
      effectiveFrom,
      effectiveTo,
    }));
    expect(inMatchingOrder(rules.toReversed())).toEqual(rules);
  });
});

it("a part is tried before what only begins like it, however long that is", () => {
  const rules = ["DW01659GTY*", "DW01659"].map((pattern) => ({ pattern, kind: "discount" as const, bps: 1 }));
  expect(inMatchingOrder(rules).map(({ pattern }) => pattern)).toEqual(["DW01659", "DW01659GTY*"]);
});

import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { alikeReview, allReviews, amountsOf, chosen, offered, variantsOf } from "./options";
import type { Choices } from "./request";

const choices = {
  work: "windshield",
  grade: "aftermarket",
  glassCents: 31_007,
  offers: [
    { grade: "oee", glassCents: null },
    { grade: "aftermarket", glassCents: 1 },
    { grade: "dealer", glassCents: 90_011 },
  ],
} as Choices;

const line = (description: string) => ({
  position: 0,
  kind: "glass",
  description,
  nagsNumber: null,
  quantity: 100,
  unitCents: 1,
  totalCents: 1,
  taxable: true,
  costCents: 1,
  rule: "",
  layer: "shop",
});
const amounts = (grade: string, base: number, customerCents: number) => ({
  grade,
  subtotalCents: base + 1,
  taxCents: base + 2,
  totalCents: base + 3,
  insurerCents: base + 4,
  customerCents,
  costCents: base + 5,
  needsReview: base > 500,
  reviews: [`Look at ${grade}`],
});
const option = (position: number, ...of: Parameters<typeof amounts>) => ({
  ...amounts(...of),
  position,
  lines: [line(of[0])],
});
const quote = {
  id: "q",
  ...amounts("aftermarket", 100, 300),
  lines: [line("its own")],
  options: [
    option(0, "aftermarket", 100, 300),
    option(1, "oee", 700, 200),
    option(2, "oem", 600, 200),
    option(3, "dealer", 900, 200),
  ],
};

describe("variants of what was chosen", () => {
  it("are the chosen grade first, then each other one with its own price by hand, or none", () => {
    expect(variantsOf(choices)).toEqual([
      choices,
      { ...choices, grade: "oee", glassCents: null },
      { ...choices, grade: "dealer", glassCents: 90_011 },
    ]);
  });

  it("are one for chips, which are repaired in one way", () => {
    const chips = { ...choices, work: "chip_repair" } as Choices;
    expect(variantsOf(chips)).toEqual([chips]);
  });
});

describe("two grades at one price", () => {
  it("are to be looked at, in words", () => {
    const first = { grade: "oem", subtotalCents: 84_001 };
    expect(alikeReview(first, { grade: "dealer", subtotalCents: 84_001 })).toBe(
      "Dealer glass comes to the same price as oem: set its price.",
    );
    expect(alikeReview(first, { grade: "dealer", subtotalCents: 84_002 })).toBeNull();
    expect(alikeReview(first, first)).toBeNull();
  });
});

describe("a quote with its options", () => {
  it("is offered with each, the cheapest for the customer first, of two alike the cheaper in all", () => {
    const all = offered(quote);
    expect(all.map(({ option, grade }) => [option, grade])).toEqual([
      [2, "oem"],
      [1, "oee"],
      [3, "dealer"],
      [0, "aftermarket"],
    ]);
    expect(all[0]).toEqual({
      id: "q",
      ...amounts("oem", 600, 200),
      lines: [line("oem")],
      options: quote.options,
      option: 2,
    });
  });

  it("is offered as it is where it has none", () => {
    const alone = { ...quote, options: [] };
    expect(offered(alone)).toEqual([{ ...alone, option: null }]);
  });

  it("is the one that was chosen, and none by default", () => {
    expect(chosen(quote, 1)).toMatchObject({ option: 1, grade: "oee", customerCents: 200, totalCents: 703 });
    expect(chosen(quote, 0)).toMatchObject({ option: 0, grade: "aftermarket" });
    for (const other of [null, 4])
      expect(() => chosen(quote, other)).toThrow(
        expect.objectContaining({ message: "Choose one of the options.", field: "option" }),
      );
    expect(() => chosen(quote, 9)).toThrow(Refusal);
  });

  it("needs no choice where it has none, whatever was posted", () => {
    const alone = { ...quote, options: [] };
    expect(chosen(alone, null)).toEqual({ ...alone, option: null });
    expect(chosen(alone, 3)).toEqual({ ...alone, option: null });
  });

  it("says each thing to look at once", () => {
    const reviews = ["Look at oem", "Deductible not known yet."];
    expect(allReviews({ ...quote, reviews })).toEqual([
      "Look at oem",
      "Deductible not known yet.",
      "Look at aftermarket",
      "Look at oee",
      "Look at dealer",
    ]);
  });

  it("keeps of an option all its amounts, and nothing else", () => {
    expect(amountsOf(option(3, "dealer", 900, 200))).toEqual(amounts("dealer", 900, 200));
  });
});

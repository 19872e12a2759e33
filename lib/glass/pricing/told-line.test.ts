import { expect, it } from "vitest";
import { discountReasonOf, factsOf } from "./told-line";

it.each([
  ["Cash: labor $61.31 an hour", true, false],
  ["Cash: labor $91.13 flat", false, false],
  ["Acme: clip included", false, true],
  ["Set by hand: Repeat (was $1.07; Cash: labor $61.31 an hour)", true, false],
  ["Set by hand: Repeat (was $0.00; Acme: clip included)", false, false],
  ["$5.03 off: Lunch included", false, true],
  ["No rule", false, false],
])("a line is read as it always was: %s", (rule, hourly, included) => {
  expect(factsOf({ rule })).toEqual({ hourly, included, ruleWithoutCost: rule });
});

it("a markup is not spelled out to who may not see costs", () => {
  const told = (rule: string) => factsOf({ rule }).ruleWithoutCost;
  expect(told("Cash: DW* cost plus 40%")).toBe("Cash: DW* the shop's markup");
  expect(told("Set by hand: Old (was $1.07; Cash: DW* cost plus 41.5%)")).toBe(
    "Set by hand: Old (was $1.07; Cash: DW* the shop's markup)",
  );
  expect(told("Cash: DW* 55% off list")).toBe("Cash: DW* 55% off list");
});

it("a discount's reason is what was typed", () => {
  expect(discountReasonOf({ description: "Discount: Discount: twice" })).toBe("Discount: twice");
});

import { expect, it } from "vitest";
import { partMeant } from "./part-meant";

const part = (nagsNumber: string) => ({ nagsNumber });
const fitting = [part("DW02501GTYN"), part("FW90023GBYN")];

it("finds what fits the vehicle by the whole number and by the short one", () => {
  expect(partMeant("DW02501GTYN", fitting, [])).toBe(fitting[0]);
  expect(partMeant("DW02501", fitting, [part("DW02501GTYN")])).toBe(fitting[0]);
});

it("finds what does not fit, and nothing while there is none or a choice", () => {
  const other = part("DW01658GBYN");
  expect(partMeant("DW01658", fitting, [other])).toBe(other);
  expect(partMeant("DW01658", fitting, [])).toBeNull();
  expect(partMeant("DW01658", fitting, [other, part("DW01658GTYN")])).toBeNull();
});

it("a short number of several parts means none of them, though one fits", () => {
  expect(partMeant("DW02501", fitting, [part("DW02501GTYN"), part("DW02501GTYY")])).toBeNull();
});

import { expect, it } from "vitest";
import { type ListPrice, listPriceBefore, listPriceOn } from "./catalogue";

const price = (cents: number | null, from: string | null, beforeCents: number | null = null): ListPrice => ({
  listPriceCents: cents,
  listEffectiveFrom: from === null ? null : new Date(from),
  listPriceBeforeCents: beforeCents,
});
const today = "2026-11-21";

it("a list price holds from its day on, and until then the one before it", () => {
  const part = price(520_00, "2027-01-01", 500_00);
  expect(["2026-12-31", "2027-01-01"].map((day) => listPriceOn(part, day))).toEqual([500_00, 520_00]);
  expect(listPriceOn(price(520_00, "2027-01-01"), today)).toBeNull();
  expect(listPriceOn(price(520_00, null), today)).toBe(520_00);
});

it.each([
  ["a new part has none before", null, price(500_00, "2026-01-01"), null],
  ["the next edition", price(500_00, "2026-01-01"), price(520_00, "2027-01-01"), 500_00],
  ["a correction of the same day", price(520_00, "2027-01-01", 500_00), price(530_00, "2027-01-01"), 500_00],
  ["one put off: it never held", price(520_00, "2027-01-01", 500_00), price(520_00, "2027-04-01"), 500_00],
  ["one taken back", price(520_00, "2027-01-01", 500_00), price(500_00, "2026-01-01"), 500_00],
  ["no price any more", price(500_00, "2026-01-01"), price(null, null), null],
])("what holds until the day of a list price: %s", (_, known, now, before) => {
  expect(listPriceBefore(known, now, today)).toBe(before);
});

import { expect, it } from "vitest";
import {
  isOwn,
  type ListPrice,
  listPriceBefore,
  listPriceOn,
  listPriceWaits,
  onePerNumber,
  ownNumbered,
  priceFault,
} from "./catalog";

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

it("a list price has a day, and a day a list price", () => {
  const fault = (cents: number | null, from: string | null) =>
    priceFault({ listPriceCents: cents, listEffectiveFrom: from === null ? null : new Date(from) });
  expect([fault(1, "2026-01-01"), fault(null, null)]).toEqual([null, null]);
  expect(fault(1, null)).toBe("Say from which day the list price holds.");
  expect(fault(0, null)).toBe("Say from which day the list price holds.");
  expect(fault(null, "2026-01-01")).toBe("There is a day but no list price.");
});

it("a list price waits until its day, and not on it", () => {
  const from = (day: string | null) => ({ listEffectiveFrom: day === null ? null : new Date(day) });
  expect([
    listPriceWaits(from("2026-11-22"), today),
    listPriceWaits(from(today), today),
    listPriceWaits(from(null), today),
  ]).toEqual([true, false, false]);
});

it("a correction that begins earlier keeps what was before", () => {
  expect(
    listPriceBefore(price(520_00, "2026-12-01", 500_00), price(530_00, "2027-01-01"), "2026-12-01"),
  ).toBe(520_00);
  expect(listPriceBefore(price(520_00, null, 500_00), price(530_00, "2027-01-01"), today)).toBeNull();
  expect(listPriceBefore(undefined, price(530_00, "2027-01-01"), today)).toBeNull();
});

it("a number is the shop's own part where it has one, in the order of the first", () => {
  const shared = "00000000-0000-0000-0000-000000000000";
  const mine = "0193b5a1-0000-7000-8000-00000000000a";
  const row = (nagsNumber: string, owner: string) => ({ nagsNumber, owner });
  const rows = [row("A", shared), row("B", mine), row("A", mine), row("B", shared), row("C", shared)];
  expect(onePerNumber(rows)).toEqual([row("A", mine), row("B", mine), row("C", shared)]);
  expect([isOwn(row("A", mine)), isOwn(row("A", shared))]).toEqual([true, false]);
});

it("a number of the shop's own is looked for squashed", () => {
  expect(ownNumbered("rv-1234 a")).toEqual({ prefix: "", number: "RV1234A" });
});

it("a correction of a price in force, from its day or an earlier one, keeps what was before it", () => {
  const known = price(520_00, "2026-03-01", 500_00);
  expect(listPriceBefore(known, price(530_00, "2026-03-01"), today)).toBe(500_00);
  expect(listPriceBefore(known, price(530_00, "2026-02-01"), today)).toBe(500_00);
  expect(listPriceBefore(known, price(530_00, "2026-03-02"), today)).toBe(520_00);
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type DayMeaning, dayFault, dayRange, readDay, yearFault } from "./date-range";
import { addDays } from "./dates";

const now = new Date("2026-11-26T12:00:00Z");
const today = "2026-11-26";

describe("a day as people type it", () => {
  test.each([
    ["2026-03-05", "2026-03-05"],
    ["3/5/2024", "2024-03-05"],
    ["03/05/24", "2024-03-05"],
    ["3-5-24", "2024-03-05"],
    // A date input posts the two digits that were typed into it so.
    ["0024-03-05", "2024-03-05"],
    ["0000-03-05", "2000-03-05"],
    ["12/31/26", "2026-12-31"],
    ["1/1/76", "2076-01-01"],
    ["1/1/77", "1977-01-01"],
    ["1/1/99", "1999-01-01"],
    ["2/29/24", "2024-02-29"],
    ["0124-03-05", "0124-03-05"],
  ])("%s is %s", (typed, day) => {
    expect(readDay(typed, now)).toBe(day);
  });

  test.each(["", "2/29/23", "13/1/26", "3/5", "3/5/024", "12026-01-01", "today", "2026-1", "20260105"])(
    "%j is none",
    (typed) => {
      expect(readDay(typed, now)).toBeNull();
    },
  );

  it("keeps every day of our time, and of two digits reads the nearest such year", () => {
    const days = fc.integer({ min: -18_000, max: 18_000 }).map((n) => addDays(today, n));
    fc.assert(
      fc.property(days, (day) => {
        const [year = "", month, rest] = day.split("-");
        expect(readDay(day, now)).toBe(day);
        expect(readDay(`${month}/${rest}/${year.slice(2)}`, now)).toBe(day);
        expect(readDay(`00${year.slice(2)}-${month}-${rest}`, now)).toBe(day);
      }),
    );
  });
});

describe("which days make sense", () => {
  test.each<[DayMeaning, string, string | null]>([
    ["visit", today, null],
    ["visit", "2027-11-26", null],
    ["visit", "2026-11-25", "Choose today or a later day."],
    ["visit", "2027-11-27", "Choose a day within a year."],
    ["visit", "2206-12-01", "Choose a day within a year."],
    ["payment", today, null],
    ["payment", "2026-11-27", "Choose today or an earlier day."],
    ["payment", "2021-11-25", "Choose a day within the last five years."],
    ["loss", "2016-11-26", null],
    ["loss", "0999-01-01", "Choose a day within the last ten years."],
    ["priceChange", "2062-04-01", "Choose a day within the next two years."],
    ["priceRule", "2006-01-01", null],
    ["priceRule", "2099-12-31", null],
    ["priceRule", "2206-12-31", "Choose a day between 2006 and 2099."],
    ["listPrice", "1889-01-01", "Choose a day between 1990 and 2028."],
  ])("of a %s %s: %s", (meaning, day, fault) => {
    expect(dayFault(day, meaning, today)).toBe(fault);
  });

  it("are those that the browser offers, on whichever day one looks", () => {
    const meanings = fc.constantFrom<DayMeaning>("visit", "payment", "loss", "priceRule", "certificate");
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1996-02-27", n));
    fc.assert(
      fc.property(meanings, days, days, (meaning, one, day) => {
        const { min, max } = dayRange(meaning, one);
        expect(dayFault(day, meaning, one) === null).toBe(day >= min && day <= max);
        expect([min, max].map((end) => dayFault(end, meaning, one))).toEqual([null, null]);
      }),
    );
    expect(dayRange("visit", "2024-02-29")).toEqual({ min: "2024-02-29", max: "2025-02-28" });
  });

  it("before the shop's own day is known, are refused only where no shop's could make them right", () => {
    expect(yearFault("2026-11-25", "visit", now)).toBeNull();
    expect(yearFault("2026-11-27", "payment", now)).toBeNull();
    expect(yearFault("2206-11-25", "visit", now)).toBe("Choose a day within a year.");
    expect(yearFault("1926-11-25", "payment", now)).toBe("Choose a day within the last five years.");
    expect(yearFault("1926-11-25", "listPrice", now)).toBe("Choose a day between 1990 and 2028.");
  });
});

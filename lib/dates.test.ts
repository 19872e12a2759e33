import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dateIn,
  dayOf,
  daysBetween,
  formatDate,
  formatLongDate,
  formatMinutes,
  formatMoment,
  formatTime,
  instantOf,
  isIsoDate,
  midnightOf,
  mondayOf,
  timeIn,
} from "./dates";

test("a day belongs to a zone: late in Austin is already tomorrow in London", () => {
  const now = new Date("2026-03-04T03:30:00Z");
  expect(dateIn("America/Chicago", now)).toBe("2026-03-03");
  expect(timeIn("America/Chicago", now)).toBe("21:30");
  expect(dateIn("Europe/London", now)).toBe("2026-03-04");
});

test.each([
  ["2026-02-28", 1, "2026-03-01"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-03-07", 2, "2026-03-09"],
])("%s plus %i days is %s", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

test("adding and counting days are inverse", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: -9_000, max: 9_000 }),
      (start, days) => {
        const date = addDays("1990-01-01", start);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      },
    ),
  );
});

test("weeks start on Monday", () => {
  expect(["2026-03-02", "2026-03-08", "2026-03-09"].map(mondayOf)).toEqual([
    "2026-03-02",
    "2026-03-02",
    "2026-03-09",
  ]);
});

test("days are said as a shop says them", () => {
  expect(formatDate("2026-03-03", "2026-08-01")).toBe("Tue, Mar 3");
  expect(formatDate("2025-03-03", "2026-08-01")).toBe("Mon, Mar 3, 2025");
});

test("a year that is not of our time is written with four digits, never as one that is", () => {
  expect(formatDate("0024-03-05", "2026-08-01")).toBe("Tue, Mar 5, 0024");
  expect(formatLongDate("0024-03-05")).toBe("March 5, 0024");
  const at = new Date("0024-03-05T20:00:00Z");
  expect(dateIn("America/Chicago", at)).toBe("0024-03-05");
  expect(formatMoment("UTC", at, "2026-08-01")).toBe("Tue, Mar 5, 0024, 8:00 PM");
});

test("a moment is told on the shop's own clock", () => {
  const at = new Date("2026-03-04T02:05:00Z");
  expect(formatMoment("America/Chicago", at, "2026-08-01")).toBe("Tue, Mar 3, 8:05 PM");
  expect(formatMoment("America/New_York", at, "2027-01-01")).toBe("Tue, Mar 3, 2026, 9:05 PM");
});

test("times and durations are said as a shop says them", () => {
  expect(["00:07", "09:05", "11:59", "12:00", "13:05"].map(formatTime)).toEqual([
    "12:07 AM",
    "9:05 AM",
    "11:59 AM",
    "12:00 PM",
    "1:05 PM",
  ]);
  expect([0, 59, 60, 61, 152].map(formatMinutes)).toEqual([
    "0 min",
    "59 min",
    "1 h",
    "1 h 1 min",
    "2 h 32 min",
  ]);
});

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["2026", false],
  ["2026-03", false],
  ["+012026-03-03", false],
  ["12026-03-03", false],
  ["2026-03-03T00", false],
  ["", false],
])("%s exists: %s", (text, exists) => {
  expect(isIsoDate(text)).toBe(exists);
});

test("an appointment's instant follows daylight saving", () => {
  expect(instantOf("America/Chicago", "2026-01-15", "09:00").toISOString()).toBe("2026-01-15T15:00:00.000Z");
  expect(instantOf("America/Chicago", "2026-07-15", "09:00").toISOString()).toBe("2026-07-15T14:00:00.000Z");
  expect(instantOf("America/Phoenix", "2026-07-15").toISOString()).toBe("2026-07-15T07:00:00.000Z");
});

test("a skipped time moves past the gap, a doubled time means the first", () => {
  expect(instantOf("America/Chicago", "2026-03-08", "02:30").toISOString()).toBe("2026-03-08T08:30:00.000Z");
  expect(instantOf("America/Chicago", "2026-11-01", "01:30").toISOString()).toBe("2026-11-01T06:30:00.000Z");
});

test("the other half of the world moves its clocks the other way, and not always by an hour", () => {
  const at = (zone: string, date: string, time: string) => instantOf(zone, date, time).toISOString();
  expect(at("Australia/Sydney", "2026-07-15", "09:05")).toBe("2026-07-14T23:05:00.000Z");
  expect(at("Australia/Sydney", "2026-04-05", "02:30")).toBe("2026-04-04T15:30:00.000Z");
  expect(at("Australia/Lord_Howe", "2026-10-04", "02:10")).toBe("2026-10-03T15:40:00.000Z");
  expect(at("Asia/Kathmandu", "2026-03-03", "00:05")).toBe("2026-03-02T18:20:00.000Z");
});

test("on a day that clocks move, what is before and after it is as the clock shows", () => {
  const at = (date: string, time: string) => instantOf("America/Chicago", date, time).toISOString();
  expect(at("2026-03-08", "00:35")).toBe("2026-03-08T06:35:00.000Z");
  expect(at("2026-03-08", "12:35")).toBe("2026-03-08T17:35:00.000Z");
  expect(at("2026-11-01", "00:35")).toBe("2026-11-01T05:35:00.000Z");
  expect(at("2026-11-01", "12:35")).toBe("2026-11-01T18:35:00.000Z");
});

test("a column's day is kept and read as it is", () => {
  expect(midnightOf("2026-03-03").toISOString()).toBe("2026-03-03T00:00:00.000Z");
  expect(dayOf(midnightOf("2026-03-03"))).toBe("2026-03-03");
});

test("what the clock shows at an instant leads back to it", () => {
  const zones = ["America/New_York", "America/Denver", "America/Anchorage", "Pacific/Honolulu"];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 4, max: 23 }),
      (zone, day, hour) => {
        const date = addDays("2022-01-01", day);
        const time = `${hour.toString().padStart(2, "0")}:15`;
        const instant = instantOf(zone, date, time);
        expect([dateIn(zone, instant), timeIn(zone, instant)]).toEqual([date, time]);
      },
    ),
  );
});

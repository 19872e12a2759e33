import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  formatBps,
  formatCents,
  halfUp,
  MAX_CENTS,
  parseMoney,
  parsePercent,
  proportion,
  timesBps,
} from "./money";

describe("halfUp", () => {
  test.each([
    [5, 10, 1],
    [4, 10, 0],
    [15, 10, 2],
    [-5, 10, -1],
    [-4, 10, 0],
    [1, 3, 0],
    [2, 3, 1],
    [0, 7, 0],
  ])("%i / %i is %i", (numerator, divisor, expected) => {
    expect(halfUp(numerator, divisor)).toBe(expected);
  });

  it("refuses what it cannot round exactly", () => {
    expect(() => halfUp(Number.MAX_SAFE_INTEGER + 1, 2)).toThrow(RangeError);
    expect(() => halfUp(1.5, 2)).toThrow(RangeError);
    expect(() => halfUp(1, 0)).toThrow(RangeError);
  });

  it("agrees with exact integer arithmetic", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 45 }), fc.integer({ min: 1, max: 2 ** 20 }), (n, d) => {
        const exact = (2n * BigInt(n) + BigInt(d)) / (2n * BigInt(d));
        expect(halfUp(n, d)).toBe(Number(exact));
      }),
    );
  });
});

describe("timesBps", () => {
  test.each([
    [42_500, 825, 3_506],
    [50_680, 825, 4_181],
    [72_000, 4_500, 32_400],
    [1, 5_000, 1],
    [1, 4_999, 0],
    [-1, 5_000, -1],
  ])("%i cents at %i bps are %i", (cents, bps, expected) => {
    expect(timesBps(cents, bps)).toBe(expected);
  });
});

describe("formatCents and parseMoney", () => {
  test.each([
    [0, "$0.00"],
    [5, "$0.05"],
    [123_450, "$1,234.50"],
    [100_000_000, "$1,000,000.00"],
    [-500, "-$5.00"],
  ])("%i reads %s", (cents, text) => {
    expect(formatCents(cents)).toBe(text);
  });

  test.each([
    ["1,234.50", 123_450],
    ["$1234.5", 123_450],
    [" 49 ", 4_900],
    [".75", 75],
    ["12.", 1_200],
    ["-5", -500],
    ["-0", 0],
    ["$ 1,000", 100_000],
  ])("%s is %i cents", (text, cents) => {
    expect(parseMoney(text)).toBe(cents);
  });

  test.each([
    "",
    ".",
    "$",
    "abc",
    "1,23.45",
    "1.234",
    "1e5",
    "12 50",
    "--5",
    "1,2345",
    "NaN",
    "99999999999999999999",
  ])("%s is no amount", (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it("reads back every amount it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), (cents) => {
        expect(parseMoney(formatCents(cents))).toBe(cents);
      }),
    );
  });
});

test.each([
  ["55", 5_500],
  ["8.25%", 825],
  ["12.5 %", 1_250],
  ["0", 0],
])("%s is %i bps", (text, bps) => {
  expect(parsePercent(text)).toBe(bps);
});

test.each(["", "-1", "8.255", "five", "%"])("%s is no percentage", (text) => {
  expect(parsePercent(text)).toBeNull();
});

test("a percentage is written without idle zeros", () => {
  expect([825, 5_500, 887.5, 0].map(formatBps)).toEqual(["8.25%", "55%", "8.875%", "0%"]);
});

test("a part bears its proportion, however large the amounts", () => {
  expect(proportion(1_000, 1_000, 4_000)).toBe(250);
  expect(proportion(1, 1, 2)).toBe(1);
  expect(proportion(MAX_CENTS, MAX_CENTS - 1, MAX_CENTS)).toBe(MAX_CENTS - 1);
});

test.each([
  ["a cent less than the most", "21,474,836.46", MAX_CENTS - 1],
  ["the most", "21474836.47", MAX_CENTS],
  ["a cent more", "21474836.48", null],
  ["a cent", "0.01", 1],
  ["ten cents", ".1", 10],
  ["a sign and spaces", "- $ 5.5", -550],
  ["a comma for each thousand", "1,234,567.89", 123_456_789],
  ["a comma too early", "12,34", null],
  ["a sign behind", "5-", null],
  ["words around", "about 5", null],
  ["words behind", "5 dollars", null],
])("%s: %s", (_, text, cents) => {
  expect(parseMoney(text)).toBe(cents);
});

test.each([
  ["9999.99", 999_999],
  ["10000", null],
  ["1.5", 150],
  [" 1. ", 100],
  ["x1", null],
  ["1 %%", null],
])("the percentage %s", (text, bps) => {
  expect(parsePercent(text)).toBe(bps);
});

test("what can't be rounded exactly is named, and the divisor is at least one", () => {
  expect(() => halfUp(1.5, 2)).toThrow("Cannot round 1.5 / 2 exactly");
  expect(() => halfUp(1, Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
  expect(() => halfUp(1, -1)).toThrow(RangeError);
  expect(halfUp(7, 1)).toBe(7);
  expect(Object.is(halfUp(-1, 3), -0)).toBe(false);
});

test("cents and their shares are written to the last digit", () => {
  expect([99, 100, 99_999, 100_000, -1].map(formatCents)).toEqual([
    "$0.99",
    "$1.00",
    "$999.99",
    "$1,000.00",
    "-$0.01",
  ]);
  expect([137.51, 50.03, 1].map(formatBps)).toEqual(["1.3751%", "0.5003%", "0.01%"]);
  expect([proportion(3, 1, 2), proportion(1, 1, 3), proportion(5, 0, 7)]).toEqual([2, 0, 0]);
});

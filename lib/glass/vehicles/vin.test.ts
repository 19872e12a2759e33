import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigit, checkVin, modelYears, wmiOf } from "./vin";

test("a right VIN is usable without a word", () => {
  expect(checkVin(" 1hgcm-82633a 004352")).toEqual({
    vin: "1HGCM82633A004352",
    usable: true,
    error: null,
    warning: null,
  });
});

test.each([
  ["2T3P1RFV5MW123456", "5, should be 3"],
  ["5YJ3E1EA7KF317000", "7, should be 2"],
  ["1FTFW1ET5DFC10312", "5, should be 9"],
])("%s decodes with a warning: its check digit is %s", (vin, words) => {
  const check = checkVin(vin);
  expect(check.usable).toBe(true);
  expect(check.warning).toContain(words);
});

test.each([
  ["", /17 characters/],
  ["1HGCM82633A00435", /this has 16/],
  ["1HGCM82633A0043521", /this has 18/],
  ["1HGCM82633A00435O", /letter O \(position 17\); is it 0\?/],
  ["IHGCM82633A004352", /letter I \(position 1\); is it 1\?/],
  ["1HGCM82633Q004352", /letter Q \(position 11\); is it 0\?/],
  ["1HGCM82633A00435*", /character \* \(position 17\)/],
])("%s is refused with its reason", (vin, reason) => {
  expect(checkVin(vin)).toMatchObject({ usable: false, error: expect.stringMatching(reason) });
});

test("one mistyped character outside position 9 is always noticed", () => {
  const good = "1HGCM82633A004352";
  const values = "0123456789";
  fc.assert(
    fc.property(fc.constantFrom(9, 11, 12, 13, 14, 15, 16), fc.constantFrom(...values), (position, digit) => {
      fc.pre(good[position] !== digit);
      const typed = good.slice(0, position) + digit + good.slice(position + 1);
      expect(checkDigit(typed)).not.toBe(good[8]);
    }),
  );
});

test.each([
  ["1HGCM82633A004352", [2003]],
  ["2T3P1RFV5MW123456", [2021, 1991]],
  ["1FTFW1ET5DFC10312", [2013, 1983]],
  ["1FTFW12T5DFC10312", [1983, 2013]],
])("%s is of %j", (vin, years) => {
  expect(modelYears(vin, 2026)).toEqual(years);
});

test("small makers have six characters of maker's code", () => {
  expect(wmiOf("1A9AB12C3DE123456")).toBe("1A9123");
  expect(wmiOf("1HGCM82633A004352")).toBe("1HG");
});

describe("what the real world has is kept with a warning", () => {
  test.each([
    ["WVGZZZ5NZJM131395", null, /Position 9 is Z and no check digit.*another market/],
    ["WBAAA31060AA12345", null, /should be .*another market/],
    ["1HGCM826E3A004352", null, /Position 9 is E and no check digit\. One character may be mistyped\.$/],
    ["2T3P1RFV5MW123456", 2021, /should be 3\. One character may be mistyped\.$/],
    ["194678S123456", 1968, /before 1981/],
    ["9114101234", 1974, /before 1981/],
    ["0Q01A100001", 1970, /before 1981/],
    ["12302312345678", 1979, /before 1981/],
    ["BNR32-305366", 1993, /this has 11\. Right only for an older vehicle, or one made for another market/],
    ["194678S123456", null, /this has 13/],
  ])("%s of %s", (vin, year, warning) => {
    expect(checkVin(vin, year)).toMatchObject({ error: null, warning: expect.stringMatching(warning) });
  });

  test.each([
    ["1HGCM82633A00435", 2003, /this has 16/],
    ["1HGCM82633A004", 2003, /this has 14/],
    ["1HGCM82633A0043521", 1975, /this has 18/],
    ["ABC", 1975, /this has 3/],
    ["1HGCM82633A00435O", 2003, /is it 0\?/],
  ])("%s of %s is refused", (vin, year, reason) => {
    expect(checkVin(vin, year).error).toMatch(reason);
  });

  test("the year of a European VIN is the latest that its letter can mean", () => {
    expect(modelYears("WVGZZZ5NZJM131395", 2026)).toEqual([2018, 1988]);
  });
});

test("a check digit of ten is an X", () => {
  expect(checkDigit("1M8GDM9AXKP042788")).toBe("X");
  expect(checkVin("1M8GDM9AXKP042788")).toMatchObject({ usable: true, warning: null });
});

test("a model year is next year's at most, and the first of a cycle is one", () => {
  const of = (letter: string) => `2T3P1RFV5${letter}W123456`;
  expect([2019, 2020, 2021].map((thisYear) => modelYears(of("M"), thisYear))).toEqual([
    [1991],
    [2021, 1991],
    [2021, 1991],
  ]);
  expect(modelYears(of("A"), 2026)).toEqual([2010, 1980]);
  expect(modelYears(of("9"), 2039)).toEqual([2039, 2009]);
  expect(modelYears(of("U"), 2026)).toEqual([]);
});

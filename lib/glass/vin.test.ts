import fc from "fast-check";
import { expect, test } from "vitest";
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
  ["1HGCM826E3A004352", /Position 9 is the check digit/],
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

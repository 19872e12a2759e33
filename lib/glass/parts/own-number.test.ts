import { describe, expect, it } from "vitest";
import { readOwnNumber } from "./own-number";

describe("a part number outside of the NAGS format", () => {
  it.each([
    ["rv-1234 a", "RV-1234-A"],
    ["  68270 -- 123AB ", "68270-123AB"],
    ["BUS1", "BUS1"],
  ])("reads %j as %s", (typed, number) => {
    expect(readOwnNumber(typed)).toBe(number);
  });

  it.each(["", "12", "windshield", "RV_12", "RV/12", "-RV12", "RV12-", "1".repeat(25), "é123", "=1+1"])(
    "takes %j for none",
    (typed) => {
      expect(readOwnNumber(typed)).toBeNull();
    },
  );
});

it("has 3 to 24 letters and digits, dashes not counted", () => {
  expect(readOwnNumber("1-23")).toBe("1-23");
  expect(readOwnNumber("1-2")).toBeNull();
  expect(readOwnNumber("1".repeat(24))).toBe("1".repeat(24));
  expect(readOwnNumber(`${"1".repeat(12)} ${"2".repeat(12)}`)).toBe(`${"1".repeat(12)}-${"2".repeat(12)}`);
  expect(readOwnNumber("ABCD")).toBeNull();
});

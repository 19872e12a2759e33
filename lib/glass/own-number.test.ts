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

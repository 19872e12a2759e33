import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { mobileForm } from "./profiles/mobile";
import { NewTaxArea } from "./tax/area";
import { readZips, zipsFault, zipsText } from "./zips";

describe("ZIP codes pasted from a spreadsheet that left their zeros out", () => {
  test.each([
    ["MA", "2134, 02139 2140", ["02134", "02139", "02140"]],
    ["NJ", "7302", ["07302"]],
    ["PR", "601", ["00601"]],
    ["NY", "501", ["00501"]],
    // Beginnings, where they are in that state.
    ["TX", "7870 787", ["7870", "787"]],
    ["MD", "2134", ["2134"]],
    ["", "787", ["787"]],
    ["MA", "021 2134*", ["021", "2134"]],
  ])("in %s %s are %j", (home, typed, zips) => {
    expect(readZips(typed, home)).toEqual(zips);
  });

  test.each([
    ["", "2134", "2134 may be 02134 in MA, or all that begin with 2134 in MD. Enter 02134 or 2134*."],
    ["TX", "78701 2134", "2134 may be 02134 in MA, or all that begin with 2134 in MD. Enter 02134 or 2134*."],
    [
      "TX",
      "78701, 7870x",
      "7870x is no ZIP code. Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.",
    ],
    ["MA", "6830", "6830 may be 06830 in CT, or all that begin with 6830 in NE. Enter 06830 or 6830*."],
  ])("in %s %s is asked about", (home, typed, fault) => {
    expect(readZips(typed, home)).toBeNull();
    expect(zipsFault(typed, home)).toBe(fault);
  });

  it("are read by the area's state, else by the shop's, beside their field", () => {
    const area = (more: object) => NewTaxArea.safeParse({ name: "Boston", zips: "2134", ...more });
    expect(area({ state: "MA", homeState: "TX" }).data?.zips).toEqual(["02134"]);
    expect(area({ homeState: "MA" }).data?.zips).toEqual(["02134"]);
    expect(area({ homeState: "TX" }).error?.issues).toMatchObject([
      { path: ["zips"], message: expect.stringContaining("02134 in MA") },
    ]);
    const zones = (homeState: string) =>
      mobileForm.safeParse({ mode: "zones", zones: [{ zips: "2134", price: "20" }], homeState });
    expect(zones("MA").data).toMatchObject({ zones: [{ zips: ["02134"] }] });
    expect(zones("TX").error?.issues).toMatchObject([{ path: ["zones", 0, "zips"] }]);
  });

  it("once read are shown so that they are read the same by a shop of any state", () => {
    const zip = fc.stringMatching(/^\d{3,5}$/);
    const home = fc.constantFrom("", "MA", "TX", "PR", "NY", "CT");
    fc.assert(
      fc.property(fc.array(zip, { minLength: 1 }), home, home, (typed, one, other) => {
        const read = readZips(typed.join(" "), one);
        if (read) expect(readZips(zipsText(read), other)).toEqual(read);
      }),
    );
  });
});

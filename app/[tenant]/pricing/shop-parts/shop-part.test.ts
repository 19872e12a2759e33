import { describe, expect, it } from "vitest";
import { NewShopPart } from "./shop-part";

const form = {
  nagsNumber: "rv 1234-a",
  glassPosition: "windshield",
  description: "RV windshield",
  side: "",
  listPriceCents: "",
  laborMinutes: "2.5",
  kitHalves: "1.5",
  clipsQty: "",
  calibration: "none",
};
const fit = { yearFrom: "2019", yearTo: "2024", make: "Winnebago", model: "Vista", bodyStyle: "" };
const blank = { yearFrom: "", yearTo: "", make: "", model: "", bodyStyle: "" };
const problems = (more: object) =>
  NewShopPart.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("a part of the shop's own", () => {
  it("has a number of any form, hours as minutes, kits as halves, no price where there is none", () => {
    expect(NewShopPart.parse({ ...form, fits: [fit, blank] })).toMatchObject({
      part: {
        nagsNumber: "RV-1234-A",
        prefix: "",
        number: "RV1234A",
        listPriceCents: null,
        laborMinutes: 150,
        kitHalves: 3,
        clipsQty: 0,
        calibration: null,
        mouldingRequired: false,
        features: [],
      },
      fits: [{ yearFrom: 2019, yearTo: 2024, make: "Winnebago", model: "Vista", bodyStyle: null }],
    });
  });

  it("with a NAGS number is taken apart like any, and is the glass that its number says", () => {
    expect(NewShopPart.parse({ ...form, nagsNumber: "dw 77777 gtyn" }).part).toMatchObject({
      nagsNumber: "DW77777GTYN",
      prefix: "DW",
      number: "77777",
      colorCode: "GT",
    });
    expect(problems({ nagsNumber: "DB77777GTYN" })).toEqual(["glassPosition"]);
  });

  it.each([
    ["nagsNumber", { nagsNumber: "" }],
    ["nagsNumber", { nagsNumber: "<b>1" }],
    ["glassPosition", { glassPosition: "" }],
    ["description", { description: " " }],
    ["listPriceCents", { listPriceCents: "0" }],
    ["listPriceCents", { listPriceCents: "-5" }],
    ["laborMinutes", { laborMinutes: "two" }],
    ["kitHalves", { kitHalves: "1.3" }],
    ["fits.0.yearTo", { fits: [{ ...fit, yearTo: "2018" }] }],
    ["fits.0.make", { fits: [{ ...fit, make: "" }] }],
  ])("has what is wrong said beside %s", (field, more) => {
    expect(problems(more)).toEqual([field]);
  });

  it("has all that is wrong said at once", () => {
    const fits = [
      { ...fit, yearTo: "2018" },
      { ...fit, make: "" },
    ];
    const more = { nagsNumber: "DB77777GTYN", description: "", listPriceCents: "0", fits };
    expect(problems(more)?.toSorted()).toEqual([
      "description",
      "fits.0.yearTo",
      "fits.1.make",
      "glassPosition",
      "listPriceCents",
    ]);
  });
});

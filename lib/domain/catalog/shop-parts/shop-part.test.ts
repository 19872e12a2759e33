import { describe, expect, it } from "vitest";
import { EditShopPart, NewShopPart, OneShopPart } from "./shop-part";

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

describe("field by field", () => {
  const all = {
    nagsNumber: "dw 77777 gtyn",
    glassPosition: "windshield",
    description: "Bus windshield",
    side: "left",
    listPriceCents: "719.37",
    laborMinutes: "2.3",
    kitHalves: "2.5",
    clipsQty: "7",
    mouldingRequired: "on",
    calibration: "dual",
    features: ["camera"],
  };
  const kept = {
    nagsNumber: "DW77777GTYN",
    prefix: "DW",
    number: "77777",
    colorCode: "GT",
    attachments: true,
    premium: false,
    glassPosition: "windshield",
    description: "Bus windshield",
    side: "left",
    listPriceCents: 71_937,
    laborMinutes: 138,
    kitHalves: 5,
    clipsQty: 7,
    mouldingRequired: true,
    calibration: "dual",
    features: ["camera"],
  };

  it("a part is kept as typed, new or changed", () => {
    expect(NewShopPart.parse(all)).toEqual({ part: kept, fits: [] });
    expect(EditShopPart.parse({ id: "x", ...all, fits: [fit] })).toMatchObject({
      id: "x",
      part: kept,
      fits: [{ yearFrom: 2019, yearTo: 2024 }],
    });
    expect(OneShopPart.parse({ id: "x" })).toEqual({ id: "x" });
  });

  it("a short NAGS number says nothing of color, parts attached or premium; one of another form is kept whole", () => {
    expect(NewShopPart.parse({ ...all, nagsNumber: "dw77777" }).part).toMatchObject({
      nagsNumber: "DW77777",
      colorCode: "",
      attachments: false,
      premium: false,
    });
    expect(NewShopPart.parse({ ...all, nagsNumber: "rv 1234-a" }).part).toMatchObject({
      nagsNumber: "RV-1234-A",
      prefix: "",
      number: "RV1234A",
      colorCode: "",
      attachments: false,
      premium: false,
    });
  });

  it("is told in words what is wrong with its number", () => {
    const told = (more: object) =>
      NewShopPart.safeParse({ ...all, ...more }).error?.issues.map(({ message }) => message);
    expect(told({ nagsNumber: "?" })).toEqual([
      "Enter a number of 3 to 24 letters, digits and dashes, with a digit, such as RV-1234.",
    ]);
    expect(told({ nagsNumber: "FB77777GTYN" })).toEqual(["FB77777GTYN is back glass by its number."]);
    expect(told({ glassPosition: "" })).toEqual(["Choose which glass it is."]);
    const edited = EditShopPart.safeParse({ id: "x", ...all, nagsNumber: "FB77777GTYN" });
    expect(edited.error?.issues.map(({ path }) => path.join("."))).toEqual(["glassPosition"]);
  });

  it("fits up to sixty vehicles", () => {
    const fits = (count: number) => NewShopPart.safeParse({ ...all, fits: Array(count).fill(fit) });
    expect(fits(60).success).toBe(true);
    expect(fits(61).error?.issues[0]?.message).toBe("At most 60 rows.");
  });
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { colorLabel, parseNags, positionLabel, squashNags } from "./nags";

function read(text: string) {
  const reading = parseNags(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.part;
}

function refusal(text: string) {
  const reading = parseNags(text);
  return reading.ok ? "" : reading.reason;
}

test.each([
  ["DW01256GTYN", "DW01256GTYN"],
  ["dw 01256 gt y n", "DW01256GTYN"],
  ["DW-01256-GT-YN", "DW01256GTYN"],
  ["DW1256", "DW01256"],
  ["DW763", "DW00763"],
  ["FB02541YPN", "FB02541YPN"],
  ["  fd2301gtn ", "FD02301GTN"],
])("%s is %s", (typed, normal) => {
  expect(read(typed).nagsNumber).toBe(normal);
});

test("every part of a number has its meaning", () => {
  expect(read("FW04792GTYN")).toEqual({
    nagsNumber: "FW04792GTYN",
    prefix: "FW",
    number: "04792",
    origin: "foreign",
    glassPosition: "windshield",
    glassType: "laminated",
    colorCode: "GT",
    attachments: true,
    premium: false,
    brand: null,
  });
  expect(read("DD763")).toMatchObject({
    origin: "domestic",
    glassPosition: "door",
    glassType: "tempered",
    colorCode: null,
    attachments: null,
    premium: null,
  });
});

test.each([
  ["W", "windshield"],
  ["B", "back_glass"],
  ["D", "door"],
  ["Q", "quarter"],
  ["V", "vent"],
  ["S", "side"],
  ["R", "roof"],
  ["Y", "back_slider"],
  ["L", "flat_windshield"],
  ["T", "flat_glass"],
  ["P", "partition"],
])("second letter %s is a %s", (letter, position) => {
  expect(read(`D${letter}01234`).glassPosition).toBe(position);
});

test.each([
  ["DW01658 GBY FYG", "DW01658GBY", "FYG"],
  ["DW01658GBYN-Pilkington", "DW01658GBYN", "PILKINGTON"],
  ["dw1658 xyg", "DW01658", "XYG"],
])("the brand of %s is split off", (typed, normal, brand) => {
  expect(read(typed)).toMatchObject({ nagsNumber: normal, brand });
});

test.each([
  ["", /Enter a part number/],
  ["hello", /starts with D \(domestic\) or F/],
  ["DX01234", /second letter/],
  ["DW12", /three to five digits/],
  ["DW123456", /at most five digits, not 6/],
  ["DW01256G", /two letters/],
  ["DW01256GTX", /Y or N: parts attached/],
  ["DW01256GTYX", /Y or N: premium/],
  ["DW01256GTYN7", /Nothing follows DW01256GTYN/],
  ["WD01256", /windshield repair/],
])("%s is refused with its reason", (typed, reason) => {
  expect(refusal(typed)).toMatch(reason);
});

describe("any text", () => {
  it("is read or refused in words, and never breaks", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = parseNags(text);
        if (!reading.ok) expect(reading.reason).not.toBe("");
      }),
    );
  });

  it("reads its own normal form back, and squashes to it", () => {
    const number = fc.stringMatching(/^[DF][WBDQVSRYLTP]\d{3,5}(?:[A-Z]{2}(?:[YN][YN]?)?)?$/);
    fc.assert(
      fc.property(number, (text) => {
        const normal = read(text).nagsNumber;
        expect(read(normal).nagsNumber).toBe(normal);
        expect(squashNags(normal)).toBe(normal);
      }),
    );
  });
});

test("positions and colors have words", () => {
  expect(positionLabel("back_glass")).toBe("Back glass");
  expect([colorLabel("GB"), colorLabel("QQ")]).toEqual(["Green tint, blue band", null]);
});

test("every part of a number to the letter", () => {
  expect(read("dl-123 clny pilk")).toEqual({
    nagsNumber: "DL00123CLNY",
    prefix: "DL",
    number: "00123",
    origin: "domestic",
    glassPosition: "flat_windshield",
    glassType: "laminated",
    colorCode: "CL",
    attachments: false,
    premium: true,
    brand: "PILK",
  });
  expect(read("fd12345gty")).toMatchObject({
    glassType: "tempered",
    attachments: true,
    premium: null,
    brand: null,
  });
  const types = [..."WBDQVSRYLTP"].filter((letter) => read(`D${letter}01234`).glassType === "laminated");
  expect(types).toEqual(["W", "L"]);
});

test.each([
  ["", "Enter a part number such as DW01256GTYN."],
  ["WD01256", "WD marks a windshield repair. Enter the part number of the glass, which starts with DW."],
  ["WF01256", "WF marks a windshield repair. Enter the part number of the glass, which starts with FW."],
  ["XW01256", "A part number starts with D (domestic) or F (foreign)."],
  ["DX01234", "The second letter says which glass it is: W, B, D, Q, V, S, R, Y, L, T, P."],
  ["DWX1234", "The second letter says which glass it is: W, B, D, Q, V, S, R, Y, L, T, P."],
  ["D1234", "The second letter says which glass it is: W, B, D, Q, V, S, R, Y, L, T, P."],
  ["FB12", "FB is followed by three to five digits."],
  ["FB123456", "FB is followed by at most five digits, not 6."],
  ["DW01256G", "The color after the digits has two letters, such as GT or CL."],
  ["DW01256GTX", "After the color comes Y or N: parts attached or not."],
  ["DW01256GTYX", "The last letter is Y or N: premium or not."],
  ["DW01256GTYN7", "Nothing follows DW01256GTYN; put a brand after a space."],
])("%j is refused in these words", (typed, reason) => {
  expect(refusal(typed)).toBe(reason);
});

test.each([
  ["windshield", "Windshield"],
  ["door", "Door glass"],
  ["quarter", "Quarter glass"],
  ["vent", "Vent glass"],
  ["side", "Side glass"],
  ["roof", "Roof glass"],
  ["back_slider", "Aftermarket back slider"],
  ["flat_windshield", "Flat windshield"],
  ["flat_glass", "Flat glass"],
  ["partition", "Partition"],
] as const)("%s is a %s", (position, label) => {
  expect(positionLabel(position)).toBe(label);
});

test("a brand has 2 to 20 letters, behind the digits", () => {
  expect(read(`DW1658 ${"B".repeat(20)}`).brand).toBe("B".repeat(20));
  expect(refusal(`DW1658 ${"B".repeat(21)}`)).not.toBe("");
  expect(refusal("DW1658 B")).not.toBe("");
  expect(read("DW1658 fy.g").brand).toBe("FYG");
  expect(["CL", "GT", "GB", "GG", "YT", "YP"].map(colorLabel)).toEqual([
    "Clear",
    "Green tint, no band",
    "Green tint, blue band",
    "Green tint, green band",
    "Gray tint",
    "Gray privacy",
  ]);
});

test("the first thing that is wrong is said, wherever the rest would fit", () => {
  const words = ["XD01256", "DW123G", "DW01256G7GT", "DW01256GT7AAY", "DW01256GTY7GTYN"].map((typed) =>
    refusal(typed),
  );
  expect(words).toEqual([
    "A part number starts with D (domestic) or F (foreign).",
    "The color after the digits has two letters, such as GT or CL.",
    "The color after the digits has two letters, such as GT or CL.",
    "After the color comes Y or N: parts attached or not.",
    "The last letter is Y or N: premium or not.",
  ]);
  expect(read("  dw1658   fyg ")).toMatchObject({ nagsNumber: "DW01658", brand: "FYG" });
});

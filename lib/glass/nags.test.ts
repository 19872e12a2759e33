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

test("positions and colours have words", () => {
  expect(positionLabel("back_glass")).toBe("Back glass");
  expect([colorLabel("GB"), colorLabel("QQ")]).toEqual(["Green tint, blue band", null]);
});

import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { fitFields, partFields, yearsFault } from "./part-fields";

const read = (field: z.ZodType, value: unknown) => {
  const { data, error } = field.safeParse(value);
  return error ? error.issues[0]?.message : data;
};
const each = (field: z.ZodType, ...values: unknown[]) => values.map((value) => read(field, value));

describe("counts", () => {
  it("hours are minutes, rounded half up, to a whole day", () => {
    const { laborMinutes } = partFields;
    expect(each(laborMinutes, "", "2.5", ".5", "0.0083", "0.0084", "24", " 2 ")).toEqual([
      0, 150, 30, 0, 1, 1_440, 120,
    ]);
    expect(read(laborMinutes, "24.1")).toBe("At most 24.");
    expect(each(laborMinutes, "two", "x2", "2x", "1e1", "2.")).toEqual(
      Array(5).fill("Enter hours such as 2.5."),
    );
    expect(each(laborMinutes, "-1", "- 1", "-.5")).toEqual(Array(3).fill("Can't be negative."));
  });

  it("kits are halves and clips are whole", () => {
    expect(each(partFields.kitHalves, "", "1.5", "10", "10.5", "1.3")).toEqual([
      0,
      3,
      20,
      "At most 10.",
      "Enter kits in halves, such as 1.5.",
    ]);
    expect(each(partFields.clipsQty, "7", "99", "100", "1.5")).toEqual([
      7,
      99,
      "At most 99.",
      "Enter a whole number.",
    ]);
  });
});

describe("words and choices", () => {
  it("yes and no are said in several ways, and nothing else is", () => {
    const { mouldingRequired } = partFields;
    expect(each(mouldingRequired, "yes", "Y", "true", "1", "on", " x ")).toEqual(Array(6).fill(true));
    expect(each(mouldingRequired, undefined, "", "no", "N", "false", "0", "off")).toEqual(
      Array(7).fill(false),
    );
    expect(each(mouldingRequired, "maybe", "2")).toEqual(Array(2).fill("Enter yes or no."));
  });

  it("a calibration is one of four words in any case; none is null", () => {
    expect(each(partFields.calibration, "", "None", "STATIC", "dynamic", "dual", "both")).toEqual([
      null,
      null,
      "static",
      "dynamic",
      "dual",
      "Calibration is none, static, dynamic or dual.",
    ]);
  });

  it("features are codes or labels, each once, one of them or several", () => {
    const { features } = partFields;
    expect(
      each(features, undefined, "", "camera", "Rain sensor; hud | camera,HUD", ["camera", "Shade band"]),
    ).toEqual([[], [], ["camera"], ["rain_sensor", "hud", "camera"], ["camera", "shade_band"]]);
    expect(read(features, "camera, gold")).toMatch(/^"gold" is no feature: use camera, rain_sensor, /);
  });

  it("interchange is up to twenty part numbers in their normal form, each once", () => {
    const { interchange } = partFields;
    const many = (count: number) => Array.from({ length: count }, (_, at) => `DW${10_000 + at}`).join(",");
    expect(read(interchange, "dw 1256, DW01256; fd2301gtn")).toEqual(["DW01256", "FD02301GTN"]);
    expect(read(interchange, many(20))).toHaveLength(20);
    expect(read(interchange, many(21))).toBe("At most 20 part numbers.");
    expect(each(interchange, "x1, DW01256", "DW01256, x1")).toEqual(Array(2).fill('"x1" is no part number.'));
    expect(each(partFields.supersededBy, "", "dw1256")).toEqual([null, "DW01256"]);
    expect(read(partFields.supersededBy, "x1")).toBe(
      "A part number starts with D (domestic) or F (foreign).",
    );
  });

  it("text that a spreadsheet would run, or that nobody can read, is refused", () => {
    const formula = "Text can't begin with = + - @ or a tab: a spreadsheet would run it as a formula.";
    expect(each(partFields.description, "=1", " +1", "-x", "@x", "\tx")).toEqual(Array(5).fill(formula));
    expect(read(partFields.description, "Gl\uFFFDss")).toBe("Unreadable letters: save the file as UTF-8.");
    expect(each(partFields.description, " a = b ", "", "d".repeat(200), "d".repeat(201))).toEqual([
      "a = b",
      "Enter a description.",
      "d".repeat(200),
      "At most 200 characters.",
    ]);
    expect(each(partFields.side, "", "s".repeat(40), "s".repeat(41))).toEqual([
      "",
      "s".repeat(40),
      "At most 40 characters.",
    ]);
  });

  it("a list price is above nothing, or not known", () => {
    expect(each(partFields.listPriceCents, "", "0.01", "50000", "50000.01", "0", "-1")).toEqual([
      null,
      1,
      5_000_000,
      "At most $50,000.",
      "Glass is never free. Leave this empty when no price is known.",
      "Can't be negative.",
    ]);
  });
});

describe("a vehicle that a part fits", () => {
  const latest = new Date().getUTCFullYear() + 2;
  const wrong = `Enter a year from 1920 to ${latest}.`;

  it("is of a year that there was, or that is sold already", () => {
    expect(
      each(fitFields.yearFrom, "1920", `${latest}`, "1919", `${latest + 1}`, "x2021", "2021x", ""),
    ).toEqual([1920, latest, ...Array(5).fill(wrong)]);
    expect(read(fitFields.yearTo, "19")).toBe(wrong);
  });

  it("ends in the year it began or later", () => {
    expect(yearsFault({ yearFrom: 2019, yearTo: 2019 })).toBeNull();
    expect(yearsFault({ yearFrom: 2019, yearTo: 2018 })).toBe(
      "The last year, 2018, comes before the first, 2019.",
    );
  });

  it("has a make and a model, and perhaps a body", () => {
    expect(each(fitFields.make, "", "m".repeat(60), "m".repeat(61))).toEqual([
      "Enter a make.",
      "m".repeat(60),
      "At most 60 characters.",
    ]);
    expect(each(fitFields.model, "", "m".repeat(81))).toEqual(["Enter a model.", "At most 80 characters."]);
    expect(each(fitFields.bodyStyle, "", "SUV")).toEqual([null, "SUV"]);
  });
});

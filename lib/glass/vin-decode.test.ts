import { describe, expect, it } from "vitest";
import { decodeVin, schemasFor, type VinPattern, type VinRows } from "./vin-decode";

const RAV4 = "2T3P1RFV5MW123456";
const THIS_YEAR = 2026;

let order = 0;
const pattern = (schemaId: number, keys: string, element: string, value: string): VinPattern => ({
  schemaId,
  keys,
  element,
  value,
  make: element === "model" ? "Toyota" : null,
  specificity: ++order,
});

const toyota: VinRows = {
  wmi: {
    wmi: "2T3",
    make: "Toyota",
    manufacturer: "Toyota Motor Manufacturing Canada",
    vehicleType: "Multipurpose Passenger Vehicle (MPV)",
  },
  schemas: [
    { wmi: "2T3", schemaId: 1, yearFrom: 2019, yearTo: 2023 },
    { wmi: "2T3", schemaId: 2, yearFrom: 2021, yearTo: null },
    { wmi: "2T3", schemaId: 3, yearFrom: 1990, yearTo: 1995 },
  ],
  patterns: [
    pattern(1, "****V", "model", "RAV4"),
    pattern(1, "P1", "trim", "XLE"),
    pattern(1, "[A-CW]1", "trim", "LE"),
    pattern(1, "*", "bodyStyle", "Sport Utility Vehicle (SUV)/Multi-Purpose Vehicle (MPV)"),
    pattern(1, "*1RF*|*W", "series", "AXAA52L"),
    pattern(1, "*1RF*|*D", "series", "AXAH54L"),
    pattern(1, "*", "doors", "5"),
    pattern(2, "P*", "trim", "XLE Premium"),
    pattern(3, "*", "model", "Celica"),
  ],
};

describe("a VIN", () => {
  it("decodes by the patterns that match, and says that its check digit is wrong", () => {
    const onlyFirst = { ...toyota, schemas: toyota.schemas.filter((schema) => schema.schemaId !== 2) };
    expect(decodeVin(RAV4, onlyFirst, THIS_YEAR)).toEqual({
      vin: RAV4,
      make: "Toyota",
      model: "RAV4",
      year: 2021,
      series: "AXAA52L",
      trim: "XLE",
      bodyStyle: "SUV",
      doors: 5,
      vehicleType: "Multipurpose Passenger Vehicle (MPV)",
      errors: [expect.stringContaining("check digit (position 9) is 5, should be 3")],
    });
  });

  it("prefers the schema written for the latest year", () => {
    expect(decodeVin(RAV4, toyota, THIS_YEAR).trim).toBe("XLE Premium");
  });

  it("prefers the bigger specificity within schemas of the same age", () => {
    const both = { ...toyota, patterns: [...toyota.patterns, pattern(1, "P1R", "trim", "XLE Hybrid")] };
    const schemas = toyota.schemas.filter((schema) => schema.schemaId === 1);
    expect(decodeVin(RAV4, { ...both, schemas }, THIS_YEAR).trim).toBe("XLE Hybrid");
    const reversed = { ...both, patterns: both.patterns.toReversed(), schemas };
    expect(decodeVin(RAV4, reversed, THIS_YEAR).trim).toBe("XLE Hybrid");
  });

  it("takes the older meaning of position 10 when only that one has a model", () => {
    const old = { ...toyota, schemas: toyota.schemas.filter((schema) => schema.schemaId === 3) };
    expect(decodeVin(RAV4, old, THIS_YEAR)).toMatchObject({ model: "Celica", year: 1991 });
  });

  it("keeps make and year when the model is unknown", () => {
    expect(decodeVin(RAV4, { ...toyota, patterns: [] }, THIS_YEAR)).toMatchObject({
      make: "Toyota",
      year: 2021,
      model: null,
      errors: [expect.anything(), expect.stringContaining("model could not be told")],
    });
  });

  it("says so when the maker is unknown, and when it cannot be read at all", () => {
    const nobody = { wmi: null, schemas: [], patterns: [] };
    expect(decodeVin(RAV4, nobody, THIS_YEAR)).toMatchObject({ make: null, year: 2021 });
    expect(decodeVin("2T3P1RFV5MW12345", nobody, THIS_YEAR).errors).toEqual([
      "A VIN has 17 characters; this has 16.",
    ]);
  });

  it("asks only for schemas of the years it may mean", () => {
    expect(schemasFor(RAV4, toyota.schemas, THIS_YEAR)).toEqual([1, 2, 3]);
    expect(schemasFor("2T3P1RFV5HW123456", toyota.schemas, THIS_YEAR)).toEqual([]);
  });
});

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

describe("a pattern of characters", () => {
  const [schema] = toyota.schemas;
  const fits = (keys: string, change: Partial<VinRows["schemas"][number]> = {}) => {
    const patterns = [pattern(1, "*", "model", "RAV4"), pattern(1, keys, "trim", "T")];
    const schemas = schema ? [{ ...schema, ...change }] : [];
    return decodeVin(RAV4, { ...toyota, schemas, patterns }, THIS_YEAR).trim === "T";
  };

  // Positions 4 to 8 are P1RFV, 10 to 17 MW123456.
  it.each([
    "P",
    "P1RFV",
    "*1",
    "[A-CP]1",
    "[A-P]",
    "[P-Z]",
    "[P]",
    "[PQ]",
    "[ABP]",
    "P[0-9]R",
    "|M",
    "*|*[V-X]1",
    "P1RFV|MW123456",
  ])("%s fits", (keys) => expect(fits(keys)).toBe(true));

  it.each([
    "1",
    "[A-O]",
    "[Q-Z]",
    "[-]",
    "[A-C]",
    "P1RFV5",
    "P[2-9]",
    "|N",
    "*|*[A-V]",
    "P|N",
    "X|M",
    "|MW1234567",
  ])("%s does not", (keys) => expect(fits(keys)).toBe(false));

  it("counts in the first and the last year of its schema", () => {
    expect(fits("P", { yearFrom: 2021, yearTo: 2021 })).toBe(true);
    expect(fits("P", { yearFrom: 2022, yearTo: null })).toBe(false);
    expect(fits("P", { yearFrom: 2019, yearTo: 2020 })).toBe(false);
  });
});

describe("what a VIN does not tell", () => {
  const with_ = (element: string, value: string) =>
    decodeVin(
      RAV4,
      { ...toyota, patterns: [pattern(1, "*", "model", "RAV4"), pattern(1, "*", element, value)] },
      THIS_YEAR,
    );

  it("is doors that are no number, and a body under a name of its own", () => {
    expect([with_("doors", "4").doors, with_("doors", "0").doors, with_("doors", "two").doors]).toEqual([
      4,
      null,
      null,
    ]);
    expect(with_("series", "x").doors).toBeNull();
    expect(with_("bodyStyle", "Hovercraft").bodyStyle).toBe("Hovercraft");
    expect(with_("series", "x").bodyStyle).toBeNull();
  });

  it.each([
    ["Sedan/Saloon", "Sedan"],
    ["Coupe", "Coupe"],
    ["Roadster", "Convertible"],
    ["Hatchback/Liftback/Notchback", "Hatchback"],
    ["Crossover Utility Vehicle (CUV)", "SUV"],
    ["Wagon", "Wagon"],
    ["Minivan", "Minivan"],
    ["Cargo Van", "Van"],
    ["Van", "Van"],
    ["Sport Utility Truck (SUT)", "Pickup"],
    ["Truck-Tractor", "Truck"],
    ["Incomplete - Chassis Cab", "Chassis"],
    ["Bus", "Bus"],
  ])("a body %s is a %s", (said, body) => {
    expect(with_("bodyStyle", said).bodyStyle).toBe(body);
  });

  it("is the year, where position 10 is no year's letter", () => {
    const decoded = decodeVin("2T3P1RFV5UW123456", toyota, THIS_YEAR);
    expect(decoded.year).toBeNull();
    expect(decoded.errors).toContain("Position 10 is U, which is no model year. Choose the year by hand.");
  });

  it("is the make of a code that serves several, unless the model's pattern names it", () => {
    const wmi = toyota.wmi && { ...toyota.wmi, make: null };
    const patterns = [{ ...pattern(1, "*", "model", "RAV4"), make: null }];
    expect(decodeVin(RAV4, { ...toyota, wmi, patterns }, THIS_YEAR).make).toBeNull();
    expect(decodeVin(RAV4, { ...toyota, wmi }, THIS_YEAR).make).toBe("Toyota");
    expect(decodeVin(RAV4, { ...toyota, patterns }, THIS_YEAR).make).toBe("Toyota");
  });
});

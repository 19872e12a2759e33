import { describe, expect, it, test } from "vitest";
import { quote } from "./quote";
import { PRICES, REQUEST } from "./quote-fixtures";
import { areaOf, exemptionOn, type TaxArea, taxesOn } from "./tax";

const area = (name: string, zips: string[], state = "", rateBps = 100): TaxArea => ({
  name,
  zips,
  state,
  jurisdictions: [{ name: "There", rateBps }],
  taxableKinds: ["glass"],
});
const areas = [
  area("City", ["78664", "78681"], "", 200),
  area("County", ["786"]),
  area("Oklahoma", [], "OK"),
];

test.each([
  ["78664", "TX", "City"],
  ["78664-1234", "TX", "City"],
  ["78620", "TX", "County"],
  ["73301", "TX", undefined],
  ["73008", "ok", "Oklahoma"],
  [null, "OK", "Oklahoma"],
  [null, null, undefined],
])("ZIP %s in %s is taxed as in %s", (zip, state, name) => {
  expect(areaOf(areas, zip, state)?.name).toBe(name);
  expect(areaOf(areas.toReversed(), zip, state)?.name).toBe(name);
});

describe("a quote", () => {
  const prices = { ...PRICES, taxAreas: areas };
  it("is taxed where mobile work is done, on what is taxed there", () => {
    const there = quote({ ...REQUEST, trip: { miles: null, zip: "78664" } }, prices);
    expect(there).toMatchObject({ taxArea: "City", taxableCents: 32_400, taxCents: 648 });
    expect(there.lines.filter((line) => line.taxable).map((line) => line.kind)).toEqual(["glass"]);
  });

  it("is taxed in the shop where the work is done there, or the place is unknown: then it says so", () => {
    const inShop = quote({ ...REQUEST, trip: null }, prices);
    expect(inShop).toMatchObject({ taxArea: null, taxCents: 3_506, advice: [] });
    const unknown = quote({ ...REQUEST, trip: { miles: null, zip: null } }, prices);
    expect(unknown).toMatchObject({ taxArea: null, taxCents: 3_506 });
    expect(unknown.advice).toEqual([expect.stringContaining("ZIP code where the work is done is not known")]);
  });
});

describe("an exemption", () => {
  const holder = { taxExempt: true, taxCertificate: "12-345", taxCertificateUntil: "2026-03-03" };
  it("holds through the last day of its certificate, and says which", () => {
    expect(exemptionOn(holder, "2026-03-03")).toEqual({
      exempt: true,
      note: "Tax exempt: certificate 12-345, until Tue, Mar 3.",
    });
    expect(exemptionOn({ ...holder, taxCertificateUntil: null }, "2030-01-01").exempt).toBe(true);
  });

  it("is over the day after, or without a certificate", () => {
    expect(exemptionOn(holder, "2026-03-04")).toEqual({
      exempt: false,
      note: "Taxed: exemption certificate 12-345 expired Tue, Mar 3.",
    });
    expect(exemptionOn({ ...holder, taxCertificate: "" }, "2026-03-03").exempt).toBe(false);
    expect(exemptionOn({ ...holder, taxExempt: false }, "2026-03-03")).toEqual({ exempt: false, note: "" });
  });
});

describe("to the cent", () => {
  it("each jurisdiction is rounded once, half up, from its own rate", () => {
    expect(
      taxesOn(12_343, [
        { name: "State", rateBps: 625 },
        { name: "City", rateBps: 137.51 },
        { name: "None", rateBps: 0 },
      ]),
    ).toEqual([
      { name: "State", rateBps: 625, cents: 771 },
      { name: "City", rateBps: 137.51, cents: 170 },
      { name: "None", rateBps: 0, cents: 0 },
    ]);
    expect(taxesOn(1_000, [{ name: "Half", rateBps: 5 }])[0]?.cents).toBe(1);
    expect(taxesOn(999, [{ name: "Less", rateBps: 5 }])[0]?.cents).toBe(0);
    expect(taxesOn(100_000_000, [{ name: "Hundredths of a point", rateBps: 0.01 }])[0]?.cents).toBe(100);
  });
});

describe("which area", () => {
  it("is the one that names most of the ZIP code, though another is named first; of two alike by name", () => {
    const some = [
      area("B", ["786", "78664"]),
      area("C", ["7866"]),
      area("A", ["78664"]),
      area("Texas", [], "TX"),
    ];
    const found = (zip: string | null, state: string | null) => areaOf(some, zip, state)?.name ?? null;
    expect([
      found("78664", "TX"),
      found("78665", "TX"),
      found("78620", "TX"),
      found("73301", "TX"),
      found("73301", "OK"),
    ]).toEqual(["A", "C", "B", "Texas", null]);
    expect(areaOf(some.toReversed(), "78664", "TX")?.name).toBe("A");
  });

  it("with ZIP codes is never the whole state beside it, and an empty beginning is none", () => {
    expect(areaOf([area("Part", ["786"], "TX")], "73301", "TX")).toBeNull();
    expect(areaOf([area("Blank", [""], "TX")], "73301", "TX")).toBeNull();
    expect(areaOf([area("Nowhere", [])], "73301", "")).toBeNull();
    expect(areaOf([area("Lower", [], "ok")], null, "OK")?.name).toBe("Lower");
  });
});

it("what is said of a certificate is a whole sentence", () => {
  const holder = { taxExempt: true, taxCertificate: "12-345", taxCertificateUntil: null };
  expect(exemptionOn(holder, "2026-03-03")).toEqual({
    exempt: true,
    note: "Tax exempt: certificate 12-345.",
  });
  expect(exemptionOn({ ...holder, taxCertificate: "" }, "2026-03-03")).toEqual({
    exempt: false,
    note: "Taxed: no exemption certificate is on file.",
  });
  expect(
    exemptionOn({ ...holder, taxExempt: false, taxCertificateUntil: "2020-01-01" }, "2026-03-03").note,
  ).toBe("");
});

it("an area reaches as far as the most it names of a ZIP code, in whatever order it names them", () => {
  for (const zips of [
    ["786", "78664"],
    ["78664", "786"],
  ])
    expect(areaOf([area("Long", zips), area("Middle", ["7866"])], "78664", null)?.name).toBe("Long");
});

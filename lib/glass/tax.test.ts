import { describe, expect, it, test } from "vitest";
import { quote } from "./quote";
import { PRICES, REQUEST } from "./quote-fixtures";
import { areaOf, exemptionOn, type TaxArea } from "./tax";

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

import { describe, expect, it } from "vitest";
import { quote } from "@/lib/glass/pricing/quote";
import { PRICES, WINDSHIELD } from "@/lib/glass/pricing/quote-fixtures";
import { type Choices, choicesOf, glassOf, requestFor, reviewsOf, taxNote } from "./request";

const at = {
  on: "2026-03-03",
  state: "TX",
  zip: "78701",
  miles: null,
  taxExempt: false,
  accountType: null,
  brands: [],
};
const choices: Choices = {
  work: "windshield",
  chips: 1,
  nags: "DW02501GTYN",
  grade: "aftermarket",
  place: "mobile",
  brand: "",
  workZip: "",
  workMiles: null,
  insurerId: null,
  deductibleCents: null,
  deductibleStated: false,
  discountCents: null,
  discountReason: "",
  glassCents: null,
  offers: [],
};
const price = (chosen: Partial<Choices>, listed = WINDSHIELD as typeof WINDSHIELD | null) =>
  quote(requestFor({ ...choices, ...chosen }, listed, at, "cash"), PRICES);

describe("a request from what the counter chose", () => {
  it("comes to the worked cash quote", () => expect(price({}).totalCents).toBe(87_506));

  it("leaves the trip out in the shop", () => expect(price({ place: "shop" }).totalCents).toBe(84_006));

  it("chips are repaired, whatever part stands in the form", () => {
    const { lines } = price({ work: "chip_repair", chips: 2, place: "shop" });
    expect(lines.map((line) => line.totalCents)).toEqual([4_900, 2_900]);
    expect(glassOf({ ...choices, work: "chip_repair" }, WINDSHIELD)).toBeNull();
  });

  it("a discount is a line with its reason", () => {
    const { lines, subtotalCents } = price({ discountCents: 2_000, discountReason: "Price match" });
    expect(lines.at(-1)).toMatchObject({ description: "Discount: Price match", totalCents: -2_000 });
    expect(subtotalCents).toBe(82_000);
  });

  it("a price by hand overrules and says what it was", () => {
    const [glass] = price({ glassCents: 40_000 }).lines;
    expect(glass).toMatchObject({ totalCents: 40_000, layer: "manual" });
    expect(glass?.rule).toContain("was $324.00");
  });

  it("insurance brings the deductible, stated or not", () => {
    const request = requestFor({ ...choices, deductibleCents: 10_000 }, WINDSHIELD, at, "insurance");
    expect(request.insurance).toEqual({ deductibleCents: 10_000, stated: false });
  });
});

describe("glass that the catalog does not know", () => {
  it("is never free in silence", () => {
    const unknown = { ...choices, nags: "dw 1256" };
    expect(glassOf(unknown, null)).toMatchObject({ nagsNumber: "DW01256", listPriceCents: null });
    const result = price({ nags: "dw 1256" }, null);
    expect(reviewsOf(unknown, null, result)).toEqual([
      "DW01256 is not in the catalog: labor, kit, moulding and calibration are not counted.",
      expect.stringContaining("This part has no list price."),
    ]);
  });

  it("takes its opening from the number rather than from the button", () => {
    expect(glassOf({ ...choices, nags: "FB12345" }, null)?.glassPosition).toBe("back_glass");
  });
});

describe("what was chosen, read back from a quote", () => {
  it("finds the discount, the price by hand and the policy's deductible again", () => {
    const chosen = { ...choices, glassCents: 40_000, discountCents: 2_000, discountReason: "Fleet" };
    const { lines } = price(chosen);
    const back = choicesOf({
      options: [
        { grade: "aftermarket", lines },
        { grade: "dealer", lines: price({ glassCents: 90_000 }).lines },
      ],
      service: "replacement",
      glassPosition: "windshield",
      nagsNumber: "DW02501GTYN",
      grade: "aftermarket",
      chips: 0,
      place: "mobile",
      brand: "",
      workZip: "",
      workMiles: null,
      payer: "insurance",
      insurerId: "x",
      policyDeductibleCents: 25_000,
      deductibleStated: true,
      lines,
    });
    expect(back).toEqual({
      ...chosen,
      offers: [{ grade: "dealer", glassCents: 90_000 }],
      chips: 0,
      payer: "insurance",
      insurerId: "x",
      deductibleCents: 25_000,
      deductibleStated: true,
    });
  });
});

describe("to the letter", () => {
  const brands = [
    { glassPosition: "windshield", grade: "", brands: ["Best", "Second"] },
    { glassPosition: "windshield", grade: "dealer", brands: ["Maker"] },
  ];
  const there = { ...at, on: "2026-03-05", state: "FL", zip: "33602", miles: 18, taxExempt: true, brands };

  it("a whole request for glass on the road, for an insurer, with all that is set by hand", () => {
    const chosen: Choices = {
      ...choices,
      grade: "dealer",
      chips: 3,
      deductibleCents: 25_037,
      deductibleStated: true,
      discountCents: 2_011,
      discountReason: "Veteran",
      glassCents: 31_007,
    };
    expect(requestFor(chosen, WINDSHIELD, there, "insurance")).toEqual({
      on: "2026-03-05",
      state: "FL",
      items: [
        {
          id: "glass",
          part: { ...WINDSHIELD, description: "Windshield, Maker" },
          grade: "dealer",
          quantity: 1,
          costCents: null,
        },
      ],
      chips: 0,
      trip: { miles: 18, zip: "33602" },
      fees: [],
      overrides: [{ key: "glass:glass", cents: 31_007, reason: "price given at the counter" }],
      omit: [],
      discount: { kind: "amount", cents: 2_011, reason: "Veteran" },
      insurance: { deductibleCents: 25_037, stated: true },
      taxExempt: true,
    });
  });

  it("a whole request for chips in the shop, for cash: no glass, and no price of any", () => {
    const chosen = {
      ...choices,
      work: "chip_repair",
      place: "shop",
      chips: 3,
      glassCents: 31_007,
      deductibleCents: 5,
    };
    expect(requestFor(chosen as Choices, null, there, "cash")).toEqual({
      on: "2026-03-05",
      state: "FL",
      items: [],
      chips: 3,
      trip: null,
      fees: [],
      overrides: [],
      omit: [],
      discount: null,
      insurance: null,
      taxExempt: true,
    });
  });

  it("the maker is the one chosen, the best, or none; glass for nothing is a price by hand", () => {
    const of = (chosen: Partial<Choices>) => requestFor({ ...choices, ...chosen }, WINDSHIELD, there, "cash");
    const name = (brand: string) => of({ brand }).items[0]?.part.description;
    expect(["", "Second", "none"].map(name)).toEqual([
      "Windshield, Best",
      "Windshield, Second",
      "Windshield",
    ]);
    expect(of({ glassCents: 0 }).overrides).toEqual([
      { key: "glass:glass", cents: 0, reason: "price given at the counter" },
    ]);
    expect(of({ glassCents: null }).overrides).toEqual([]);
    expect(of({ discountCents: 0 }).discount).toBeNull();
  });

  it("glass without a number is that of the button, with nothing that the catalog would tell", () => {
    expect(glassOf({ ...choices, work: "quarter", nags: "" }, null)).toEqual({
      nagsNumber: null,
      description: "Quarter glass",
      glassPosition: "quarter",
      listPriceCents: null,
      laborMinutes: 0,
      kitHalves: 0,
      mouldingRequired: false,
      clipsQty: 0,
      calibration: null,
    });
    const result = price({ work: "quarter", nags: "" }, null);
    expect(reviewsOf({ ...choices, work: "quarter", nags: "" }, null, result)).toEqual([
      "No part number yet: labor, kit, moulding and calibration are not counted.",
      ...result.reviews,
    ]);
    expect(glassOf(choices, WINDSHIELD)).toBe(WINDSHIELD);
  });

  it("what the engine says is all there is to say of listed glass and of chips", () => {
    const result = { ...price({}), reviews: ["Only this"] };
    expect(reviewsOf(choices, WINDSHIELD, result)).toEqual(["Only this"]);
    expect(reviewsOf({ ...choices, work: "chip_repair" }, null, result)).toEqual(["Only this"]);
  });

  it("a tax that is not the usual one is told: an exemption, or another area", () => {
    const none = { exempt: false, note: "" };
    expect(taxNote(none, null)).toBe("");
    expect(taxNote(none, "Dripping Springs")).toBe("Taxed as in Dripping Springs.");
    expect(taxNote({ exempt: true, note: "Tax exempt." }, "Dripping Springs")).toBe("Tax exempt.");
    expect(taxNote({ exempt: false, note: "Taxed: expired." }, "Hays")).toBe(
      "Taxed: expired. Taxed as in Hays.",
    );
  });
});

describe("read back from a quote that stands", () => {
  const stored = {
    service: "replacement",
    glassPosition: "door",
    nagsNumber: null,
    grade: "oem",
    chips: 0,
    place: "shop",
    brand: "Maker",
    workZip: "78620",
    workMiles: 18,
    payer: "cash",
    insurerId: null,
    policyDeductibleCents: null,
    deductibleStated: false,
    lines: [
      { kind: "labour", layer: "manual", description: "Install labor", totalCents: 1 },
      { kind: "glass", layer: "shop", description: "Door glass", totalCents: 31_007 },
    ],
    options: [
      { grade: "oem", lines: [{ kind: "glass", layer: "manual", totalCents: 2 }] },
      { grade: "oee", lines: [{ kind: "glass", layer: "profile", totalCents: 3 }] },
    ],
  };

  it("what was not set by hand is none, and a choice that stands is no option", () => {
    expect(choicesOf(stored)).toEqual({
      work: "door",
      chips: 0,
      nags: "",
      grade: "oem",
      place: "shop",
      brand: "Maker",
      workZip: "78620",
      workMiles: 18,
      payer: "cash",
      insurerId: null,
      deductibleCents: null,
      deductibleStated: false,
      discountCents: null,
      discountReason: "",
      glassCents: null,
      offers: [{ grade: "oee", glassCents: null }],
    });
  });

  it("chips are chips, though an opening is stored; a reason keeps what stands before it in its middle", () => {
    const discount = {
      kind: "discount",
      layer: "manual",
      description: "Discount: Was Discount: x",
      totalCents: -7,
    };
    expect(choicesOf({ ...stored, service: "chip_repair", chips: 3, lines: [discount] })).toMatchObject({
      work: "chip_repair",
      chips: 3,
      discountCents: 7,
      discountReason: "Was Discount: x",
    });
  });
});

import { describe, expect, it } from "vitest";
import { quote } from "@/lib/glass/quote";
import { PRICES, WINDSHIELD } from "@/lib/glass/quote-fixtures";
import { type Choices, choicesOf, glassOf, requestFor, reviewsOf } from "./request";

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

describe("glass that the catalogue does not know", () => {
  it("is never free in silence", () => {
    const unknown = { ...choices, nags: "dw 1256" };
    expect(glassOf(unknown, null)).toMatchObject({ nagsNumber: "DW01256", listPriceCents: null });
    const result = price({ nags: "dw 1256" }, null);
    expect(reviewsOf(unknown, null, result)).toEqual([
      "DW01256 is not in the catalogue: labor, kit, moulding and calibration are not counted.",
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

import { describe, expect, it } from "vitest";
import type { PriceBook } from "@/lib/domain/pricing/book";
import { CASH, INSURER, PRICES, WINDSHIELD } from "@/lib/glass/pricing/quote-fixtures";
import { paysText, priceFor, rangeOf, reviewsOfAll } from "./priced";
import { normalNumber, readTyped } from "./typed";

const { shop: _shop, profile: _profile, ...rest } = PRICES;
const book: PriceBook = { ...rest, cash: CASH, insurance: INSURER, insurers: {}, accounts: {} };
const at = {
  on: "2026-03-03",
  state: "TX",
  zip: null,
  miles: null,
  taxExempt: false,
  accountType: null,
  brands: [],
};
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const ask = (fields: Record<string, string>, payer: "cash" | "insurance" = "cash") => ({
  choices: readTyped(form(fields)),
  at,
  book,
  payer,
});

describe("the form while somebody types", () => {
  it("starts as a windshield in the shop, for cash", () => {
    expect(readTyped(new FormData())).toMatchObject({
      work: "windshield",
      place: "shop",
      payer: "cash",
      car: null,
    });
  });

  it("takes half an amount for none, and never a negative one", () => {
    expect(readTyped(form({ deductible: "1x", discount: "-5", glassPrice: "12.50" }))).toMatchObject({
      deductibleCents: null,
      discountCents: null,
      glassCents: 1_250,
    });
  });

  it("knows the car once year, make and model are there", () => {
    expect(readTyped(form({ year: "202", make: "Kia", model: "Rio" })).car).toBeNull();
    expect(readTyped(form({ year: "2021", make: "Kia", model: "Rio" })).car).toMatchObject({ year: 2021 });
  });

  it("brings a part number into its normal form", () => {
    expect(normalNumber("dw 1256")).toBe("DW01256");
    expect(normalNumber("rv 1234")).toBe("RV-1234");
    expect(normalNumber("what")).toBe("");
  });
});

describe("the price while somebody types", () => {
  it("is told as what the customer pays, and never while a line has no price", () => {
    const told = (listPriceCents: number | null) =>
      paysText(priceFor(ask({}), { ...WINDSHIELD, listPriceCents }), ({ totalCents }) => `${totalCents}`);
    expect(told(72_000)).toBe("84006");
    expect(told(null)).toBe("A price is missing");
    expect(paysText(null, () => "x")).toBe("No price yet");
  });

  it("is none until the glass is known, then cash and insurance side by side", () => {
    const mobile = { place: "mobile", deductible: "100" };
    expect(priceFor(ask(mobile), null)).toBeNull();
    expect(priceFor(ask(mobile), WINDSHIELD)?.totalCents).toBe(87_506);
    expect(priceFor(ask(mobile, "insurance"), WINDSHIELD)?.shares).toMatchObject({
      insurerCents: 80_361,
      customerCents: 10_000,
    });
  });

  it("ranges over the candidates that have a price", () => {
    const dear = { ...WINDSHIELD, listPriceCents: 100_000 };
    const unlisted = { ...WINDSHIELD, listPriceCents: null };
    const range = rangeOf(ask({}), [dear, WINDSHIELD, unlisted]);
    expect(range?.fromCents).toBe(priceFor(ask({}), WINDSHIELD)?.totalCents);
    expect(range?.toCents).toBe(priceFor(ask({}), dear)?.totalCents);
    expect(rangeOf(ask({}), [unlisted])).toBeNull();
  });

  it("asks for a look where two kinds of glass come to the same, and says each thing once", () => {
    const priced = priceFor(ask({}), WINDSHIELD);
    const dear = priceFor(ask({ glassPrice: "905" }), WINDSHIELD);
    const unlisted = priceFor(ask({}), { ...WINDSHIELD, listPriceCents: null });
    const alike = "OEE glass comes to the same price as aftermarket: set its price.";
    expect(
      reviewsOfAll([
        { grade: "aftermarket", priced },
        { grade: "oee", priced },
        { grade: "dealer", priced: dear },
      ]),
    ).toEqual([alike]);
    const reviews = reviewsOfAll([
      { grade: "aftermarket", priced: unlisted },
      { grade: "oee", priced: unlisted },
    ]);
    expect(reviews).toEqual([...(unlisted?.all ?? []), alike]);
    expect(reviewsOfAll([{ grade: "aftermarket", priced: null }])).toEqual([]);
  });
});

describe("field by field", () => {
  it("all that stands in the form is read", () => {
    const data = form({
      customerId: "c",
      vehicleId: "v",
      year: "2021",
      make: "Kia",
      model: "Rio",
      bodyStyle: "Sedan",
      work: "door",
      chips: "3",
      nags: "dd1",
      grade: "oem",
      brand: "Maker",
      place: "mobile",
      workZip: "78620",
      workMiles: "18",
      payer: "insurance",
      insurerId: "i",
      deductible: "250.37",
      deductibleStated: "on",
      discount: "20.11",
      discountReason: "Veteran",
      glassPrice: "310.07",
      "offerPrice.oee": "410.13",
      "offerPrice.dealer": "900.11",
    });
    data.append("offer", "dealer");
    data.append("offer", "oee");
    expect(readTyped(data)).toEqual({
      customerId: "c",
      vehicleId: "v",
      car: { year: 2021, make: "Kia", model: "Rio", bodyStyle: "Sedan" },
      work: "door",
      chips: 3,
      nags: "dd1",
      grade: "oem",
      brand: "Maker",
      place: "mobile",
      workZip: "78620",
      workMiles: 18,
      payer: "insurance",
      insurerId: "i",
      deductibleCents: 25_037,
      deductibleStated: true,
      discountCents: 2_011,
      discountReason: "Veteran",
      glassCents: 31_007,
      offers: [
        { grade: "oee", glassCents: 41_013 },
        { grade: "dealer", glassCents: 90_011 },
      ],
    });
    const chips = (count: string) => readTyped(form({ chips: count })).chips;
    expect(["", "0", "-2", "9", "10", "x"].map(chips)).toEqual([1, 1, 1, 9, 9, 1]);
  });

  it("a price needs a part, chips or a price by hand, and prices that are set", () => {
    expect(priceFor(ask({ work: "chip_repair", chips: "2" }), null)?.totalCents).toBe(7_800);
    // What stands at nothing beside it is the disposal.
    expect(priceFor(ask({ glassPrice: "0" }), null)?.totalCents).toBe(500);
    expect(priceFor({ ...ask({}), book: { ...book, cash: null } }, WINDSHIELD)).toBeNull();
    const fleet = { ...ask({}), at: { ...at, accountType: "fleet" } };
    const accounts = {
      fleet: { name: "Fleet", rules: [{ pattern: "*", kind: "each" as const, cents: 11_111 }] },
    };
    expect(priceFor({ ...fleet, book: { ...book, accounts } }, WINDSHIELD)?.lines[0]?.totalCents).toBe(
      11_111,
    );
    const unlisted = priceFor(ask({ nags: "DW1256", glassPrice: "5" }), null);
    expect(unlisted?.all[0]).toContain("DW01256 is not in the catalog");
  });

  it("a line at list price is told, as only one without any price is missing", () => {
    const bare = { ...ask({}), book: { ...book, cash: { ...CASH, rules: [] } } };
    const listed = priceFor(bare, WINDSHIELD);
    expect(paysText(listed, () => "told")).toBe("told");
    expect(rangeOf(bare, [WINDSHIELD])).toBeNull();
  });

  it("options that come to the same as the first are told beside what else is to be looked at", () => {
    const priced = priceFor(ask({}), WINDSHIELD);
    const none = { grade: "oem" as const, priced: null };
    expect(reviewsOfAll([none, { grade: "aftermarket", priced }, { grade: "dealer", priced }])).toEqual([
      "Dealer glass comes to the same price as aftermarket: set its price.",
    ]);
  });
});

it("what is included stands at nothing, and is no price that is missing", () => {
  const insured = priceFor(ask({ deductible: "100" }, "insurance"), WINDSHIELD);
  expect(insured?.lines.some(({ totalCents, review }) => totalCents === 0 && review === null)).toBe(true);
  expect(paysText(insured, ({ totalCents }) => `${totalCents}`)).toBe("90361");
});

it("only whole numbers of miles and years are read", () => {
  const miles = (typed: string) => readTyped(form({ workMiles: typed })).workMiles;
  expect(["999", "1000", "18x", "x18", " 18 "].map(miles)).toEqual([999, null, null, null, 18]);
  const year = (typed: string) => readTyped(form({ year: typed, make: "Kia", model: "Rio" })).car?.year;
  expect(["2021", "20211", "x2021"].map(year)).toEqual([2021, undefined, undefined]);
});

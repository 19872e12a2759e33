import { describe, expect, it } from "vitest";
import { CASH, INSURER, PRICES, WINDSHIELD } from "@/lib/glass/quote-fixtures";
import type { PriceBook } from "@/lib/pricing";
import { withCosts } from "./costs";
import { withPart } from "./part";
import { compareQuotes, type Sample, SampleJobForm, sampleQuote, usualJob } from "./preview";
import { draftProfile, payerNames, withProfile } from "./profile";
import { STARTING, startingPrices } from "./starting-prices";
import { stepsOf } from "./steps";
import { profileSummary, taxSummary } from "./summary";
import { withTax } from "./tax";

const { shop: _, profile: __, ...rest } = PRICES;
const book: PriceBook = { ...rest, cash: CASH, insurance: INSURER, insurers: {}, accounts: {} };
const empty: PriceBook = { ...book, cash: null, insurance: null, jurisdictions: [] };
const own = { nagsNumber: "DW02501GTYN", priceCents: null, costCents: 16_800 };
const sample: Sample = { part: WINDSHIELD, override: own, demo: true };
const cash = { payer: "cash" as const, insurerId: null, accountType: null };
const insured = { payer: "insurance" as const, insurerId: null, accountType: null };
const today = "2026-03-03";
const usual = usualJob("78701");
const quoteBy = (prices: PriceBook, payer: typeof cash | typeof insured = cash, job = usual) => {
  const made = sampleQuote(prices, sample, job, payer, today);
  if (!made) throw new Error("no quote");
  return made;
};

describe("the sample quote", () => {
  it("is the worked quote, cash and insurance", () => {
    expect(quoteBy(withPart(book, own))).toMatchObject({ totalCents: 87_506, marginCents: 61_700 });
    expect(quoteBy(book, insured)).toMatchObject({
      totalCents: 90_361,
      shares: { insurerCents: 80_361, customerCents: 10_000 },
    });
  });

  it("is none without cash prices", () => {
    expect(sampleQuote(empty, sample, usual, insured, today)).toBeNull();
  });

  it("takes other work, calibration and place", () => {
    const job = (posted: object) => SampleJobForm.parse(posted);
    expect(quoteBy(book, cash, job({ work: "chips" })).lines.map((line) => line.totalCents)).toEqual([
      4_900, 2_900,
    ]);
    const dual = quoteBy(book, cash, job({ calibration: "dual", mobile: "on" }));
    expect(dual.lines.find((line) => line.kind === "calibration")?.totalCents).toBe(39_500);
    expect(job({ on: "nonsense", grade: "?" })).toMatchObject({
      on: "",
      grade: "aftermarket",
      mobile: false,
    });
  });
});

describe("the comparison", () => {
  it("shows what a change of prices does, line by line", () => {
    const profile = { ...CASH, kitCents: 3_000, disposalCents: null };
    const { lines, totals, changed } = compareQuotes(
      quoteBy(book),
      quoteBy(withProfile(book, cash, profile)),
    );
    expect(changed).toBe(true);
    const moved = lines.filter((line) => line.before !== line.after);
    expect(moved.map(({ label, before, after }) => [label, before, after])).toEqual([
      ["Urethane kit", 5_000, 6_000],
      ["Disposal", 500, null],
    ]);
    expect(totals.map(({ before, after }) => [before, after])).toEqual([
      [84_000, 84_500],
      [3_506, 3_589],
      [87_506, 88_089],
    ]);
  });

  it("says nothing of before where there was nothing, or nothing changed", () => {
    expect(compareQuotes(null, quoteBy(book)).changed).toBe(false);
    expect(compareQuotes(quoteBy(book), quoteBy(book)).changed).toBe(false);
  });

  it("follows taxes, costs, parts and one insurer's own prices", () => {
    const total = (changed: PriceBook, payer: typeof cash | typeof insured = cash) =>
      quoteBy(changed, payer).totalCents;
    expect(total(withTax(book, { rates: [], taxableKinds: [] }))).toBe(84_000);
    expect(total(withPart(book, { ...own, priceCents: 30_000 }))).toBe(87_506 - 2_400 - 198);
    const costs = withCosts(withPart(book, own), { kitCostCents: 0, mouldingCostCents: 0, clipCostCents: 0 });
    expect(quoteBy(costs).costCents).toBe(16_800);
    const theirs = withProfile(
      book,
      { payer: "insurer", insurerId: "i1", accountType: null },
      { ...INSURER, kitCents: 0 },
    );
    expect(total(theirs, { ...insured, insurerId: "i1" } as never)).toBe(90_361 - 4_000 - 330);
    expect(total(theirs, insured)).toBe(90_361);
  });
});

describe("starting prices", () => {
  const start = startingPrices();
  const begun: PriceBook = {
    ...book,
    cash: draftProfile(payerNames.cash + STARTING, start.cash),
    insurance: draftProfile(payerNames.insurance + STARTING, start.insurance),
  };

  it("price every line of a job, and say in each that they are only a start", () => {
    for (const payer of [cash, insured]) {
      const { reviews, lines } = quoteBy(begun, payer);
      expect(reviews).toEqual([]);
      expect(lines.every((line) => line.rule.includes("(starting prices)"))).toBe(true);
    }
  });

  it("are marked for checking until saved", () => {
    const status = (of: PriceBook) => stepsOf(of, 0).map((step) => step.status);
    expect(status(empty)).toEqual(["No tax", "Not set", "Not set", "None", "None", "None", "None", "Set"]);
    expect(status(begun).slice(1, 3)).toEqual(Array(2).fill("Starting prices: check them"));
    expect(status(book).slice(0, 3)).toEqual(["Set", "Set", "Set"]);
  });
});

it("sums prices and taxes up in a line", () => {
  expect(profileSummary(CASH)).toBe("DW* 55% off list, * 50% off list; labor $60.00 an hour");
  expect(taxSummary(book)).toBe("8.25%: Texas and Austin 8.25%");
});

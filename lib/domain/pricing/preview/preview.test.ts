import { describe, expect, it } from "vitest";
import { stepsOf } from "@/app/[tenant]/pricing/steps";
import { CASH, INSURER, PRICES, WINDSHIELD } from "@/lib/glass/pricing/quote-fixtures";
import type { PriceBook } from "../book";
import { withCosts } from "../costs";
import { withPart } from "../overrides/override";
import { draftProfile, payerNames, withProfile } from "../profiles/profile";
import { STARTING, startingPrices } from "../profiles/starting-prices";
import { profileSummary, taxSummary } from "../profiles/summary";
import { type Sample, unknownSample } from "../sample";
import { withTax } from "../tax/tax";
import { compareQuotes, SampleJobForm, sampleQuote, usualJob } from "./preview";

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

describe("field by field", () => {
  it("the usual job is on the road, to the shop's own ZIP code, today", () => {
    expect(usualJob("78701")).toEqual({
      payer: "cash",
      work: "glass",
      grade: "aftermarket",
      calibration: "part",
      mobile: true,
      miles: 12,
      zip: "78701",
      state: "",
      on: "",
    });
  });

  it("what makes no sense falls back to the usual", () => {
    expect(
      SampleJobForm.parse({
        payer: "x",
        work: "x",
        grade: "x",
        calibration: "x",
        miles: "-1",
        zip: "z".repeat(11),
        state: "TEX",
        on: "2026-02-30",
      }),
    ).toEqual({
      payer: "cash",
      work: "glass",
      grade: "aftermarket",
      calibration: "part",
      mobile: false,
      miles: null,
      zip: "",
      state: "",
      on: "",
    });
    expect(
      SampleJobForm.parse({
        payer: "insurance",
        work: "chips",
        grade: "dealer",
        calibration: "dual",
        miles: "9999",
        zip: "7".repeat(10),
        state: "TX",
        on: "2026-02-28",
      }),
    ).toEqual({
      payer: "insurance",
      work: "chips",
      grade: "dealer",
      calibration: "dual",
      mobile: false,
      miles: 9_999,
      zip: "7777777777",
      state: "TX",
      on: "2026-02-28",
    });
    expect([
      SampleJobForm.parse({ miles: "10000" }).miles,
      SampleJobForm.parse({ miles: "0" }).miles,
    ]).toEqual([null, 0]);
  });

  const job = (posted: object) => SampleJobForm.parse(posted);
  const rings = {
    ...CASH,
    mobile: { mode: "rings" as const, rings: [{ upToMiles: 9, cents: 1_507 }], beyondCentsPerMile: 153 },
  };
  const areas = [{ name: "Hays", state: "TX", zips: ["78620"], jurisdictions: [], taxableKinds: [] }];

  it("each choice makes its own part of the quote", () => {
    const graded = {
      ...CASH,
      rules: [
        { pattern: "grade:dealer", kind: "each" as const, cents: 90_011, effectiveFrom: "2026-03-04" },
        ...CASH.rules,
      ],
    };
    const dealer = quoteBy({ ...book, cash: graded }, cash, job({ grade: "dealer", on: "2026-03-04" }));
    expect(dealer.lines[0]?.totalCents).toBe(32_400);
    const only = { ...graded, rules: graded.rules.slice(0, 1) };
    expect(
      quoteBy({ ...book, cash: only }, cash, job({ grade: "dealer", on: "2026-03-04" })).lines[0]?.totalCents,
    ).toBe(90_011);
    expect(quoteBy({ ...book, cash: only }, cash, job({ grade: "dealer" })).lines[0]?.totalCents).toBe(
      72_000,
    );
    const away = quoteBy(
      { ...book, cash: rings, taxAreas: areas },
      cash,
      job({ mobile: "on", miles: "11.2", zip: "78620" }),
    );
    expect(away.lines.find(({ key }) => key === "mobile")?.totalCents).toBe(1_507 + 3 * 153);
    expect(away.taxArea).toBe("Hays");
    expect(quoteBy(book, cash, job({})).lines.some(({ key }) => key === "mobile")).toBe(false);
    const florida = quoteBy(book, insured, job({ state: "FL" }));
    expect(florida.shares).toMatchObject({
      deductibleCents: 10_000,
      rule: "Deductible as stated by the insurer",
    });
    expect(quoteBy(book, cash, job({})).lines.find(({ kind }) => kind === "calibration")?.totalCents).toBe(
      22_500,
    );
    expect(
      quoteBy(book, cash, job({ calibration: "static" })).lines.find(({ kind }) => kind === "calibration")
        ?.totalCents,
    ).toBe(29_500);
    expect(quoteBy(book).costCents).toBeNull();
  });

  it("the comparison has each line, what is gone at the end, and totals and margins by name", () => {
    const before = quoteBy(withPart(book, own));
    const after = quoteBy(
      withPart(withProfile(book, cash, { ...CASH, kitCents: 3_001, clipCents: null }), {
        ...own,
        costCents: 17_003,
      }),
      cash,
      job({ calibration: "part" }),
    );
    const { lines, totals, margins, changed } = compareQuotes(before, after);
    expect(changed).toBe(true);
    expect(lines.map(({ key, before: was, after: is }) => [key, was, is])).toEqual([
      ["sample:glass", 32_400, 32_400],
      ["sample:labour", 15_000, 15_000],
      ["sample:kit", 5_000, 6_002],
      ["sample:moulding", 4_200, 4_200],
      ["sample:hardware", 900, null],
      ["sample:calibration", 22_500, 22_500],
      ["disposal", 500, 500],
      ["mobile", 3_500, null],
    ]);
    expect(lines.at(-1)).toEqual({
      key: "mobile",
      label: "Mobile service",
      why: null,
      before: 3_500,
      after: null,
    });
    expect(lines[2]).toEqual({
      key: "sample:kit",
      label: "Urethane kit",
      why: "Cash: urethane kit $30.01",
      before: 5_000,
      after: 6_002,
    });
    expect(totals).toEqual([
      { key: "subtotal", label: "Subtotal", why: null, before: 84_000, after: 80_602 },
      { key: "tax", label: "Tax", why: null, before: 3_506, after: 3_515 },
      { key: "total", label: "Total", why: null, before: 87_506, after: 84_117 },
    ]);
    expect(margins).toEqual([
      { key: "cost", label: "Your cost", why: null, before: 22_300, after: 22_503 },
      { key: "margin", label: "Margin before wages", why: null, before: 61_700, after: 58_099 },
    ]);
  });

  it("a change of cost alone is a change", () => {
    const was = quoteBy(withPart(book, own));
    expect(compareQuotes(was, quoteBy(withPart(book, { ...own, costCents: 16_801 }))).changed).toBe(true);
    expect(compareQuotes(null, was).totals.map(({ before }) => before)).toEqual([null, null, null]);
  });

  it("a part that nobody knows brings nothing along", () => {
    expect(unknownSample("DW01256GTYN")).toEqual({
      part: {
        nagsNumber: "DW01256GTYN",
        description: "Glass",
        glassPosition: "flat_glass",
        listPriceCents: null,
        laborMinutes: 0,
        kitHalves: 0,
        mouldingRequired: false,
        clipsQty: 0,
        calibration: null,
      },
      override: null,
      demo: false,
    });
  });

  it("prices typed for one payer take that payer's place, and no other", () => {
    const typed = { name: "Typed", rules: [] };
    const whose = (payer: "cash" | "insurance" | "insurer" | "account") => ({
      payer,
      insurerId: "i1",
      accountType: "fleet" as const,
    });
    const full = { ...book, insurers: { i2: INSURER }, accounts: { rental: CASH } };
    expect(withProfile(full, whose("cash"), typed)).toEqual({ ...full, cash: typed });
    expect(withProfile(full, whose("insurance"), typed)).toEqual({ ...full, insurance: typed });
    expect(withProfile(full, whose("insurer"), typed)).toEqual({
      ...full,
      insurers: { i2: INSURER, i1: typed },
    });
    expect(withProfile(full, whose("account"), typed)).toEqual({
      ...full,
      accounts: { rental: CASH, fleet: typed },
    });
    const nobody = { insurerId: null, accountType: null };
    expect(withProfile(full, { payer: "insurer", ...nobody }, typed)).toBe(full);
    expect(withProfile(full, { payer: "account", ...nobody }, typed)).toBe(full);
  });

  it("costs, taxes and parts take the place of what was", () => {
    expect(withCosts(book, { kitCostCents: 1, mouldingCostCents: 2, clipCostCents: null }).costs).toEqual({
      kitCents: 1,
      mouldingCents: 2,
      clipCents: null,
    });
    expect(withTax(book, { rates: [{ name: "Texas", ratePpm: 62_503 }], taxableKinds: ["fee"] })).toEqual({
      ...book,
      jurisdictions: [{ name: "Texas", rateBps: 625.03 }],
      taxableKinds: ["fee"],
    });
    const other = { nagsNumber: "FB02000YPN", priceCents: 5, costCents: 6 };
    const two = { ...book, partOverrides: [own, other] };
    expect(withPart(two, { ...own, priceCents: 7 }).partOverrides).toEqual([
      other,
      { ...own, priceCents: 7 },
    ]);
  });
});

describe("what there is to set, in words", () => {
  const full: PriceBook = {
    ...book,
    insurers: { a: { ...INSURER, name: "Acme" }, b: { ...INSURER, name: "Best" } },
    accounts: { fleet: { ...CASH, name: "Fleet accounts" } },
    suppliers: [{ name: "Depot", preferred: true, terms: [] }],
  };

  it("for a shop that has set all", () => {
    expect(
      stepsOf(full, 3).map(({ path, title, text, status, tone }) => [path, title, text, status, tone]),
    ).toEqual([
      ["/tax", "Tax", "8.25%: Texas and Austin 8.25%", "Set", "good"],
      ["/cash", "Cash prices", "DW* 55% off list, * 50% off list; labor $60.00 an hour", "Set", "good"],
      ["/insurance", "Insurance prices", "DW* 41% off list; labor $42.00 an hour", "Set", "good"],
      ["/insurers", "Insurers with their own prices", "Acme, Best", "2", "good"],
      ["/accounts", "Accounts with their own prices", "Fleet accounts", "1", "good"],
      [
        "/parts",
        "Parts with your own price or cost",
        "Single parts that your rules don't fit, and what you pay for them.",
        "3",
        "good",
      ],
      ["/suppliers", "Suppliers", "Depot", "1", "good"],
      [
        "/costs",
        "Costs of what goes with the glass",
        "Kit $14.00, moulding $24.00, clip $0.75",
        "Set",
        "good",
      ],
    ]);
  });

  it("for a shop that has set nothing", () => {
    const nothing = { ...empty, costs: { kitCents: null, mouldingCents: null, clipCents: null } };
    expect(stepsOf(nothing, 0).map(({ text, status, tone }) => [text, status, tone])).toEqual([
      ["Your sales tax rates, and which lines are taxed. None in some states.", "No tax", "warn"],
      ["What customers pay themselves. Every quote stands on them.", "Not set", "warn"],
      [
        "For every insurer without prices of its own. Until they are set, insurers get your cash prices.",
        "Not set",
        "warn",
      ],
      ["Rates as an insurer prints them on its dispatch.", "None", "neutral"],
      ["Fleets, body shops, dealerships: what you agreed with them.", "None", "neutral"],
      ["Single parts that your rules don't fit, and what you pay for them.", "None", "neutral"],
      ["Whom you buy glass from, and what it costs there.", "None", "neutral"],
      ["Kit not known, moulding not known, clip not known", "Margins not known", "neutral"],
    ]);
  });

  it("any one cost that is not known leaves margins open", () => {
    for (const unknown of [{ kitCents: null }, { mouldingCents: null }, { clipCents: null }]) {
      const costs = { ...book.costs, ...unknown };
      expect(stepsOf({ ...book, costs }, 0).at(-1)?.status).toBe("Margins not known");
    }
  });

  it("three rules are told, a fourth is counted; labor may be flat, or none; tax may differ elsewhere", () => {
    const rules = ["DW01*", "DW*", "FW*", "*"].map((pattern) => ({
      pattern,
      kind: "discount" as const,
      bps: 5_000,
    }));
    const labor = { mode: "flat" as const, cents: 9_113 };
    expect(profileSummary({ name: "x", rules, labor })).toBe(
      "DW01* 50% off list, DW* 50% off list, FW* 50% off list and 1 more; labor $91.13 flat",
    );
    expect(profileSummary({ name: "x", rules: rules.slice(1), labor: { ...labor, mode: "hourly" } })).toBe(
      "DW* 50% off list, FW* 50% off list, * 50% off list; labor $91.13 an hour",
    );
    expect(profileSummary({ name: "x", rules: [] })).toBe("no rules for glass; labor $0.00 flat");
    const jurisdictions = [
      { name: "Texas", rateBps: 625 },
      { name: "Austin", rateBps: 137.5 },
    ];
    const taxAreas = ["Hays", "Comal"].map((name) => ({
      name,
      state: "",
      zips: [],
      jurisdictions: [],
      taxableKinds: [],
    }));
    expect(taxSummary({ ...book, jurisdictions, taxAreas })).toBe(
      "7.625%: Texas 6.25%, Austin 1.375%; otherwise in Hays, Comal",
    );
  });
});

it("a cash customer pays all, and a whole state may be taxed otherwise", () => {
  const taxAreas = [{ name: "All of Oklahoma", state: "OK", zips: [], jurisdictions: [], taxableKinds: [] }];
  const away = SampleJobForm.parse({ mobile: "on", miles: "3", zip: "73008", state: "OK" });
  const made = quoteBy({ ...book, taxAreas }, cash, away);
  expect(made.taxArea).toBe("All of Oklahoma");
  expect(made.shares).toEqual({
    insurerCents: 0,
    customerCents: made.totalCents,
    deductibleCents: null,
    rule: "Cash",
  });
  expect(compareQuotes(null, made).lines).toHaveLength(made.lines.length);
});

import { describe, expect, it } from "vitest";
import { NO_PRICES, type Snapshot } from "../snapshot";
import { changesBetween, changesSummary } from "./changes";

const rule = (pattern: string, bps: number, more = {}) => ({
  id: pattern,
  pattern,
  kind: "discount",
  bps,
  cents: null,
  tiers: null as unknown,
  effectiveFrom: null,
  effectiveTo: null,
  ...more,
});

const cash: Snapshot["profiles"][number] = {
  id: "cash",
  name: "Cash",
  payer: "cash",
  insurerId: null,
  accountType: null,
  laborMode: "hourly",
  laborCents: 6_000,
  kitCents: 2_500,
  mouldingCents: 4_200,
  clipCents: 225,
  calStaticCents: null,
  calDynamicCents: 22_500,
  calDualCents: null,
  mobileCents: 3_500,
  mobile: { mode: "flat" },
  disposalCents: 500,
  chipFirstCents: null,
  chipNextCents: null,
  rules: [rule("DW*", 5_500), rule("*", 5_000)],
};

const book: Snapshot = {
  profiles: [cash],
  parts: [{ id: "p", nagsNumber: "DW02501GTYN", priceCents: null, costCents: 16_800 }],
  taxes: [{ id: "t", name: "Texas", ratePpm: 82_500 }],
  taxAreas: [],
  suppliers: [],
  settings: {
    taxableKinds: ["glass", "kit"],
    kitCostCents: 1_400,
    mouldingCostCents: null,
    clipCostCents: null,
  },
};

const said = (before: Snapshot, after: Snapshot) =>
  changesBetween(before, after).map((change) => `${change.what}: ${change.before} → ${change.after}`);
const withCash = (change: Partial<typeof cash>): Snapshot => ({
  ...book,
  profiles: [{ ...cash, ...change }],
});

describe("what differs between two versions", () => {
  it("is nothing between a book and itself, whatever ids its rows were given anew", () => {
    const again = withCash({ id: "new", rules: [{ ...rule("*", 5_000), id: "x" }, rule("DW*", 5_500)] });
    expect(said(book, again)).toEqual([]);
    expect(changesSummary([])).toBe("Nothing changed");
  });

  it("is said field by field, in dollars and percent", () => {
    const after = withCash({
      laborMode: "flat",
      laborCents: 16_500,
      disposalCents: null,
      calStaticCents: 25_000,
      rules: [
        rule("DW*", 5_250),
        rule("DW01*", 0, { kind: "each", cents: 24_500, effectiveFrom: "2026-12-01" }),
      ],
    });
    expect(said(book, after)).toEqual([
      "Cash labor: $60.00 an hour → $165.00 flat",
      "Cash static calibration: not billed → $250.00",
      "Cash disposal: $5.00 → not billed",
      "Cash glass DW*: 55% off list → 52.5% off list",
      "Cash glass *: 50% off list → no rule",
      "Cash glass DW01* from 2026-12-01: no rule → $245.00 each",
    ]);
  });

  it("tells steps apart that bear the same name", () => {
    const steps = (bps: number) =>
      withCash({ rules: [rule("*", 0, { kind: "tiered", tiers: [{ upToCents: null, bps }] })] });
    expect(said(steps(4_500), steps(5_000))).toEqual(["Cash glass *: 45% off list → 50% off list"]);
  });

  it("follows taxes, parts and costs", () => {
    const after: Snapshot = {
      ...book,
      parts: [
        { id: "p", nagsNumber: "DW02501GTYN", priceCents: 29_900, costCents: null },
        { id: "q", nagsNumber: "FW04771GTYN", priceCents: null, costCents: 100 },
      ],
      taxes: [{ id: "t", name: "New York", ratePpm: 3_750 }],
      settings: { taxableKinds: ["kit"], kitCostCents: 1_500, mouldingCostCents: null, clipCostCents: null },
    };
    expect(said(book, after)).toEqual([
      "Tax Texas: 8.25% → none",
      "Tax New York: none → 0.375%",
      "Tax on glass: yes → no",
      "DW02501GTYN price: by your rules → $299.00",
      "DW02501GTYN cost: $168.00 → not known",
      "FW04771GTYN cost: not known → $1.00",
      "Cost of a kit: $14.00 → $15.00",
    ]);
  });

  it("sums a profile that comes or goes up in one line, and the rest by number", () => {
    const changes = changesBetween(NO_PRICES, book);
    expect(changes[0]).toEqual({
      what: "Cash prices",
      before: "none",
      after: "DW* 55% off list, * 50% off list; labor $60.00 an hour",
    });
    expect(changesSummary(changes.slice(1))).toBe(
      "Tax Texas: none → 8.25%; Tax on glass: no → yes and 3 more",
    );
  });
});

describe("to the letter", () => {
  const day = { effectiveFrom: "2026-12-01", effectiveTo: "2026-12-31" };
  const depot = {
    id: "s",
    name: "Depot",
    preferred: false,
    terms: [{ pattern: "DW*", kind: "discount", bps: 7_250, ...day }],
  } as unknown as Snapshot["suppliers"][number];
  const hays = {
    id: "a",
    name: "Hays",
    state: "TX",
    zips: ["786"],
    rates: [{ name: "County", ratePpm: 5_000 }],
    taxableKinds: ["glass"],
  };

  it("every price of a profile has its name", () => {
    const after = withCash({
      kitCents: 1,
      mouldingCents: 2,
      clipCents: 3,
      calStaticCents: 4,
      calDynamicCents: 5,
      calDualCents: 6,
      disposalCents: 7,
      chipFirstCents: 8,
      chipNextCents: 9,
      mobileCents: null,
    });
    expect(said(book, after)).toEqual([
      "Cash urethane kit: $25.00 → $0.01",
      "Cash moulding: $42.00 → $0.02",
      "Cash clip: $2.25 → $0.03",
      "Cash static calibration: not billed → $0.04",
      "Cash dynamic calibration: $225.00 → $0.05",
      "Cash static and dynamic calibration: not billed → $0.06",
      "Cash disposal: $5.00 → $0.07",
      "Cash first chip: not billed → $0.08",
      "Cash each further chip: not billed → $0.09",
      "Cash mobile fee: $35.00 → not billed",
    ]);
  });

  it("suppliers and areas come, change and go", () => {
    const with_ = (change: Partial<Snapshot>): Snapshot => ({ ...book, ...change });
    expect(said(book, with_({ suppliers: [depot], taxAreas: [hays] }))).toEqual([
      "Tax in Hays: no area → ZIP 786: County 0.5%; on Glass",
      "Depot: no agreement → supplier",
      "Depot DW* from 2026-12-01 until 2026-12-31: no agreement → 72.5% off list",
    ]);
    expect(
      said(
        with_({ suppliers: [depot], taxAreas: [hays] }),
        with_({ suppliers: [{ ...depot, preferred: true }], taxAreas: [{ ...hays, zips: ["787"] }] }),
      ),
    ).toEqual([
      "Tax in Hays: ZIP 786: County 0.5%; on Glass → ZIP 787: County 0.5%; on Glass",
      "Depot: supplier → preferred supplier",
    ]);
  });

  it("costs have their own names, and settings that are not there tell none", () => {
    const settings = { taxableKinds: [], kitCostCents: 1, mouldingCostCents: 2, clipCostCents: 3 };
    const bare = {
      ...NO_PRICES,
      settings: { ...settings, kitCostCents: null, mouldingCostCents: null, clipCostCents: null },
    };
    expect(said(NO_PRICES, bare)).toEqual([]);
    expect(said(NO_PRICES, { ...NO_PRICES, settings })).toEqual([
      "Cost of a kit: not known → $0.01",
      "Cost of a moulding: not known → $0.02",
      "Cost of a clip: not known → $0.03",
    ]);
  });

  it("profiles are told apart by whose they are, and a starting one by its plain name", () => {
    const acme = { ...cash, id: "x", name: "Acme", payer: "insurance", insurerId: "acme" };
    const fleet = { ...cash, id: "y", name: "Fleet accounts", payer: "account", accountType: "fleet" };
    const starting = { ...cash, name: "Cash (starting prices)" };
    const all: Snapshot = { ...book, profiles: [starting, acme, fleet] };
    const after: Snapshot = {
      ...book,
      profiles: [
        { ...starting, kitCents: 2_501 },
        { ...fleet, kitCents: 2_503 },
        { ...acme, kitCents: 2_502, name: "Acme Mutual" },
      ],
    };
    expect(said(all, after)).toEqual([
      "Cash urethane kit: $25.00 → $25.01",
      ...said(
        { ...book, profiles: [acme] },
        { ...book, profiles: [{ ...acme, kitCents: 2_502, name: "Acme Mutual" }] },
      ),
      "Fleet accounts urethane kit: $25.00 → $25.03",
    ]);
    expect(said(all, book).at(-1)).toBe(
      "Fleet accounts prices: DW* 55% off list, * 50% off list; labor $60.00 an hour → none",
    );
  });

  it("a rule of other days is another rule", () => {
    const [first] = cash.rules;
    if (!first) throw new Error("no rule");
    const after = withCash({ rules: [{ ...first, effectiveTo: "2026-12-31" }, ...cash.rules.slice(1)] });
    expect(said(book, after)).toEqual([
      "Cash glass DW*: 55% off list → no rule",
      "Cash glass DW* until 2026-12-31: no rule → 55% off list",
    ]);
  });

  it("two changes are told whole, a third is counted", () => {
    const change = (what: string) => ({ what, before: "a", after: "b" });
    expect(changesSummary([change("x")])).toBe("x: a → b");
    expect(changesSummary([change("x"), change("y")])).toBe("x: a → b; y: a → b");
    expect(changesSummary([change("x"), change("y"), change("z")])).toBe("x: a → b; y: a → b and 1 more");
  });
});

it("two insurers and two kinds of account are never taken for each other", () => {
  const of = (id: string, more: object) => ({ ...cash, id, name: id, ...more });
  const profiles = [
    of("Acme", { payer: "insurance", insurerId: "a" }),
    of("Best", { payer: "insurance", insurerId: "b" }),
    of("Fleet", { payer: "account", accountType: "fleet" }),
    of("Rental", { payer: "account", accountType: "rental" }),
  ];
  const after = profiles.map((row, at) => ({ ...row, kitCents: 2_501 + at }));
  expect(said({ ...book, profiles }, { ...book, profiles: after })).toEqual([
    "Acme urethane kit: $25.00 → $25.01",
    "Best urethane kit: $25.00 → $25.02",
    "Fleet urethane kit: $25.00 → $25.03",
    "Rental urethane kit: $25.00 → $25.04",
  ]);
});

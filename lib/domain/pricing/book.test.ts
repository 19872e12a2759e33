import { describe, expect, it } from "vitest";
import type { Profile } from "@/lib/glass/pricing/quote-types";
import { bookOf, type PriceBook, pricesFor, profileOf } from "./book";
import { NO_PRICES, type Snapshot, snapshotOf } from "./snapshot";

const row: Snapshot["profiles"][number] = {
  id: "cash",
  name: "Cash",
  payer: "cash",
  insurerId: null,
  accountType: null,
  laborMode: "hourly",
  laborCents: 6_131,
  kitCents: 2_503,
  mouldingCents: 4_219,
  clipCents: 223,
  calStaticCents: 29_517,
  calDynamicCents: 22_511,
  calDualCents: 39_533,
  mobileCents: 3_503,
  mobile: { mode: "flat" },
  disposalCents: 507,
  chipFirstCents: 4_907,
  chipNextCents: 2_911,
  rules: [
    {
      id: "r",
      pattern: "DW*",
      kind: "tiered",
      bps: 5_333,
      cents: 24_501,
      tiers: [{ upToCents: null, bps: 4_501 }],
      effectiveFrom: "2026-03-01",
      effectiveTo: "2026-03-31",
    },
  ],
};
const profile: Profile = {
  name: "Cash",
  rules: [
    {
      pattern: "DW*",
      kind: "tiered",
      bps: 5_333,
      cents: 24_501,
      tiers: [{ upToCents: null, bps: 4_501 }],
      effectiveFrom: "2026-03-01",
      effectiveTo: "2026-03-31",
    },
  ],
  labor: { mode: "hourly", cents: 6_131 },
  kitCents: 2_503,
  mouldingCents: 4_219,
  clipCents: 223,
  calStaticCents: 29_517,
  calDynamicCents: 22_511,
  calDualCents: 39_533,
  mobile: { mode: "flat", cents: 3_503 },
  disposalCents: 507,
  chipFirstCents: 4_907,
  chipNextCents: 2_911,
};

describe("a profile as the engine takes it", () => {
  it("has each price in its place", () => {
    expect(profileOf(row)).toEqual(profile);
  });

  it("bills nothing that is null, and labor flat where that is said", () => {
    const nothing = { kitCents: null, mouldingCents: null, clipCents: null, calStaticCents: null };
    const more = { calDynamicCents: null, calDualCents: null, disposalCents: null, chipFirstCents: null };
    const all = { ...nothing, ...more, chipNextCents: null };
    expect(profileOf({ ...row, ...all, laborMode: "flat", mobileCents: null })).toEqual({
      ...profile,
      ...all,
      labor: { mode: "flat", cents: 6_131 },
      mobile: null,
    });
  });

  it("takes days as a form or a database gives them", () => {
    const [rule] = row.rules;
    if (!rule) throw new Error("no rule");
    const days = { effectiveFrom: new Date("2026-04-01T00:00:00Z"), effectiveTo: null };
    expect(profileOf({ ...row, rules: [{ ...rule, ...days }] }).rules[0]).toMatchObject({
      effectiveFrom: "2026-04-01",
      effectiveTo: null,
    });
  });

  it("goes by rings or zones where they are kept, and by the fee where nothing is", () => {
    const rings = { mode: "rings", rings: [{ upToMiles: 9, cents: 1_507 }], beyondCentsPerMile: null };
    expect(profileOf({ ...row, mobile: rings }).mobile).toEqual(rings);
    expect(profileOf({ ...row, mobile: rings, mobileCents: null }).mobile).toEqual(rings);
    expect(profileOf({ ...row, mobile: undefined }).mobile).toEqual({ mode: "flat", cents: 3_503 });
    expect(profileOf({ ...row, mobile: null, mobileCents: 0 }).mobile).toEqual({ mode: "flat", cents: 0 });
  });
});

const named = (name: string, change: Partial<typeof row>) => ({ ...row, id: name, name, ...change });
const snapshot: Snapshot = {
  profiles: [
    named("Fleet accounts", { payer: "account", accountType: "fleet" }),
    named("Acme", { payer: "insurance", insurerId: "acme" }),
    named("Cash", {}),
    named("Insurance", { payer: "insurance" }),
    named("Best", { payer: "insurance", insurerId: "best" }),
    named("Rental accounts", { payer: "account", accountType: "rental" }),
  ],
  parts: [
    { id: "1", nagsNumber: "DW02501GTYN", priceCents: 30_001, costCents: null },
    { id: "2", nagsNumber: "FB02000YPN", priceCents: null, costCents: 13_331 },
  ],
  taxes: [
    { id: "1", name: "Texas", ratePpm: 62_500 },
    { id: "2", name: "Austin", ratePpm: 13_751 },
  ],
  taxAreas: [
    {
      id: "1",
      name: "Hays",
      state: "TX",
      zips: ["786"],
      rates: [{ name: "County", ratePpm: 5_003 }],
      taxableKinds: ["labour"],
    },
  ],
  suppliers: [
    {
      id: "1",
      name: "Depot",
      preferred: true,
      terms: [{ pattern: "*", kind: "each", cents: 1 }],
      phone: "",
      accountNumber: "77",
    } as unknown as Snapshot["suppliers"][number],
  ],
  settings: {
    taxableKinds: ["glass", "kit"],
    kitCostCents: 1_403,
    mouldingCostCents: 2_417,
    clipCostCents: 73,
  },
};
const called = (name: string) => ({ ...profile, name });
const book: PriceBook = {
  cash: profile,
  insurance: called("Insurance"),
  insurers: { acme: called("Acme"), best: called("Best") },
  accounts: { fleet: called("Fleet accounts"), rental: called("Rental accounts") },
  partOverrides: [
    { nagsNumber: "DW02501GTYN", priceCents: 30_001, costCents: null },
    { nagsNumber: "FB02000YPN", priceCents: null, costCents: 13_331 },
  ],
  jurisdictions: [
    { name: "Texas", rateBps: 625 },
    { name: "Austin", rateBps: 137.51 },
  ],
  taxableKinds: ["glass", "kit"],
  taxAreas: [
    {
      name: "Hays",
      state: "TX",
      zips: ["786"],
      jurisdictions: [{ name: "County", rateBps: 50.03 }],
      taxableKinds: ["labour"],
    },
  ],
  suppliers: [{ name: "Depot", preferred: true, terms: [{ pattern: "*", kind: "each", cents: 1 }] }],
  costs: { kitCents: 1_403, mouldingCents: 2_417, clipCents: 73 },
};

describe("a price book", () => {
  it("is all of a snapshot, each profile by whose it is, whatever the order", () => {
    expect(bookOf(snapshot)).toEqual(book);
    expect(bookOf({ ...snapshot, profiles: snapshot.profiles.toReversed() })).toEqual(book);
  });

  it("may be of some parts alone, or of none", () => {
    expect(bookOf(snapshot, ["FB02000YPN"]).partOverrides).toEqual(book.partOverrides.slice(1));
    expect(bookOf(snapshot, []).partOverrides).toEqual([]);
  });

  it("of a shop without prices has none", () => {
    expect(bookOf(NO_PRICES)).toEqual({
      cash: null,
      insurance: null,
      insurers: {},
      accounts: {},
      partOverrides: [],
      jurisdictions: [],
      taxableKinds: [],
      taxAreas: [],
      suppliers: [],
      costs: { kitCents: null, mouldingCents: null, clipCents: null },
    });
    expect(snapshotOf({ taxes: snapshot.taxes })).toEqual({ ...NO_PRICES, taxes: snapshot.taxes });
  });
});

describe("the prices of one quote", () => {
  const of = (payer: "cash" | "insurance", insurerId: string | null, accountType: string | null, by = book) =>
    pricesFor(by, payer, insurerId, accountType)?.profile?.name ?? null;

  it("are the insurer's own, or those of any insurer; an account's where they pay themselves", () => {
    expect(of("insurance", "acme", null)).toBe("Acme");
    expect(of("insurance", "best", "fleet")).toBe("Best");
    expect(of("insurance", "other", "fleet")).toBe("Insurance");
    expect(of("insurance", null, "fleet")).toBe("Insurance");
    expect(of("cash", "acme", "fleet")).toBe("Fleet accounts");
    expect(of("cash", "acme", "rental")).toBe("Rental accounts");
    expect(of("cash", "acme", "retail")).toBeNull();
    expect(of("cash", null, null)).toBeNull();
    expect(of("insurance", "other", null, { ...book, insurance: null })).toBeNull();
  });

  it("lie over the shop's cash prices, with all else of the book, and are none without them", () => {
    const { cash, insurance: _i, insurers, accounts: _a, ...rest } = book;
    expect(pricesFor(book, "insurance", "acme", null)).toEqual({
      ...rest,
      shop: cash,
      profile: insurers.acme,
    });
    expect(pricesFor({ ...book, cash: null }, "insurance", "acme", null)).toBeNull();
  });
});

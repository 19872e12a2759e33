import type { CatalogPart, Prices, Profile, QuoteItem, QuoteRequest } from "./quote-types";

/** A shop in Austin, Texas: 8.25 % on parts, none on labour that installs them. */
export const CASH: Profile = {
  name: "Cash",
  rules: [
    { pattern: "DW*", kind: "discount", bps: 5_500 },
    { pattern: "*", kind: "discount", bps: 5_000 },
  ],
  labor: { mode: "hourly", cents: 6_000 },
  kitCents: 2_500,
  mouldingCents: 4_200,
  clipCents: 225,
  calStaticCents: 29_500,
  calDynamicCents: 22_500,
  calDualCents: 39_500,
  mobile: { mode: "flat", cents: 3_500 },
  disposalCents: 500,
  chipFirstCents: 4_900,
  chipNextCents: 2_900,
};

/** Rates as an insurer prints them on a dispatch: what it does not pay for is null. */
export const INSURER: Profile = {
  name: "State Farm zone 1",
  rules: [{ pattern: "DW*", kind: "discount", bps: 4_100 }],
  labor: { mode: "hourly", cents: 4_200 },
  kitCents: 2_000,
  mouldingCents: 4_200,
  clipCents: null,
  calDynamicCents: 25_000,
  mobile: null,
  disposalCents: null,
};

export const PRICES: Prices = {
  shop: CASH,
  profile: null,
  partOverrides: [],
  jurisdictions: [{ name: "Texas and Austin", rateBps: 825 }],
  taxableKinds: ["glass", "moulding", "hardware", "kit"],
  taxAreas: [],
  suppliers: [],
  costs: { kitCents: 1_400, mouldingCents: 2_400, clipCents: 75 },
};

export const WINDSHIELD: CatalogPart = {
  nagsNumber: "DW02501GTYN",
  description: "Windshield",
  glassPosition: "windshield",
  listPriceCents: 72_000,
  laborMinutes: 150,
  kitHalves: 4,
  mouldingRequired: true,
  clipsQty: 4,
  calibration: "dynamic",
};

export const ITEM: QuoteItem = {
  id: "a",
  part: WINDSHIELD,
  grade: "aftermarket",
  quantity: 1,
  costCents: 16_800,
};

export const REQUEST: QuoteRequest = {
  on: "2026-03-03",
  state: "TX",
  items: [ITEM],
  chips: 0,
  trip: { miles: 18, zip: "78701" },
  fees: [],
  overrides: [],
  omit: [],
  discount: null,
  insurance: null,
  taxExempt: false,
};

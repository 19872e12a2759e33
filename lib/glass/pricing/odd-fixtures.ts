import type { CatalogPart, Prices, Profile, QuoteRequest } from "./quote-types";

// Nothing here is round, and no two amounts are alike: a field taken for another, or a rounding done twice, comes out differently.
export const ODD_WINDSHIELD: CatalogPart = {
  nagsNumber: "DW02501GTYN",
  description: "Windshield",
  glassPosition: "windshield",
  listPriceCents: 71_937,
  laborMinutes: 137,
  kitHalves: 3,
  mouldingRequired: true,
  clipsQty: 5,
  calibration: "static",
};
const ODD_BACK_GLASS: CatalogPart = {
  nagsNumber: "FB02000YPN",
  description: "Back glass",
  glassPosition: "back_glass",
  listPriceCents: 48_111,
  laborMinutes: 71,
  kitHalves: 0,
  mouldingRequired: false,
  clipsQty: 0,
  calibration: null,
};
export const ODD_SHOP: Profile = {
  name: "Cash",
  rules: [
    { pattern: "DW*", kind: "discount", bps: 5_333 },
    { pattern: "*", kind: "discount", bps: 4_871 },
  ],
  labor: { mode: "hourly", cents: 6_131 },
  kitCents: 2_503,
  mouldingCents: 4_219,
  clipCents: 223,
  calStaticCents: 29_517,
  calDynamicCents: 22_511,
  calDualCents: 39_533,
  mobile: { mode: "rings", rings: [{ upToMiles: 9, cents: 1_507 }], beyondCentsPerMile: 153 },
  disposalCents: 507,
  chipFirstCents: 4_907,
  chipNextCents: 2_911,
};
export const ODD_INSURER: Profile = {
  name: "Acme Mutual",
  rules: [{ pattern: "DW*", kind: "discount", bps: 4_137 }],
  labor: { mode: "flat", cents: 9_113 },
  kitCents: null,
  mouldingCents: 4_001,
  calStaticCents: 25_003,
  mobile: null,
};
export const ODD_PRICES: Prices = {
  shop: ODD_SHOP,
  profile: null,
  partOverrides: [{ nagsNumber: "FB02000YPN", priceCents: 27_777, costCents: 13_331 }],
  jurisdictions: [
    { name: "Texas", rateBps: 625 },
    { name: "Austin", rateBps: 137.5 },
  ],
  taxableKinds: ["glass", "moulding", "hardware", "kit"],
  taxAreas: [
    {
      name: "Dripping Springs",
      state: "TX",
      zips: ["78620"],
      jurisdictions: [{ name: "Hays", rateBps: 50 }],
      taxableKinds: ["glass", "labour"],
    },
  ],
  suppliers: [],
  costs: { kitCents: 1_403, mouldingCents: 2_417, clipCents: 73, calibrationCents: 6_011 },
};
export const ODD_REQUEST: QuoteRequest = {
  on: "2026-03-03",
  state: "TX",
  items: [
    { id: "a", part: ODD_WINDSHIELD, grade: "oee", quantity: 2, costCents: 16_813 },
    { id: "b", part: ODD_BACK_GLASS, grade: "aftermarket", quantity: 1, costCents: null },
  ],
  chips: 2,
  trip: { miles: 18.4, zip: "78701" },
  fees: [{ id: "7", description: "Rust removal", cents: 3_333, costCents: 411 }],
  overrides: [
    { key: "b:labour", cents: 7_001, reason: "Old" },
    { key: "b:labour", cents: 6_007, reason: "Repeat customer" },
  ],
  omit: ["disposal"],
  discount: { kind: "percent", bps: 733, reason: "Veteran" },
  insurance: null,
  taxExempt: false,
};

import fc from "fast-check";
import { expect, test } from "vitest";
import { LINE_KINDS } from "./line-kinds";
import { type MobilePrice, priceTrip, type Trip } from "./mobile";
import { quote } from "./quote";
import { PRICES } from "./quote-fixtures";
import type { Prices, Profile, QuoteItem, QuoteRequest } from "./quote-types";
import { findRule, type GlassGrade, type GlassRule } from "./rules";
import { type Supplier, suppliesOf } from "./supply";
import { areaOf, type TaxArea } from "./tax";

const cents = fc.integer({ min: 0, max: 500_000 });
const price = fc.oneof(cents, fc.constant(null));
const bps = fc.integer({ min: 0, max: 10_000 });
const day = fc.constantFrom("2025-12-31", "2026-01-01", "2026-03-03", "2026-07-04", "2027-01-01");
const grade = fc.constantFrom<GlassGrade>("dealer", "oem", "oee", "aftermarket");
const nagsNumber = fc.constantFrom("DW02501GTYN", "DW02501", "FW01234GBN", "DD00763", "FB02000YPN", null);

const rule: fc.Arbitrary<GlassRule> = fc.record({
  pattern: fc.constantFrom(
    "*",
    "grade:oem",
    "grade:dealer",
    "D*",
    "DW*",
    "DW02*",
    "DW02501",
    "DW02501GTYN",
    "FW*",
  ),
  kind: fc.constantFrom("discount", "markup", "flat", "each", "tiered"),
  bps: fc.option(bps),
  cents: fc.option(cents),
  tiers: fc.option(fc.array(fc.record({ upToCents: price, bps }), { maxLength: 4 })),
  effectiveFrom: fc.option(day),
  effectiveTo: fc.option(day),
});

const mobile: fc.Arbitrary<MobilePrice> = fc.oneof(
  fc.record({ mode: fc.constant("flat" as const), cents }),
  fc.record({
    mode: fc.constant("rings" as const),
    rings: fc.uniqueArray(fc.record({ upToMiles: fc.integer({ min: 1, max: 60 }), cents }), {
      maxLength: 4,
      selector: ({ upToMiles }) => upToMiles,
    }),
    beyondCentsPerMile: price,
  }),
  fc.record({
    mode: fc.constant("zones" as const),
    zones: fc.array(fc.record({ zips: fc.subarray(["78701", "787", "336"]), cents }), { maxLength: 3 }),
    elsewhereCents: price,
  }),
);

const trip: fc.Arbitrary<Trip> = fc.record({
  miles: fc.constantFrom(null, 0, 12, 33.5, 200),
  zip: fc.constantFrom(null, "78701", "78744", "33602"),
});

const profile: fc.Arbitrary<Profile> = fc.record(
  {
    name: fc.constantFrom("Cash", "Fleet"),
    rules: fc.array(rule, { maxLength: 8 }),
    labor: fc.option(fc.record({ mode: fc.constantFrom("hourly" as const, "flat" as const), cents })),
    kitCents: price,
    mouldingCents: price,
    clipCents: price,
    calStaticCents: price,
    calDynamicCents: price,
    calDualCents: price,
    mobile: fc.option(mobile),
    disposalCents: price,
    chipFirstCents: price,
    chipNextCents: price,
  },
  { requiredKeys: ["name", "rules"] },
);

const item: fc.Arbitrary<QuoteItem> = fc.record({
  id: fc.constantFrom("a", "b", "c"),
  part: fc.record({
    nagsNumber,
    description: fc.constant("Glass"),
    glassPosition: fc.constantFrom("windshield" as const, "door" as const),
    listPriceCents: price,
    laborMinutes: fc.integer({ min: 0, max: 600 }),
    kitHalves: fc.integer({ min: 0, max: 6 }),
    mouldingRequired: fc.boolean(),
    clipsQty: fc.integer({ min: 0, max: 12 }),
    calibration: fc.constantFrom("static", "dynamic", "dual", null),
  }),
  grade,
  quantity: fc.integer({ min: 1, max: 3 }),
  costCents: price,
});

const request: fc.Arbitrary<QuoteRequest> = fc.record({
  on: day,
  state: fc.constantFrom("TX", "FL", "KY", null),
  items: fc.uniqueArray(item, { maxLength: 3, selector: ({ id }) => id }),
  chips: fc.integer({ min: 0, max: 4 }),
  trip: fc.option(trip),
  fees: fc.array(
    fc.record({
      id: fc.constantFrom("1", "2"),
      description: fc.constant("Rust removal"),
      cents,
      costCents: price,
    }),
    { maxLength: 2 },
  ),
  overrides: fc.array(
    fc.record({ key: fc.constantFrom("a:glass", "mobile", "chip:1"), cents, reason: fc.constant("Agreed") }),
    { maxLength: 2 },
  ),
  omit: fc.subarray(["a:labour", "disposal", "b:glass"]),
  discount: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant("percent" as const), bps, reason: fc.constant("Veteran") }),
      fc.record({ kind: fc.constant("amount" as const), cents, reason: fc.constant("Goodwill") }),
    ),
  ),
  insurance: fc.option(fc.record({ deductibleCents: price, stated: fc.boolean() })),
  taxExempt: fc.boolean(),
});

const jurisdiction = fc.record({
  name: fc.constantFrom("State", "City"),
  rateBps: fc.integer({ min: 0, max: 150_000 }).map((hundredths) => hundredths / 100),
});

const taxArea: fc.Arbitrary<TaxArea> = fc.record({
  name: fc.constantFrom("North", "South", "East", "West"),
  state: fc.constantFrom("", "TX", "FL"),
  zips: fc.subarray(["78701", "787", "336", "33602"]),
  jurisdictions: fc.array(jurisdiction, { maxLength: 2 }),
  taxableKinds: fc.subarray([...LINE_KINDS]),
});

const supplier: fc.Arbitrary<Supplier> = fc.record({
  name: fc.constantFrom("Depot", "Glass Co", "Harbor Supply"),
  preferred: fc.boolean(),
  terms: fc.array(rule, { maxLength: 5 }),
});

const prices: fc.Arbitrary<Prices> = fc.record({
  shop: profile,
  profile: fc.option(profile),
  partOverrides: fc.array(
    fc.record({ nagsNumber: fc.constant("DW02501GTYN"), priceCents: price, costCents: price }),
    { maxLength: 1 },
  ),
  jurisdictions: fc.array(jurisdiction, { maxLength: 3 }),
  taxableKinds: fc.subarray([...LINE_KINDS]),
  taxAreas: fc.array(taxArea, { maxLength: 4 }),
  suppliers: fc.array(supplier, { maxLength: 3 }),
  costs: fc.record({ kitCents: price, mouldingCents: price, clipCents: price }),
});

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

test("totals add up, in whole cents", () => {
  fc.assert(
    fc.property(request, prices, (asked, charged) => {
      const result = quote(asked, charged);
      expect(sum(result.lines.map((line) => line.totalCents))).toBe(result.subtotalCents);
      expect(sum(result.taxes.map((tax) => tax.cents))).toBe(result.taxCents);
      expect(result.subtotalCents + result.taxCents).toBe(result.totalCents);
      expect(result.shares.insurerCents + result.shares.customerCents).toBe(result.totalCents);
      expect(result.lines.every((line) => Number.isSafeInteger(line.totalCents))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("nothing is negative but a discount", () => {
  fc.assert(
    fc.property(request, prices, (asked, charged) => {
      const { lines, taxableCents, totalCents, shares } = quote(asked, charged);
      expect(lines.filter((line) => line.totalCents < 0).every((line) => line.kind === "discount")).toBe(
        true,
      );
      expect(
        Math.min(taxableCents, totalCents, shares.insurerCents, shares.customerCents),
      ).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test("glass is never free without a person's word", () => {
  fc.assert(
    fc.property(request, prices, (asked, charged) => {
      const free = quote(asked, charged).lines.filter(
        (line) => line.kind === "glass" && line.totalCents === 0,
      );
      const silent = free.filter((line) => line.layer !== "manual" && line.layer !== "part override");
      expect(silent.every((line) => line.review !== null)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("the same question has the same answer, and survives being stored", () => {
  fc.assert(
    fc.property(request, prices, (asked, charged) => {
      const before = JSON.stringify([asked, charged]);
      const answer = quote(asked, charged);
      expect(quote(JSON.parse(JSON.stringify(asked)), JSON.parse(JSON.stringify(charged)))).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      expect(JSON.stringify([asked, charged])).toBe(before);
    }),
    { numRuns: 300 },
  );
});

test("the order of rules never matters", () => {
  const shuffled = fc
    .array(rule, { maxLength: 10 })
    .chain((rules) => fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })));
  fc.assert(
    fc.property(shuffled, nagsNumber, grade, day, ([rules, reordered], number, made, on) => {
      const target = { nagsNumber: number, grade: made };
      expect(findRule(reordered, target, on)).toEqual(findRule(rules, target, on));
    }),
    { numRuns: 1_000 },
  );
});

const turned = (price: MobilePrice): MobilePrice => {
  if (price.mode === "rings") return { ...price, rings: price.rings.toReversed() };
  if (price.mode === "flat") return price;
  const zones = price.zones.map((zone) => ({ ...zone, zips: zone.zips.toReversed() }));
  return { ...price, zones: zones.toReversed() };
};

test("the order of rings, zones and tax areas never matters", () => {
  const areas = fc.uniqueArray(taxArea, { maxLength: 4, selector: ({ name }) => name });
  fc.assert(
    fc.property(mobile, trip, areas, (price, to, taxed) => {
      expect(priceTrip(turned(price), to)).toEqual(priceTrip(price, to));
      expect(areaOf(taxed.toReversed(), to.zip, "TX")).toEqual(areaOf(taxed, to.zip, "TX"));
    }),
    { numRuns: 1_000 },
  );
});

test("glass is bought from the cheapest preferred supplier, in whatever order they are named", () => {
  const several = fc.uniqueArray(supplier, { maxLength: 3, selector: ({ name }) => name });
  fc.assert(
    fc.property(several, nagsNumber, price, grade, day, (suppliers, number, list, made, on) => {
      const part = { nagsNumber: number, listPriceCents: list };
      const supplies = suppliesOf(suppliers, part, made, on);
      expect(suppliesOf(suppliers.toReversed(), part, made, on)).toEqual(supplies);
      const [best, ...others] = supplies;
      const rivals = others.filter(({ preferred }) => preferred || !best?.preferred);
      expect(rivals.every(({ cents }) => cents >= (best?.cents ?? 0))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a bigger discount off list never costs the customer more", () => {
  fc.assert(
    fc.property(request, bps, bps, (asked, one, other) => {
      const at = (off: number) =>
        quote(
          { ...asked, overrides: [] },
          { ...PRICES, shop: { ...PRICES.shop, rules: [{ pattern: "*", kind: "discount", bps: off }] } },
        );
      expect(at(Math.max(one, other)).totalCents).toBeLessThanOrEqual(at(Math.min(one, other)).totalCents);
    }),
    { numRuns: 300 },
  );
});

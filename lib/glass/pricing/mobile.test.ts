import { expect, test } from "vitest";
import { type MobilePrice, priceTrip } from "./mobile";

const rings: MobilePrice = {
  mode: "rings",
  rings: [
    { upToMiles: 30, cents: 4_900 },
    { upToMiles: 10, cents: 0 },
  ],
  beyondCentsPerMile: 150,
};

test.each([
  [0, 0],
  [10, 0],
  [10.1, 4_900],
  [30, 4_900],
  [30.2, 5_050],
  [40, 6_400],
])("%d miles cost %i cents", (miles, cents) => {
  expect(priceTrip(rings, { miles, zip: null })).toMatchObject({ ok: true, cents });
});

const zones: MobilePrice = {
  mode: "zones",
  zones: [
    { zips: ["787"], cents: 2_000 },
    { zips: ["78701", "78702"], cents: 0 },
  ],
  elsewhereCents: null,
};

test.each([
  ["78701", 0],
  ["78799", 2_000],
])("ZIP %s costs %i cents", (zip, cents) => {
  expect(priceTrip(zones, { miles: null, zip })).toMatchObject({ ok: true, cents });
});

test("a flat fee asks nothing", () => {
  expect(priceTrip({ mode: "flat", cents: 3_500 }, { miles: null, zip: null })).toMatchObject({
    cents: 3_500,
  });
});

test.each<[MobilePrice, number | null, string | null, string]>([
  [rings, null, "78701", "distance"],
  [{ ...rings, beyondCentsPerMile: null }, 31, null, "beyond the farthest ring of 30 mi"],
  [zones, 5, null, "ZIP code"],
  [zones, 5, "90210", "90210 is in no mobile zone"],
])("what is missing is said: %#", (price, miles, zip, reason) => {
  expect(priceTrip(price, { miles, zip })).toEqual({ ok: false, reason: expect.stringContaining(reason) });
});

test("elsewhere can have a fee of its own", () => {
  expect(priceTrip({ ...zones, elsewhereCents: 9_900 }, { miles: null, zip: "90210" })).toMatchObject({
    cents: 9_900,
  });
});

test("a price is told in words with its amount, and a reason in whole sentences", () => {
  const away = (price: MobilePrice, miles: number | null, zip: string | null) =>
    priceTrip(price, { miles, zip });
  expect(away({ mode: "flat", cents: 3_507 }, 7, "78701")).toEqual({
    ok: true,
    cents: 3_507,
    text: "mobile $35.07",
  });
  expect(away(rings, 12.3, null)).toEqual({ ok: true, cents: 4_900, text: "mobile within 30 mi" });
  expect(away(rings, 30.01, null)).toEqual({
    ok: true,
    cents: 5_050,
    text: "mobile 30 mi, then $1.50 a mile",
  });
  expect(away({ ...rings, beyondCentsPerMile: null }, 30.5, null)).toEqual({
    ok: false,
    reason: "30.5 mi is beyond the farthest ring of 30 mi.",
  });
  expect(away(rings, null, "78701")).toEqual({
    ok: false,
    reason: "The distance to the customer is not known.",
  });
  expect(away(zones, 5, "")).toEqual({ ok: false, reason: "The ZIP code of the customer is not known." });
  expect(away(zones, 5, "90210")).toEqual({ ok: false, reason: "ZIP 90210 is in no mobile zone." });
  expect(away({ ...zones, elsewhereCents: 0 }, 5, "90210")).toEqual({
    ok: true,
    cents: 0,
    text: "mobile outside the zones",
  });
});

test("beyond the rings is counted from the last ring and its price; without rings from the shop", () => {
  const odd: MobilePrice = {
    mode: "rings",
    rings: [{ upToMiles: 9, cents: 1_507 }],
    beyondCentsPerMile: 153,
  };
  expect(priceTrip(odd, { miles: 9, zip: null })).toMatchObject({ cents: 1_507 });
  expect(priceTrip(odd, { miles: 11, zip: null })).toMatchObject({ cents: 1_813 });
  expect(priceTrip({ ...odd, rings: [] }, { miles: 2, zip: null })).toEqual({
    ok: true,
    cents: 306,
    text: "mobile 0 mi, then $1.53 a mile",
  });
});

test("the zone that names most of a ZIP code holds though it is the dearer, in whatever order; of two alike the cheaper", () => {
  const dear: MobilePrice = {
    mode: "zones",
    zones: [
      { zips: ["787"], cents: 2_003 },
      { zips: ["78701"], cents: 9_007 },
      { zips: ["7870"], cents: 5_001 },
      { zips: ["786", "78701"], cents: 8_011 },
    ],
    elsewhereCents: 1,
  };
  const fee = (price: MobilePrice, zip: string) => priceTrip(price, { miles: null, zip });
  for (const price of [dear, { ...dear, zones: dear.zones.toReversed() }]) {
    expect(fee(price, "78701")).toEqual({ ok: true, cents: 8_011, text: "mobile ZIP 78701" });
    expect(fee(price, "78702")).toEqual({ ok: true, cents: 5_001, text: "mobile ZIP 7870" });
    expect(fee(price, "78744-1234")).toMatchObject({ cents: 2_003 });
    expect(fee(price, "78620")).toMatchObject({ cents: 8_011 });
    expect(fee(price, "33602")).toMatchObject({ cents: 1 });
  }
});

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

import { type Cents, formatCents } from "@/lib/money";

/**
 * What a trip to the customer costs: one fee; rings by miles from the shop, with a price a mile beyond the last;
 * or zones of ZIP codes or their first digits, with a fee elsewhere.
 */
export type MobilePrice =
  | { mode: "flat"; cents: Cents }
  | { mode: "rings"; rings: { upToMiles: number; cents: Cents }[]; beyondCentsPerMile: Cents | null }
  | { mode: "zones"; zones: { zips: string[]; cents: Cents }[]; elsewhereCents: Cents | null };

/** Where the work is done away from the shop; null for what is not known. */
export type Trip = { miles: number | null; zip: string | null };

export type TripPrice = { ok: true; cents: Cents; text: string } | { ok: false; reason: string };

/** The fee for a trip and how it came about, or what is missing to tell. A begun mile beyond the rings counts as a whole one. */
export function priceTrip(price: MobilePrice, trip: Trip): TripPrice {
  switch (price.mode) {
    case "flat":
      return { ok: true, cents: price.cents, text: `mobile ${formatCents(price.cents)}` };
    case "rings":
      return byMiles(price, trip.miles);
    case "zones":
      return byZip(price, trip.zip);
  }
}

function byMiles(price: Extract<MobilePrice, { mode: "rings" }>, miles: number | null): TripPrice {
  if (miles === null) return { ok: false, reason: "The distance to the customer is not known." };
  const rings = price.rings.toSorted((a, b) => a.upToMiles - b.upToMiles);
  const ring = rings.find((candidate) => miles <= candidate.upToMiles);
  if (ring) return { ok: true, cents: ring.cents, text: `mobile within ${ring.upToMiles} mi` };
  const last = rings.at(-1) ?? { upToMiles: 0, cents: 0 };
  if (price.beyondCentsPerMile === null)
    return { ok: false, reason: `${miles} mi is beyond the farthest ring of ${last.upToMiles} mi.` };
  const extra = Math.ceil(miles - last.upToMiles) * price.beyondCentsPerMile;
  const text = `mobile ${last.upToMiles} mi, then ${formatCents(price.beyondCentsPerMile)} a mile`;
  return { ok: true, cents: last.cents + extra, text };
}

function byZip(price: Extract<MobilePrice, { mode: "zones" }>, zip: string | null): TripPrice {
  if (!zip) return { ok: false, reason: "The ZIP code of the customer is not known." };
  const found = price.zones
    .flatMap(({ zips, cents }) => zips.map((start) => ({ start, cents })))
    .filter(({ start }) => zip.startsWith(start))
    .sort((a, b) => b.start.length - a.start.length || a.cents - b.cents)[0];
  if (found) return { ok: true, cents: found.cents, text: `mobile ZIP ${found.start}` };
  if (price.elsewhereCents === null) return { ok: false, reason: `ZIP ${zip} is in no mobile zone.` };
  return { ok: true, cents: price.elsewhereCents, text: "mobile outside the zones" };
}

import zipcodes from "zipcodes";

const five = (zip: string) => zip.slice(0, 5);

/** City and state of a ZIP code, offline; null for one that nobody knows. */
export function placeOf(zip: string): { city: string; state: string } | null {
  const { city, state } = zipcodes.lookup(five(zip)) ?? {};
  return city && state ? { city, state } : null;
}

/** Whole miles between the middles of two ZIP codes, as the crow flies; null where one is not known. */
export function milesBetween(from: string, to: string): number | null {
  if (!placeOf(from) || !placeOf(to)) return null;
  return five(from) === five(to) ? 0 : zipcodes.distance(five(from), five(to));
}

type Address = { state: string; zip: string };
type Work = { place: string; workZip: string; workMiles: number | null };

/** Where the work is done, as far as it makes a price: for mobile work the ZIP code typed, or else the customer's, and the way there. */
export function whereabouts({ place, workZip, workMiles }: Work, who: Address, shop: Address) {
  const home = who.state || shop.state || null;
  if (place !== "mobile") return { state: home, zip: null, miles: null };
  const zip = workZip || who.zip;
  return {
    state: placeOf(zip)?.state ?? home,
    zip: zip || null,
    miles: workMiles ?? milesBetween(shop.zip, zip),
  };
}

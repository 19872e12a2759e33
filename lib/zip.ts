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

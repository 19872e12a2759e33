import { milesBetween, placeOf } from "@/lib/zip";
import type { Choices } from "./request";

type Address = { state: string; zip: string };

/** Where the work is done, as far as it makes a price: for mobile work the ZIP code typed, or else the customer's, and the way there. */
export function whereabouts({ place, workZip, workMiles }: Choices, who: Address, shop: Address) {
  const home = who.state || shop.state || null;
  if (place === "shop") return { state: home, zip: null, miles: null };
  const zip = workZip || who.zip;
  return {
    state: placeOf(zip)?.state ?? home,
    zip: zip || null,
    miles: workMiles ?? milesBetween(shop.zip, zip),
  };
}

type Stop = { street: string; city: string; zip: string };

/** The address that mobile work starts from: the customer's, unless the quote was made for another ZIP code. */
export function workAddress({ workZip, customer }: { workZip: string; customer: Stop }): Stop {
  const { street, city, zip } = customer;
  if (!workZip || workZip === zip) return { street, city, zip };
  return { street: "", city: placeOf(workZip)?.city ?? "", zip: workZip };
}

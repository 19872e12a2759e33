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

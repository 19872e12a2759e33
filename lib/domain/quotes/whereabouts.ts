import { placeOf } from "@/lib/zip";

type Stop = { street: string; city: string; zip: string };

/** The address that mobile work starts from: the customer's, unless the quote was made for another ZIP code. */
export function workAddress({ workZip, customer }: { workZip: string; customer: Stop }): Stop {
  const { street, city, zip } = customer;
  if (!workZip || workZip === zip) return { street, city, zip };
  return { street: "", city: placeOf(workZip)?.city ?? "", zip: workZip };
}

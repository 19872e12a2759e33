import type { CatalogPart } from "@/lib/glass/pricing/quote-types";

type Numbered = Pick<CatalogPart, "nagsNumber">;

/**
 * The part that a number means, typed in full or short: one that fits the vehicle where it is among those, or else the only one the
 * catalog knows by it. Null while it is none or several.
 * @param numbered what the catalog lists under the number
 */
export function partMeant<Part extends Numbered>(
  number: string,
  fitting: readonly Part[],
  numbered: readonly Part[],
): Part | null {
  const [only, ...others] = numbered;
  const short = others.length === 0 ? only?.nagsNumber : undefined;
  const fits = fitting.find(({ nagsNumber }) => nagsNumber === number || nagsNumber === short);
  return fits ?? (others.length === 0 ? only : null) ?? null;
}

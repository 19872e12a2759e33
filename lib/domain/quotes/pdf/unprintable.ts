import type { QuotePaper } from "./paper";
import { unprintable } from "./quote-pdf";

/** What of one field a PDF can't print. */
export type Unprintable = { field: string; lost: string[] };

/** What Inter writes without a look into its files; a test looks. Only papers with more than this need a process to be asked. */
export const PLAIN = /^[\n\t\x20-\x7e\xa0-\xac\xae-\u0148\u014a-\u017e‘’“”–—•…€™]*$/;

/** Every text that a paper prints, by what the counter calls it. */
export function textsOf({ shop, customer, vehicle, ...paper }: QuotePaper): [field: string, text: string][] {
  const texts: Record<string, (string | null | undefined)[]> = {
    "Your shop": [shop.name, ...shop.lines],
    "Your tax id": [shop.taxId],
    "Your terms": [shop.terms],
    Customer: [customer.name, ...customer.lines],
    Vehicle: [vehicle.name, vehicle.vin, vehicle.plate],
    Work: [paper.validity, ...paper.work],
    Lines: paper.lines.flatMap(({ description, nagsNumber, unit }) => [description, nagsNumber, unit]),
    Taxes: paper.taxes.map(({ name }) => name),
    Insurer: [paper.shares?.insurer],
    Choices: paper.options?.map(({ label }) => label) ?? [],
    Signature: [paper.signature?.name],
  };
  return Object.entries(texts).map(([field, parts]) => [field, parts.filter(Boolean).join("\n")]);
}

/**
 * What the counter has to know before a paper is sent or printed.
 * @param shop whose turn it is. @returns null where it can't be told just now.
 */
export async function unprintableOf(paper: QuotePaper, shop: string): Promise<Unprintable[] | null> {
  const texts = textsOf(paper).filter(([, text]) => !PLAIN.test(text));
  if (texts.length === 0) return [];
  try {
    const lost = await unprintable(
      texts.map(([, text]) => text),
      shop,
    );
    return texts
      .map(([field], index) => ({ field, lost: lost[index] ?? [] }))
      .filter(({ lost }) => lost.length > 0);
  } catch {
    return null;
  }
}

import { formatDate, type IsoDate } from "@/lib/dates";
import { type Cents, halfUp } from "@/lib/money";
import type { LineKind } from "./line-kinds";

/** One authority that taxes a sale. Basis points, to the hundredth: 8.875 % is 887.5. */
export type Jurisdiction = { name: string; rateBps: number };

export type Tax = { name: string; rateBps: number; cents: Cents };

/** How sales are taxed in a place: by whom, and on which lines. */
export type Taxation = { jurisdictions: Jurisdiction[]; taxableKinds: LineKind[] };

/** Where mobile work is taxed otherwise than in the shop: ZIP codes or how they begin, or a whole state. */
export type TaxArea = Taxation & { name: string; state: string; zips: string[] };

/**
 * The tax on an amount, once for each jurisdiction and rounded half up once each. The lines are rounded before.
 * Rates are the shop's own to enter: what is taxed, and how much, differs by state, county and city.
 */
export function taxesOn(taxableCents: Cents, jurisdictions: readonly Jurisdiction[]): Tax[] {
  return jurisdictions.map(({ name, rateBps }) => ({
    name,
    rateBps,
    cents: halfUp(taxableCents * Math.round(rateBps * 100), 1_000_000),
  }));
}

/**
 * The area that work at a place falls into: the one with the longest beginning of its ZIP code, else one of its state.
 * The order in which areas are given never matters. @param state two letters, in any case
 * @returns null where none does: then the shop's own taxes hold
 */
export function areaOf(areas: readonly TaxArea[], zip: string | null, state: string | null): TaxArea | null {
  const reaching = areas
    .map((area) => ({ area, length: reach(area, zip, state?.toUpperCase() ?? "") }))
    .filter(({ length }) => length >= 0)
    .sort((a, b) => b.length - a.length || (a.area.name < b.area.name ? -1 : 1));
  return reaching[0]?.area ?? null;
}

/** How much of a ZIP code an area names: 0 for its whole state, -1 where it does not reach. */
function reach({ zips, state }: TaxArea, zip: string | null, workState: string): number {
  const lengths = zips.filter((start) => start !== "" && zip?.startsWith(start)).map((start) => start.length);
  if (lengths.length > 0) return Math.max(...lengths);
  return zips.length === 0 && state !== "" && state.toUpperCase() === workState ? 0 : -1;
}

/** What a shop holds of a customer who pays no sales tax. */
export type Exemption = {
  taxExempt: boolean;
  taxCertificate: string;
  /** The last day on which the certificate holds; null where it has none. */
  taxCertificateUntil: IsoDate | null;
};

/** Whether a customer is exempt on a day, and what to say of it: "" for who is taxed as everybody. Only a certificate that holds exempts. */
export function exemptionOn(customer: Exemption, on: IsoDate): { exempt: boolean; note: string } {
  const { taxExempt, taxCertificate, taxCertificateUntil: until } = customer;
  if (!taxExempt) return { exempt: false, note: "" };
  if (!taxCertificate) return { exempt: false, note: "Taxed: no exemption certificate is on file." };
  const last = until && formatDate(until, on);
  if (until && until < on)
    return { exempt: false, note: `Taxed: exemption certificate ${taxCertificate} expired ${last}.` };
  return { exempt: true, note: `Tax exempt: certificate ${taxCertificate}${last ? `, until ${last}` : ""}.` };
}

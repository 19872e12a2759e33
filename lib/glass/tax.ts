import { type Cents, halfUp } from "../money";

/** One authority that taxes a sale. Basis points, to the hundredth: 8.875 % is 887.5. */
export type Jurisdiction = { name: string; rateBps: number };

export type Tax = { name: string; rateBps: number; cents: Cents };

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

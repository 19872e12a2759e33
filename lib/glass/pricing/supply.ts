import type { IsoDate } from "@/lib/dates";
import type { Cents } from "@/lib/money";
import { applyRule, findRule, type GlassGrade, type GlassRule } from "./rules";

/** Whom a shop buys from, and what parts cost there: a share off list or an amount, by the same patterns as prices. */
export type Supplier = { name: string; preferred: boolean; terms: GlassRule[] };

/** Where a part is bought, and what a piece costs there. */
export type Supply = { supplier: string; cents: Cents; preferred: boolean };

type Wanted = { nagsNumber: string | null; listPriceCents: Cents | null };

/** What each supplier asks for a part on a day, the one to buy from first: preferred before others, then the cheaper. Those who don't say are left out. */
export function suppliesOf(
  suppliers: readonly Supplier[],
  { nagsNumber, listPriceCents }: Wanted,
  grade: GlassGrade,
  on: IsoDate,
): Supply[] {
  const asked = suppliers.flatMap(({ name, preferred, terms }) => {
    const rule = findRule(terms, { nagsNumber, grade }, on);
    const price = rule && applyRule(rule, { listCents: listPriceCents, costCents: null, quantity: 1 });
    return price?.ok ? [{ supplier: name, cents: price.unitCents, preferred }] : [];
  });
  return asked.sort(
    (a, b) =>
      Number(b.preferred) - Number(a.preferred) || a.cents - b.cents || (a.supplier < b.supplier ? -1 : 1),
  );
}

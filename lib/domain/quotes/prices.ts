import type { IsoDate } from "@/lib/dates";
import type { PriceBook } from "@/lib/domain/pricing/book";
import type { CatalogPart, Profile } from "@/lib/glass/pricing/quote-types";
import { applyRule, findRule, type GlassGrade, type GlassRule } from "@/lib/glass/pricing/rules";
import { suppliesOf } from "@/lib/glass/pricing/supply";
import { GRADES } from "./work";

type Priced = Pick<CatalogPart, "nagsNumber" | "listPriceCents">;
type Scope = { parts: readonly Priced[]; on: IsoDate };

/**
 * The part of a price book that a browser needs to price some parts. Who may not see margins gets it without costs:
 * a markup on cost arrives as the price it comes to.
 */
export function bookFor(book: PriceBook, { parts, on }: Scope, seesCost: boolean): PriceBook {
  const wanted = new Set(parts.map(({ nagsNumber }) => nagsNumber));
  const partOverrides = book.partOverrides.filter((override) => wanted.has(override.nagsNumber));
  if (seesCost) return { ...book, partOverrides };
  const closed = (profile: Profile): Profile => ({
    ...profile,
    rules: [
      ...profile.rules.map(withoutMarkup),
      ...parts.flatMap((part) => GRADES.flatMap((grade) => resolved(profile, part, book, grade, on))),
    ],
  });
  const closedAll = (profiles: Record<string, Profile>) =>
    Object.fromEntries(Object.entries(profiles).map(([key, profile]) => [key, closed(profile)]));
  return {
    ...book,
    cash: book.cash && closed(book.cash),
    insurance: book.insurance && closed(book.insurance),
    insurers: closedAll(book.insurers),
    accounts: closedAll(book.accounts),
    suppliers: [],
    partOverrides: partOverrides.map((override) => ({ ...override, costCents: null })),
    costs: { kitCents: null, mouldingCents: null, clipCents: null },
  };
}

function withoutMarkup(rule: GlassRule): GlassRule {
  return rule.kind === "markup" ? { ...rule, bps: 0 } : rule;
}

function resolved(
  profile: Profile,
  part: Priced,
  { partOverrides, suppliers }: PriceBook,
  grade: GlassGrade,
  on: IsoDate,
): GlassRule[] {
  const { nagsNumber } = part;
  const rule = findRule(profile.rules, { nagsNumber, grade }, on);
  if (rule?.kind !== "markup") return [];
  const own = partOverrides.find((override) => override.nagsNumber === nagsNumber)?.costCents;
  const costCents = own ?? suppliesOf(suppliers, part, grade, on)[0]?.cents ?? null;
  const price = applyRule(rule, { listCents: null, costCents, quantity: 1 });
  // Begun today, it goes before a rule for the same number.
  return price.ok
    ? [{ pattern: `${nagsNumber}:${grade}`, kind: "each", cents: price.unitCents, effectiveFrom: on }]
    : [];
}

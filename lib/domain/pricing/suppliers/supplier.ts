import { z } from "zod";
import { checkbox, id, optionalPhone, optionalText, text } from "@/lib/forms/fields";
import type { GlassRule } from "@/lib/glass/pricing/rules";
import type { PriceBook } from "../book";
import { type RuleInput, type RuleKind, rulesOf } from "../profiles/rule";

/** What a supplier's agreement may say of a part. */
export const TERM_KINDS = ["discount", "each", "tiered"] as const satisfies RuleKind[];

const fields = {
  name: text("the supplier's name", 80),
  phone: optionalPhone,
  accountNumber: optionalText(60),
  preferred: checkbox,
  rules: rulesOf(TERM_KINDS),
};

export const NewSupplier = z.object(fields);
export const EditSupplier = z.object({ id, ...fields });
export const OneSupplier = z.object({ id });

/** An agreement as it is kept: plain data, days as ISO dates. */
export function termsOf(rules: readonly RuleInput[]): GlassRule[] {
  const day = (date: Date | null) => date && date.toISOString().slice(0, 10);
  return rules.map(({ tiers = null, effectiveFrom, effectiveTo, ...rule }) => ({
    ...rule,
    tiers,
    effectiveFrom: day(effectiveFrom),
    effectiveTo: day(effectiveTo),
  }));
}

/** The price book as it would be with this supplier. @param before the name it had; none for a new one */
export function withSupplier(
  book: PriceBook,
  { name, preferred, rules }: z.output<typeof NewSupplier>,
  before?: string,
): PriceBook {
  const others = book.suppliers.filter((other) => other.name !== before);
  return { ...book, suppliers: [...others, { name, preferred, terms: termsOf(rules) }] };
}

import { z } from "zod";
import { across, id, optionalDay, optionalMoney } from "@/lib/forms/fields";
import { parseNags } from "@/lib/glass/parts/nags";
import { readOwnNumber } from "@/lib/glass/parts/own-number";
import type { PartOverride } from "@/lib/glass/pricing/quote-types";
import type { PriceBook } from "../book";

const amount = optionalMoney(50_000_00);
const priceCents = amount.refine(
  (cents) => cents !== 0,
  "Glass is never free. Leave this empty to price it by your rules.",
);
const amounts = { priceCents, costCents: amount };
const anyAmount = across(
  amounts,
  "priceCents",
  (typed) => typed.priceCents === null && typed.costCents === null && "Enter your price, your cost or both.",
);

/** A whole part number, as the engine compares it with the catalog's, letter by letter; or one that may be a part of the shop's own. */
export const wholePartNumber = z
  .string()
  .default("")
  .transform((typed, context) => {
    const reading = parseNags(typed);
    const own = reading.ok ? null : readOwnNumber(typed);
    if (own) return own;
    const reason = reading.ok ? whole(reading.part) : reading.reason;
    if (reason) context.addIssue({ code: "custom", message: reason });
    return reading.ok ? reading.part.nagsNumber : z.NEVER;
  });

const whole = ({ nagsNumber, premium }: { nagsNumber: string; premium: boolean | null }) =>
  premium === null ? `Enter the whole number with its ending, such as ${nagsNumber.slice(0, 7)}GTYN.` : null;

export const NewPart = z.object({ nagsNumber: wholePartNumber, ...amounts }).check(anyAmount);
export const EditPart = z.object({ id, ...amounts }).check(anyAmount);
export const OnePart = z.object({ id });
/** A day that an address asks for; none where it names no day. */
const dayAsked = optionalDay("lookup")
  .catch(null)
  .transform((day) => day ?? undefined);

/** `on` is the day whose list prices are asked for; today where there is none. */
export const CatalogQuery = z.object({ q: z.string().max(100).default(""), on: dayAsked });

/** `from` is the day from which prices would hold; today where there is none. */
export const RecentQuery = z.object({ from: dayAsked });

/** The price book as it would be with this part's own price and cost. */
export function withPart(book: PriceBook, part: PartOverride): PriceBook {
  const others = book.partOverrides.filter((other) => other.nagsNumber !== part.nagsNumber);
  return { ...book, partOverrides: [...others, part] };
}

import { type PriceBook, pricesFor } from "@/lib/domain/pricing/book";
import { alikeReview } from "@/lib/domain/quotes/options";
import {
  type Choices,
  type Circumstances,
  type QuotePayer,
  requestFor,
  reviewsOf,
} from "@/lib/domain/quotes/request";
import { quote } from "@/lib/glass/pricing/quote";
import type { CatalogPart, QuoteResult } from "@/lib/glass/pricing/quote-types";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import type { Cents } from "@/lib/money";

export type Priced = QuoteResult & { all: string[] };

type Option = { grade: GlassGrade; priced: Priced | null };

/** What somebody has to look at in the kinds of glass on a quote, each thing once. @param options the one that stands first */
export function reviewsOfAll(options: readonly Option[]): string[] {
  const [first, ...others] = options.flatMap(({ grade, priced }) => (priced ? [{ ...priced, grade }] : []));
  if (!first) return [];
  const alike = others.map((other) => alikeReview(first, other)).filter((review) => review !== null);
  return [...new Set([first, ...others].flatMap(({ all }) => all).concat(alike))];
}

/** What a customer pays, in words; none while a line has no price, as the rest of them is no answer for a caller. */
export function paysText(priced: Priced | null, text: (priced: Priced) => string): string {
  if (!priced) return "No price yet";
  return priced.lines.some(isUnpriced) ? "A price is missing" : text(priced);
}

const isUnpriced = ({ review, totalCents }: QuoteResult["lines"][number]) =>
  review !== null && totalCents === 0;

/** From the least to the most that the candidates come to. */
export type PriceRange = { fromCents: Cents; toCents: Cents };

type Ask = { choices: Choices; at: Circumstances; book: PriceBook; payer: QuotePayer };

/** What the choices come to for one payer; null while it is not known which glass it is. */
export function priceFor({ choices, at, book, payer }: Ask, part: CatalogPart | null): Priced | null {
  const known = choices.work === "chip_repair" || part !== null || choices.glassCents !== null;
  const prices = pricesFor(book, payer, choices.insurerId, at.accountType);
  if (!known || !prices) return null;
  const result = quote(requestFor(choices, part, at, payer), prices);
  return { ...result, all: reviewsOf(choices, part, result) };
}

/** What the job may come to while several parts are possible; null where none of them has all its prices. */
export function rangeOf(ask: Ask, candidates: readonly CatalogPart[]): PriceRange | null {
  const totals = candidates
    .map((part) => priceFor(ask, part))
    .filter((priced) => priced?.lines.every((line) => line.review === null))
    .map((priced) => priced?.totalCents ?? 0);
  return totals.length > 0 ? { fromCents: Math.min(...totals), toCents: Math.max(...totals) } : null;
}

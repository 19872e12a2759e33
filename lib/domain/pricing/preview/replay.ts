import { readDay } from "@/lib/date-range";
import type { IsoDate } from "@/lib/dates";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import { quote } from "@/lib/glass/pricing/quote";
import type { QuoteRequest } from "@/lib/glass/pricing/quote-types";
import { formatCents } from "@/lib/money";
import { type PriceBook, pricesFor } from "../book";

/** A quote as it was made, and its work as the engine takes it. */
export type RecentQuote = {
  id: string;
  number: number;
  customer: string;
  thenCents: number;
  payer: "cash" | "insurance";
  insurerId: string | null;
  accountType: string;
  request: QuoteRequest;
};

/** What a quote came to, and what its work would; null where the prices have none to quote by. In cents. */
export type TriedQuote = Pick<RecentQuote, "id" | "number" | "customer" | "thenCents"> & {
  nowCents: number | null;
};

/** What the work of quotes would come to under other prices. */
export function tryOn(book: PriceBook, quotes: readonly RecentQuote[]): TriedQuote[] {
  return quotes.map(({ payer, insurerId, accountType, request, ...made }) => {
    const prices = pricesFor(book, payer, insurerId, accountType);
    return { ...made, nowCents: prices && quote(request, prices).totalCents };
  });
}

/**
 * The day on which quotes are tried by prices that are being typed: the one they are to hold from, and never before the day that
 * the prices they are made on wait for.
 * @param from as typed; may be empty or no day
 */
export function triedOn(from: string, { waiting, today }: Pick<PreviewDesk, "waiting" | "today">): IsoDate {
  const earliest = waiting?.effectiveFrom ?? today;
  const day = readDay(from, new Date());
  return day && day > earliest ? day : earliest;
}

export const differs = ({ thenCents, nowCents }: TriedQuote): boolean =>
  nowCents !== null && nowCents !== thenCents;

/** What quotes that can be priced came to and would come to, in cents, and how many differ. */
export function sumOf(quotes: readonly TriedQuote[]) {
  const priced = quotes.filter(({ nowCents }) => nowCents !== null);
  const sum = (cents: (quote: TriedQuote) => number | null) =>
    priced.reduce((total, quote) => total + (cents(quote) ?? 0), 0);
  return {
    priced: priced.length,
    differing: priced.filter(differs).length,
    thenCents: sum((quote) => quote.thenCents),
    nowCents: sum((quote) => quote.nowCents),
  };
}

/** "+$24.00", "-$5.00". */
export const differenceText = (cents: number): string =>
  cents > 0 ? `+${formatCents(cents)}` : formatCents(cents);

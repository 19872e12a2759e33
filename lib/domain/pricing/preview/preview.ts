import { z } from "zod";
import type { IsoDate } from "@/lib/dates";
import { checkbox, optionalDay } from "@/lib/forms/fields";
import { quote } from "@/lib/glass/pricing/quote";
import type { QuoteRequest, QuoteResult } from "@/lib/glass/pricing/quote-types";
import { type PriceBook, pricesFor } from "../book";
import type { Sample } from "../sample";

/** What the preview needs from the server. */
export type PreviewDesk = {
  /** The saved prices, those that wait for their day included. */
  book: PriceBook;
  /** The version whose prices these are, where its day is still to come. */
  waiting: { id: string; number: number; effectiveFrom: IsoDate } | null;
  /** The number of the newest version; 0 before the first. */
  madeOn: number;
  /** The part to try them on; null while the catalog is empty. */
  sample: Sample | null;
  today: IsoDate;
  /** The shop's ZIP code; empty where it has not said. */
  zip: string;
  /** The shop's state; empty where it has not said. */
  state: string;
  /** Where the shop's pages are, such as /summit-glass. */
  shop: string;
};

/** The job that the preview prices, as its own small form says it; what makes no sense there falls back to the usual. */
export const SampleJobForm = z.object({
  payer: z.enum(["cash", "insurance"]).catch("cash"),
  work: z.enum(["glass", "chips"]).catch("glass"),
  grade: z.enum(["dealer", "oem", "oee", "aftermarket"]).catch("aftermarket"),
  /** "part" takes what the catalog says. */
  calibration: z.enum(["part", "static", "dynamic", "dual"]).catch("part"),
  mobile: checkbox,
  /** How far the trip is, in miles, and to which ZIP code; empty is not known. */
  miles: z.coerce.number().min(0).max(9_999).nullable().catch(null),
  zip: z.string().trim().max(10).catch(""),
  /** Two letters; empty where no law or tax of a state matters. */
  state: z.string().max(2).catch(""),
  /** The day whose prices hold; empty is today. */
  on: optionalDay("lookup")
    .catch(null)
    .transform((day) => day ?? ""),
});

export type SampleJob = z.output<typeof SampleJobForm>;

export const SAMPLE_MILES = 12;

/** @param zip the shop's own */
export const usualJob = (zip: string): SampleJob =>
  SampleJobForm.parse({ mobile: "on", miles: SAMPLE_MILES, zip });

/** Who pays in the preview. */
export type SamplePayer = {
  payer: "cash" | "insurance";
  insurerId: string | null;
  accountType: string | null;
};

export const SAMPLE_CHIPS = 2;
export const SAMPLE_DEDUCTIBLE_CENTS = 100_00;

/** Prices the sample job. Null while the shop has no cash prices, which all others stand on. */
export function sampleQuote(
  book: PriceBook,
  { part }: Sample,
  job: SampleJob,
  { payer, insurerId, accountType }: SamplePayer,
  today: IsoDate,
): QuoteResult | null {
  const prices = pricesFor(book, payer, insurerId, accountType);
  if (!prices) return null;
  const calibration = job.calibration === "part" ? part.calibration : job.calibration;
  const item = {
    id: "sample",
    part: { ...part, calibration },
    grade: job.grade,
    quantity: 1,
    costCents: null,
  };
  const request: QuoteRequest = {
    on: job.on || today,
    state: job.state || null,
    items: job.work === "glass" ? [item] : [],
    chips: job.work === "chips" ? SAMPLE_CHIPS : 0,
    trip: job.mobile ? { miles: job.miles, zip: job.zip || null } : null,
    fees: [],
    overrides: [],
    omit: [],
    discount: null,
    insurance: payer === "cash" ? null : { deductibleCents: SAMPLE_DEDUCTIBLE_CENTS, stated: true },
    taxExempt: false,
  };
  return quote(request, prices);
}

/** One amount before and after; null where the line is not there, or not billed. */
export type PriceDifference = {
  key: string;
  label: string;
  /** Why it is that much now. */
  why: string | null;
  before: number | null;
  after: number | null;
};

/** Two quotes side by side: lines in the order of the new one, lines that are gone at the end. */
export function compareQuotes(before: QuoteResult | null, after: QuoteResult) {
  const amount = (line: QuoteResult["lines"][number] | undefined) => (line?.billed ? line.totalCents : null);
  const known = new Map(before?.lines.map((line) => [line.key, line]));
  const lines: PriceDifference[] = after.lines.map((line) => ({
    key: line.key,
    label: line.description,
    why: line.rule,
    before: amount(known.get(line.key)),
    after: amount(line),
  }));
  const gone = (before?.lines ?? []).filter((line) => !after.lines.some(({ key }) => key === line.key));
  for (const line of gone)
    lines.push({ key: line.key, label: line.description, why: null, before: amount(line), after: null });

  const total = (key: string, label: string, of: (quote: QuoteResult) => number | null): PriceDifference => ({
    key,
    label,
    why: null,
    before: before && of(before),
    after: of(after),
  });
  const totals = [
    total("subtotal", "Subtotal", (quote) => quote.subtotalCents),
    total("tax", "Tax", (quote) => quote.taxCents),
    total("total", "Total", (quote) => quote.totalCents),
  ];
  const margins = [
    total("cost", "Your cost", (quote) => quote.costCents),
    total("margin", "Margin before wages", (quote) => quote.marginCents),
  ];
  const changed =
    before !== null && [...lines, ...totals, ...margins].some((row) => row.before !== row.after);
  return { lines, totals, margins, changed };
}

/** What a form makes of the saved prices, and what its quote should be about. */
export type PriceDraft = {
  change: (saved: PriceBook) => PriceBook;
  payer?: SamplePayer;
  nagsNumber?: string;
  /** Where the sample work is done. */
  place?: { zip: string; state: string };
};

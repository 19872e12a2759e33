import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { Refusal } from "@/lib/refusal";
import type { Choices } from "./request";
import { gradeNames } from "./work";

/** The choices once for each kind of glass that goes on the quote, the one that stands first. Chips are repaired in one way. */
export function variantsOf(choices: Choices): Choices[] {
  if (choices.work === "chip_repair") return [choices];
  const others = choices.offers.filter(({ grade }) => grade !== choices.grade);
  return [choices, ...others.map((offer) => ({ ...choices, ...offer }))];
}

/** A line as a quote and its options keep it; amounts in cents, the quantity in hundredths. */
export type StoredLine = {
  position: number;
  kind: string;
  description: string;
  nagsNumber: string | null;
  quantity: number;
  unitCents: number;
  totalCents: number;
  taxable: boolean;
  costCents: number | null;
  rule: string;
  layer: string;
};

type Amounts = {
  grade: string;
  subtotalCents: number;
  taxCents: number;
  totalCents: number;
  insurerCents: number;
  customerCents: number;
  costCents: number | null;
  needsReview: boolean;
  reviews: string[];
};

type Option = Amounts & { position: number; lines: unknown };

type Graded = { grade: string; subtotalCents: number };

/** List prices know no grades: where no rule or price tells two apart, somebody has to look. @returns what to say; null for two prices */
export function alikeReview(first: Graded, other: Graded): string | null {
  if (other.grade === first.grade || other.subtotalCents !== first.subtotalCents) return null;
  const [one, two] = [first, other].map(({ grade }) => gradeNames[grade as GlassGrade]);
  return `${two} glass comes to the same price as ${one?.toLowerCase()}: set its price.`;
}

/** All that somebody has to look at before a quote and its options go out, each thing once. */
export function allReviews({ reviews, options }: Pick<Offering, "reviews" | "options">): string[] {
  return [...new Set([...reviews, ...options.flatMap((option) => option.reviews)])];
}

/** What an option says of its quote when it is the one that stands. */
export function amountsOf(option: Amounts): Amounts {
  const { grade, subtotalCents, taxCents, totalCents, insurerCents, customerCents, costCents } = option;
  const { needsReview, reviews } = option;
  const amounts = { subtotalCents, taxCents, totalCents, insurerCents, customerCents, costCents };
  return { grade, ...amounts, needsReview, reviews };
}

/** An option's lines, as they were kept. */
export const linesOf = (option: { lines: unknown }) => option.lines as StoredLine[];

/** A quote with all that its options may change. */
export type Offering = Amounts & { options: readonly Option[]; lines: readonly StoredLine[] };

/** The quote as it would be with each of its options, the cheapest for the customer first; the quote itself where it has none. */
export function offered<Quote extends Offering>(quote: Quote): (Quote & { option: number | null })[] {
  if (quote.options.length === 0) return [{ ...quote, option: null }];
  return quote.options
    .map((option) => ({ ...quote, ...amountsOf(option), lines: linesOf(option), option: option.position }))
    .sort((a, b) => a.customerCents - b.customerCents || a.totalCents - b.totalCents);
}

/** The quote as it would be with one of its options. @param option its position; of no matter where the quote has none. @throws Refusal */
export function chosen<Quote extends Offering>(quote: Quote, option: number | null) {
  const all = offered(quote);
  const one = all.find((candidate) => candidate.option === (quote.options.length > 0 ? option : null));
  if (!one) throw new Refusal("Choose one of the options.", "option");
  return one;
}

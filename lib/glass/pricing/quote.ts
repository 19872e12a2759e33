import { type Cents, formatBps, formatCents, halfUp, proportion, timesBps } from "@/lib/money";
import { splitTotal } from "./deductible";
import { draftLines } from "./quote-lines";
import type { Discount, LineOverride, Prices, QuoteLine, QuoteRequest, QuoteResult } from "./quote-types";
import { areaOf, taxesOn } from "./tax";

/** More chips than this are a matter for a new windshield (repairability: the ROLAGS standard). */
const MOST_CHIPS = 3;

/**
 * Prices a job. Pure: the same request and prices give the same answer for ever.
 * Lines are rounded half up to the cent one by one, then tax once for each jurisdiction; every line says which rule made it.
 * A price that cannot be told is never guessed: the line stands at zero and `reviews` says why.
 * @throws RangeError when a price, a fee or an amount set by hand is negative
 */
export function quote(request: QuoteRequest, prices: Prices): QuoteResult {
  const omitted = new Set(request.omit);
  // Mobile work is taxed where it is done.
  const area = request.trip && areaOf(prices.taxAreas, request.trip.zip, request.state);
  const { jurisdictions, taxableKinds } = area ?? prices;
  const kept = draftLines(request, prices, taxableKinds).filter((line) => !omitted.has(line.key));
  const lines = kept.map((line) => setByHand(line, request.overrides));
  refuseNegative(lines);
  const gross = sum(lines);
  const taxableGross = sum(lines.filter((line) => line.taxable));
  const discount = discountCents(request.discount, gross);
  if (request.discount && discount > 0) lines.push(discountLine(request.discount, discount));

  const subtotalCents = gross - discount;
  const taxableCents = taxableGross - (discount > 0 ? proportion(discount, taxableGross, gross) : 0);
  const taxes = request.taxExempt ? [] : taxesOn(taxableCents, jurisdictions);
  const taxCents = taxes.reduce((total, tax) => total + tax.cents, 0);
  const totalCents = subtotalCents + taxCents;
  const shares = splitTotal(totalCents, request.insurance, workOf(request));
  const taxArea = area?.name ?? null;
  const result = { lines, subtotalCents, taxableCents, taxes, taxArea, taxCents, totalCents, shares };
  return {
    ...result,
    ...marginOf(lines, subtotalCents),
    reviews: reviewsOf(request, result),
    advice: adviceOf(request, prices, result),
  };
}

function setByHand(line: QuoteLine, overrides: readonly LineOverride[]): QuoteLine {
  const override = overrides.findLast((candidate) => candidate.key === line.key);
  if (!override) return line;
  return {
    ...line,
    unitCents: line.quantity > 0 ? halfUp(override.cents * 100, line.quantity) : override.cents,
    totalCents: override.cents,
    billed: true,
    rule: `Set by hand: ${override.reason} (was ${formatCents(line.totalCents)}; ${line.rule})`,
    layer: "manual",
    review: null,
  };
}

function refuseNegative(lines: readonly QuoteLine[]): void {
  const wrong = lines.find((line) => line.totalCents < 0);
  if (wrong) throw new RangeError(`${wrong.description} cannot cost less than nothing`);
}

function discountCents(discount: Discount | null, gross: Cents): Cents {
  if (!discount) return 0;
  const wanted = discount.kind === "percent" ? timesBps(gross, discount.bps) : discount.cents;
  return Math.max(0, Math.min(gross, wanted));
}

function discountLine(discount: Discount, cents: Cents): QuoteLine {
  const amount = discount.kind === "percent" ? formatBps(discount.bps) : formatCents(discount.cents);
  return {
    key: "discount",
    kind: "discount",
    description: `Discount: ${discount.reason}`,
    nagsNumber: null,
    quantity: 100,
    unitCents: -cents,
    totalCents: -cents,
    billed: true,
    taxable: false,
    listCents: null,
    costCents: 0,
    rule: `${amount} off: ${discount.reason}`,
    layer: "manual",
    review: null,
  };
}

function marginOf(lines: readonly QuoteLine[], subtotalCents: Cents) {
  const unknown = lines.some((line) => line.costCents === null);
  if (unknown) return { costCents: null, marginCents: null, marginBps: null };
  const costCents = lines.reduce((total, line) => total + (line.costCents ?? 0), 0);
  const marginCents = subtotalCents - costCents;
  const marginBps = subtotalCents > 0 ? halfUp(marginCents * 10_000, subtotalCents) : null;
  return { costCents, marginCents, marginBps };
}

type Priced = Pick<QuoteResult, "lines" | "shares" | "totalCents">;

function reviewsOf({ insurance, overrides }: QuoteRequest, { lines, shares }: Priced): string[] {
  const reviews = lines.flatMap((line) => (line.review ? [`${line.description}: ${line.review}`] : []));
  if (insurance && shares.deductibleCents === null) reviews.push(`${shares.rule}.`);
  if (overrides.some((override) => !lines.some((line) => line.key === override.key)))
    reviews.push("An amount set by hand belongs to a line that is no longer on the quote.");
  return reviews;
}

function adviceOf(request: QuoteRequest, prices: Prices, { shares, totalCents }: Priced): string[] {
  const advice: string[] = [];
  if (shares.deductibleCents !== null && totalCents > 0 && shares.deductibleCents >= totalCents)
    advice.push("The deductible covers the whole job: paying cash avoids a claim.");
  if (request.chips > MOST_CHIPS)
    advice.push(`More than ${MOST_CHIPS} chips: the windshield should be replaced.`);
  if (request.trip && !request.trip.zip && prices.taxAreas.length > 0 && !request.taxExempt)
    advice.push("Taxed as in the shop: the ZIP code where the work is done is not known.");
  return advice;
}

function workOf({ items, chips, state }: QuoteRequest) {
  return {
    state,
    windshieldOnly:
      items.length + chips > 0 && items.every((item) => item.part.glassPosition === "windshield"),
    repairOnly: items.length === 0 && chips > 0,
  };
}

function sum(lines: readonly QuoteLine[]): Cents {
  return lines.reduce((total, line) => total + line.totalCents, 0);
}

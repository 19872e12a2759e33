import { formatLongDate, type IsoDate } from "@/lib/dates";
import { DEDUCTIBLE_UNKNOWN } from "@/lib/glass/pricing/deductible";
import { Refusal } from "@/lib/refusal";

export const STATUSES = ["draft", "sent", "accepted", "lost"] as const;

export type QuoteStatus = (typeof STATUSES)[number];

export const statusLabels: Record<QuoteStatus, string> = {
  draft: "Draft",
  sent: "Sent",
  accepted: "Accepted",
  lost: "Lost",
};

/** What the list can show: the quotes of one state, or those whose discount waits for approval. */
export const LISTS = [...STATUSES, "approve"] as const;

export type QuoteList = (typeof LISTS)[number];

export const listLabels: Record<QuoteList, string> = { ...statusLabels, approve: "To approve" };

/** From which states each verb leads on. An accepted quote is a job; what happens then, happens there. */
const from = {
  edit: ["draft", "sent"],
  approve: ["draft", "sent"],
  send: ["draft", "sent"],
  accept: ["draft", "sent"],
  lose: ["draft", "sent"],
  reopen: ["lost"],
} as const satisfies Record<string, readonly QuoteStatus[]>;

export type QuoteVerb = keyof typeof from;

/** The states that a verb may start from, for a guarded update. */
export function statesFor(verb: QuoteVerb): QuoteStatus[] {
  return [...from[verb]];
}

/** Whether a quote in this state can do that. */
export function may(verb: QuoteVerb, status: QuoteStatus): boolean {
  return statesFor(verb).includes(status);
}

const pastTense: Record<QuoteVerb, string> = {
  edit: "changed",
  approve: "approved",
  send: "sent",
  accept: "booked",
  lose: "marked as lost",
  reopen: "reopened",
};

/** The sentence for whoever came too late with a verb. */
export function tooLate(verb: QuoteVerb): Refusal {
  return new Refusal(
    `This quote can't be ${pastTense[verb]} any more. Reload the page to see where it stands.`,
  );
}

/** An open quote whose prices no longer hold. @param today the shop's day. */
export function isExpired(quote: { status: QuoteStatus; validUntil: IsoDate }, today: IsoDate): boolean {
  return may("accept", quote.status) && quote.validUntil < today;
}

type Sellable = {
  status: QuoteStatus;
  validUntil: IsoDate;
  totalCents: number;
  approval: string;
  lines: readonly { kind: string; totalCents: number }[];
};

/** Why a quote can't be booked yet, in words; null when it can. Glass is never given away for want of a price. */
export function whyNotReady(quote: Sellable, today: IsoDate): string | null {
  if (quote.lines.some((line) => line.kind === "glass" && line.totalCents === 0))
    return "The glass has no price yet. Edit the quote and choose a part, or set the price of the glass.";
  if (quote.totalCents === 0) return "This quote comes to nothing. Edit it first.";
  if (isExpired(quote, today)) return "This quote has expired. Edit and save it, and today's prices hold.";
  if (quote.approval === "needed")
    return "More was taken off than the counter may. An owner or admin has to approve it first.";
  return null;
}

type Offered = Sellable & { reviews: readonly string[] };

/** Why a quote can't go to the customer yet, in words; null when it can: nobody signs for $0 because a deductible is not known. */
export function whyNotSendable(quote: Offered, today: IsoDate): string | null {
  const reason = whyNotReady(quote, today);
  if (reason || !quote.reviews.includes(`${DEDUCTIBLE_UNKNOWN}.`)) return reason;
  return "What the customer pays is not known before the deductible is. Edit the quote and enter it.";
}

/**
 * How long a quote holds, as its paper says it. What may not go to the customer is told apart from an offer on paper too.
 * @param offered the quote with each of its options. @param today the shop's day.
 */
export function validityText(quote: Sellable, offered: readonly Offered[], today: IsoDate): string {
  const day = formatLongDate(quote.validUntil);
  if (isExpired(quote, today)) return `Expired ${day}`;
  const unready = may("send", quote.status) && offered.some((option) => whyNotSendable(option, today));
  return unready ? "Draft: not an offer yet" : `Good until ${day}`;
}

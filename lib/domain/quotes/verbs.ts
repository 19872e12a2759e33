import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { dayFault } from "@/lib/date-range";
import { dateIn, dayOf, type IsoDate } from "@/lib/dates";
import { bookJob } from "@/lib/domain/jobs/verbs";
import { Refusal } from "@/lib/refusal";
import { nextNumber } from "@/lib/sequence";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { editionOf } from "./edition";
import type { ApproveDiscount, BookQuote, EditQuote, NewQuoteInput } from "./forms";
import { amountsOf, chosen, offered, type StoredLine } from "./options";
import { getQuote, reasons } from "./queries";
import {
  may,
  type QuoteStatus,
  type QuoteVerb,
  statesFor,
  tooLate,
  whyNotReady,
  whyNotSendable,
} from "./quote";
import { customerOf, priced, vehicleOf } from "./save";

type Chosen = ReturnType<typeof chosen<Awaited<ReturnType<typeof getQuote>>>>;

/** Saves a quote with its lines; a customer and a vehicle typed new come with it, or none of them does. */
export async function create(db: Db, input: NewQuoteInput, actor: Actor) {
  const customer = await customerOf(db, input.customer);
  const vehicle = await vehicleOf(db, customer.id, input.vehicle);
  const { columns, lines, options } = await priced(db, input, customer, actor);
  const number = await nextNumber(db, "quote");
  const ids = { customerId: customer.id, vehicleId: vehicle.id };
  return db.quote.create({
    data: { ...columns, ...ids, number, lines: { create: lines }, options: { create: options } },
  });
}

/**
 * Prices a quote anew by other choices. What was sent no longer holds, so it is a draft again.
 * @returns the state it was in. @throws NotFound; Refusal once it is accepted or lost, and where it is another than was opened to be changed.
 */
export async function revise(db: Db, { id, edition, ...input }: z.output<typeof EditQuote>, actor: Actor) {
  const quote = await holdQuote(db, id);
  const { customer, status } = quote;
  if (may("edit", status) && edition && edition !== editionOf(quote))
    throw new Refusal(
      "This quote was changed or sent meanwhile. Reload the page: what you typed stays, over what was saved.",
    );
  const { columns, lines, options } = await priced(db, input, customer, actor);
  await move(db, id, "edit", { ...columns, status: "draft" });
  await replaceLines(db, id, lines);
  await db.quoteOption.deleteMany({ where: { quoteId: id } });
  await db.quoteOption.createMany({ data: options.map((option) => ({ ...option, quoteId: id })) });
  return status;
}

async function replaceLines(db: Db, quoteId: string, lines: readonly StoredLine[]) {
  await db.quoteLine.deleteMany({ where: { quoteId } });
  await db.quoteLine.createMany({ data: lines.map((line) => ({ ...line, quoteId })) });
}

/**
 * Allows what was taken off by hand.
 * @param givenAwayCents what they saw who allow it: of a quote that was changed meanwhile nothing is allowed. @param name theirs.
 * @throws NotFound; Refusal
 */
export async function approve(
  db: Db,
  { id, givenAwayCents }: z.output<typeof ApproveDiscount>,
  name: string,
) {
  const quote = await holdQuote(db, id);
  if (quote.approval !== "needed" || quote.givenAwayCents !== givenAwayCents)
    throw new Refusal("This quote was changed meanwhile. Reload the page to see what was taken off.");
  await move(db, id, "approve", { approval: "approved", approvedBy: name });
}

/** The quote, which nobody else changes until this transaction is over: what is sent or agreed to is what was read. @throws NotFound */
export async function holdQuote(db: Db, id: string) {
  await db.quote.update({ where: by("id", id), data: { number: { increment: 0 } }, select: { id: true } });
  return getQuote(db, id);
}

/** Notes that the customer has the quote. @throws NotFound; Refusal for a quote that can't go out. */
export async function send(db: Db, id: string, actor: Pick<Actor, "timeZone">) {
  const quote = await holdQuote(db, id);
  const today = dateIn(actor.timeZone, new Date());
  const reason = offered(quote)
    .map((option) => whyNotSendable(option, today))
    .find(Boolean);
  if (reason) throw new Refusal(reason);
  await move(db, id, "send", { status: "sent" });
  return quote;
}

/** The counter books for a customer who says yes. @throws NotFound; Refusal */
export async function book(
  db: Db,
  { id, option, choose: _, ...visit }: z.output<typeof BookQuote>,
  actor: Actor,
) {
  const quote = await holdQuote(db, id);
  if (!may("accept", quote.status)) throw tooLate("accept");
  return accept(db, chosen(quote, option), visit, dateIn(actor.timeZone, new Date()));
}

type Visit = Omit<z.output<typeof BookQuote>, "id" | "option" | "choose"> & { dayRequested?: boolean };

/** The customer says yes to one of the options: the quote becomes a job with the same number. @param quote as `holdQuote` read it. @throws Refusal */
export async function accept(db: Db, quote: Chosen, { day, ...visit }: Visit, today: IsoDate) {
  const reason = whyNotReady(quote, today);
  if (reason) throw new Refusal(reason);
  const fault = dayFault(dayOf(day), "visit", today);
  if (fault) throw new Refusal(fault, "day");
  const mobile = quote.place === "mobile";
  if (mobile && !visit.street) throw new Refusal("Enter the street where the work is done.", "street");
  const { id, number, customerId, vehicleId, place } = quote;
  const stands = quote.option === null ? {} : amountsOf(quote);
  // Before the quote is accepted: from then on the database lets nobody change its lines.
  if (quote.option !== null) await replaceLines(db, id, quote.lines);
  await move(db, id, "accept", { ...stands, status: "accepted", acceptedAt: new Date() });
  const address = mobile ? {} : { street: "", city: "", zip: "" };
  const ids = { quoteId: id, customerId, vehicleId };
  return bookJob(db, { ...visit, ...address, ...ids, number, place, scheduledOn: day });
}

/** The customer says no. @param reason one of `reasons(db, "lost")`. @throws NotFound; Refusal */
export async function lose(db: Db, id: string, reason: string) {
  await db.quote.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  if (!(await reasons(db, "lost")).includes(reason)) throw new Refusal("Choose a reason.", "reason");
  await move(db, id, "lose", { status: "lost", lostReason: reason });
}

/** The customer comes back. @throws NotFound; Refusal */
export async function reopen(db: Db, id: string) {
  await db.quote.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  await move(db, id, "reopen", { status: "draft", lostReason: "" });
}

type Change = Omit<Parameters<Db["quote"]["updateMany"]>[0]["data"], "status"> & { status?: QuoteStatus };

/** Changes a quote that is in a state for it; of two at once, the second is refused. */
async function move(db: Db, id: string, verb: QuoteVerb, data: Change) {
  const { count } = await db.quote.updateMany({ where: { id, status: { in: statesFor(verb) } }, data });
  if (count === 0) throw tooLate(verb);
}

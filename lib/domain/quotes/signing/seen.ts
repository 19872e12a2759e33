import { dateIn, dayOf } from "@/lib/dates";
import { loadLogo, loadPaper } from "@/lib/domain/shops/paper/paper";
import { fingerprint } from "@/lib/fingerprint";
import { factsOf } from "@/lib/glass/pricing/told-line";
import { carName } from "@/lib/glass/vehicles/car";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { isOpen } from "../links";
import { offered, type StoredLine } from "../options";
import { getQuote } from "../queries";
import { isExpired, whyNotSendable } from "../quote";
import { workAddress } from "../whereabouts";
import { placeText, workText } from "../work";

/** open: can be signed. changing: the shop has it back. accepted: it is a job. closed: too late, or not for them any more. */
export type Standing = "open" | "changing" | "accepted" | "closed";

/** The quote of a link with all that is needed to sign it. @throws NotFound */
export async function quoteOfLink(db: Db, linkId: string) {
  const link = await db.quoteLink.findUniqueOrThrow({ where: by("id", linkId) });
  const quote = await getQuote(db, link.quoteId);
  const shop = await db.tenant.findFirstOrThrow();
  const today = dateIn(shop.timeZone, new Date());
  return { link, quote, shop, today, standing: standingOf(quote, isOpen(link, today), today) };
}

type Quote = Awaited<ReturnType<typeof getQuote>>;

function standingOf(quote: Quote, opens: boolean, today: string): Standing {
  if (!opens || quote.status === "lost" || isExpired(quote, today)) return "closed";
  if (quote.status === "accepted") return "accepted";
  const ready = offered(quote).every((option) => whyNotSendable(option, today) === null);
  return quote.status === "sent" && ready ? "open" : "changing";
}

/** What a customer sees of a line: no cost, and no rule that made the price. */
function seenLine(line: StoredLine) {
  const { kind, description, nagsNumber, quantity, unitCents, totalCents } = line;
  const { hourly, included } = factsOf(line);
  const key = `${kind} ${description} ${nagsNumber}`;
  return {
    key,
    kind,
    description,
    nagsNumber,
    quantity,
    unitCents,
    totalCents,
    // Sealed: another word here and no link that is open now could be signed.
    rule: `${hourly ? "an hour" : ""}${included ? " included" : ""}`,
    layer: "",
  };
}

/**
 * What a customer agrees to, and a seal that is another as soon as any of it is: nobody signs what they have not seen.
 * The shop's terms and the number that texts would go to are under it too.
 */
export function shown(quote: Quote, shopTerms: string) {
  const all = quote.status === "accepted" ? [{ ...quote, option: null }] : offered(quote);
  const terms = {
    payer: quote.payer,
    mobile: quote.place === "mobile",
    options: all.map(({ option, grade, lines, subtotalCents, taxCents, totalCents, ...shares }) => ({
      option,
      grade,
      lines: lines.map(seenLine),
      subtotalCents,
      taxCents,
      totalCents,
      insurerCents: shares.insurerCents,
      customerCents: shares.customerCents,
    })),
  };
  return { ...terms, seal: fingerprint({ terms, shopTerms, phone: quote.customer.phone }) };
}

type Job = Quote["jobs"][number];

/** What a customer may know of their job; the day is null where it is not to be. */
function visitOf({ number, status, scheduledOn, timeWindow, dayRequested }: Job) {
  const day = status === "cancelled" || status === "void" ? null : dayOf(scheduledOn);
  return { number, day, timeWindow, requested: dayRequested };
}

/**
 * What the customer sees by a link: of a closed one the shop alone, and of a quote nothing that is the shop's own business.
 * The first look is noted. @param byShop the shop's own people look, which is not noted. @throws NotFound
 */
export async function seenByCustomer(db: Db, linkId: string, byShop = false) {
  const { link, quote, shop, today, standing } = await quoteOfLink(db, linkId);
  if (!link.openedAt && !byShop && standing !== "closed")
    await db.quoteLink.updateMany({ where: { id: linkId, openedAt: null }, data: { openedAt: new Date() } });
  const { demo, timeZone } = shop;
  const paper = await loadPaper(db);
  const from = { ...paper, logo: paper.logo ? await loadLogo(db) : null, demo };
  if (standing === "closed" || standing === "changing") return { standing, from, today, quote: null };
  const { number, validUntil, customer, vehicle, jobs, signatures } = quote;
  return {
    standing,
    from,
    today,
    quote: {
      ...shown(quote, paper.terms),
      number,
      validUntil,
      customer: customer.name,
      phone: customer.phone,
      address: workAddress(quote),
      car: carName(vehicle),
      vin: vehicle.vin,
      work: workText(quote),
      where: placeText(quote),
      signature: signatures[0] ?? null,
      timeZone,
      job: jobs[0] ? visitOf(jobs[0]) : null,
    },
  };
}

export type Seen = NonNullable<Awaited<ReturnType<typeof seenByCustomer>>["quote"]>;

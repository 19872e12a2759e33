import type { Actor } from "@/lib/auth/actor";
import { guestAddress } from "@/lib/auth/guest-link";
import { dateIn, dayOf, formatDate, type IsoDate, midnightOf } from "@/lib/dates";
import { learnEmail } from "@/lib/domain/customers/verbs";
import { loadPaper, mailFoot } from "@/lib/domain/shops/paper/paper";
import { carName } from "@/lib/glass/vehicles/car";
import { mailsAbout } from "@/lib/mail/outbox";
import { postMail, stopMail, tryMailAgain } from "@/lib/mail/post";
import { formatCents } from "@/lib/money";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { offered } from "./options";
import { send } from "./verbs";

/** Where the customer sees the quote of a link, for a page of the shop's own. */
export const addressOf = (actor: Actor, linkId: string) => guestAddress("/quote", actor, linkId);

/** Makes a link to a quote, which counts as sent from then on. It opens as long as the prices hold. @throws NotFound; Refusal */
export async function makeLink(db: Db, id: string, actor: Actor, email = "") {
  const quote = await send(db, id, actor);
  const expiresOn = midnightOf(quote.validUntil);
  const link = await db.quoteLink.create({ data: { quoteId: id, email, expiresOn } });
  return { quote, link };
}

/**
 * Makes a link and the mail that brings it to the customer, with the quote as a PDF. An address that the shop did not have yet is kept with the customer.
 * @param note what the shop says in its own words; may be empty.
 */
export async function mailLink(
  db: Db,
  id: string,
  { email, note }: { email: string; note: string },
  actor: Actor,
) {
  const { quote, link } = await makeLink(db, id, actor, email);
  await learnEmail(db, quote.customer, email);
  const shop = await loadPaper(db);
  const today = dateIn(actor.timeZone, new Date());
  const mail = await postMail(db, {
    to: email,
    subject: `Your quote #${quote.number} from ${shop.name}`,
    text: mailText(quote, { shop, note, address: addressOf(actor, link.id), today }),
    from: shop.name,
    replyTo: shop.email,
    about: { kind: "quote", id },
    attachment: { kind: "quote.pdf", id },
  });
  await db.quoteLink.update({ where: by("id", link.id), data: { mailId: mail.id } });
  return quote;
}

type Quote = Awaited<ReturnType<typeof makeLink>>["quote"];
type Around = { shop: Awaited<ReturnType<typeof loadPaper>>; note: string; address: string; today: IsoDate };

function mailText(quote: Quote, { shop, note, address, today }: Around): string {
  const all = offered(quote);
  const cents = formatCents(all[0]?.customerCents ?? quote.customerCents);
  const price = all.length > 1 ? `${all.length} options, from ${cents}` : `${cents} to you`;
  return [
    `Hello ${quote.customer.name},`,
    ...(note ? [note] : []),
    `here is your quote #${quote.number} for your ${carName(quote.vehicle)}: ${price}.`,
    "See it, choose and accept it here, without an account:",
    address,
    `The prices hold until ${formatDate(quote.validUntil, today)}, and so does the link.`,
    ...mailFoot(shop),
  ].join("\n\n");
}

/** The links of a quote, the newest first. */
export async function linksOf(db: Db, quoteId: string, actor: Actor, today: IsoDate) {
  const rows = await db.quoteLink.findMany({
    where: { quoteId },
    orderBy: { createdAt: "desc" },
    take: 10,
    include: { mail: { omit: { body: true } } },
  });
  return rows.map((row) => ({
    ...row,
    expiresOn: dayOf(row.expiresOn),
    address: isOpen(row, today) ? addressOf(actor, row.id) : null,
  }));
}

/** The mails about a quote that bring no link: the copies of what was signed. */
export const otherMailsOf = async (db: Db, quoteId: string, links: readonly { mailId: string | null }[]) =>
  (await mailsAbout(db, { kind: "quote", id: quoteId })).filter(
    ({ id }) => !links.some(({ mailId }) => mailId === id),
  );

/** Sends a mail about a quote once more, that did not go out. @throws NotFound; Refusal where the link in it is closed */
export async function mailAgain(db: Db, mailId: string) {
  const closed = await db.quoteLink.findFirst({ where: { mailId, revokedAt: { not: null } } });
  if (closed) throw new Refusal("The link in this mail is closed. Send the quote again instead.");
  return tryMailAgain(db, mailId);
}

/** When the first of a quote's links was opened: by the customer, or by what looks through their mail. Null while none was. */
export function firstOpened(links: readonly { openedAt: Date | null }[]): Date | null {
  const times = links.flatMap(({ openedAt }) => openedAt?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** Whether a link still opens. @param today the shop's day. */
export function isOpen(link: { expiresOn: Date; revokedAt: Date | null }, today: IsoDate): boolean {
  return !link.revokedAt && dayOf(link.expiresOn) >= today;
}

/** Closes a link for good, and stops the mail that would bring it. @throws NotFound */
export async function revoke(db: Db, id: string) {
  const { mailId } = await db.quoteLink.findUniqueOrThrow({ where: by("id", id) });
  if (mailId) await stopMail(db, mailId);
  return db.quoteLink.update({ where: by("id", id), data: { revokedAt: new Date() } });
}

"use server";

import { office, owners } from "@/lib/auth/roles";
import {
  ApproveDiscount,
  BookQuote,
  EditQuote,
  LoseQuote,
  MailQuote,
  NewQuote,
  OneLink,
  OneMail,
  OneQuote,
} from "@/lib/domain/quotes/forms";
import { mailAgain, mailLink, makeLink, revoke } from "@/lib/domain/quotes/links";
import { approve, book, create, lose, reopen, revise, send } from "@/lib/domain/quotes/verbs";
import { action, type Done } from "@/lib/doors/action";
import { canMail } from "@/lib/mail/transport";
import { feature } from "./feature";

/** Back on the quote's own page. */
const onQuote = (id: string, message: string): Done => ({ subject: id, to: `/quotes/${id}`, message });

const next = (id: string, wanted: string | undefined) =>
  wanted === "book" ? `/quotes/${id}/book` : `/quotes/${id}`;

export const makeQuote = action({
  name: "quote.make",
  feature,
  allow: office,
  form: NewQuote,
  run: create,
  then: ({ id, number }, input) => ({ to: next(id, input.next), message: `Quote #${number} is saved.` }),
});

export const editQuote = action({
  name: "quote.edit",
  feature,
  allow: office,
  form: EditQuote,
  run: revise,
  then: (was, input) => ({
    subject: input.id,
    to: next(input.id, input.next),
    message: was === "sent" ? "Saved. It is a draft again: send the new copy." : "Saved.",
  }),
});

export const sendQuote = action({
  name: "quote.send",
  feature,
  allow: office,
  form: OneQuote,
  run: (db, { id }, actor) => send(db, id, actor),
  then: (_, { id }) => onQuote(id, "Marked as sent."),
});

export const mailQuote = action({
  name: "quote.mail",
  feature,
  allow: office,
  form: MailQuote,
  run: (db, { id, ...letter }, actor) => mailLink(db, id, letter, actor),
  then: (_, { id, email }) =>
    onQuote(
      id,
      canMail()
        ? `The quote is on its way to ${email}.`
        : `The quote to ${email} is in the outbox: no mail server is set up.`,
    ),
});

export const sendMailAgain = action({
  name: "quote.mail.again",
  feature,
  allow: office,
  form: OneMail,
  run: (db, { mailId }) => mailAgain(db, mailId),
  then: ({ aboutId, recipient }) => onQuote(aboutId, `Trying again to reach ${recipient}.`),
});

export const shareQuote = action({
  name: "quote.share",
  feature,
  allow: office,
  form: OneQuote,
  run: (db, { id }, actor) => makeLink(db, id, actor),
  then: (_, { id }) => onQuote(id, "The link is ready to copy."),
});

export const revokeLink = action({
  name: "quote.link.revoke",
  feature,
  allow: office,
  form: OneLink,
  run: (db, { linkId }) => revoke(db, linkId),
  then: ({ quoteId }) => onQuote(quoteId, "That link opens nothing any more."),
});

export const approveDiscount = action({
  name: "quote.approve",
  feature,
  allow: owners,
  form: ApproveDiscount,
  run: (db, input, { userName }) => approve(db, input, userName),
  then: (_, { id }) => onQuote(id, "Approved. The quote can go out."),
});

export const bookQuote = action({
  name: "quote.book",
  feature,
  allow: office,
  form: BookQuote,
  run: book,
  then: ({ number }, { id }) => onQuote(id, `Accepted. Job #${number} is booked.`),
});

export const loseQuote = action({
  name: "quote.lose",
  feature,
  allow: office,
  form: LoseQuote,
  run: (db, { id, reason }) => lose(db, id, reason),
  then: (_, { id }) => onQuote(id, "Marked as lost."),
});

export const reopenQuote = action({
  name: "quote.reopen",
  feature,
  allow: office,
  form: OneQuote,
  run: (db, { id }) => reopen(db, id),
  then: (_, { id }) => onQuote(id, "Open again, as a draft."),
});

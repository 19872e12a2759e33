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
  OneQuote,
} from "@/lib/domain/quotes/forms";
import { mailLink, makeLink, revoke } from "@/lib/domain/quotes/links";
import { approve, book, create, lose, reopen, revise, send } from "@/lib/domain/quotes/verbs";
import { action } from "@/lib/doors/action";
import { canMail } from "@/lib/mail";
import { Refusal } from "@/lib/refusal";
import { feature } from "./feature";

export const makeQuote = action({
  name: "quote.make",
  feature,
  allow: office,
  form: NewQuote,
  run: async ({ db, input, actor }) => {
    const { id, number } = await create(db, input, actor);
    const to = input.next === "book" ? `/quotes/${id}/book` : `/quotes/${id}`;
    return { subject: id, to, message: `Quote #${number} is saved.` };
  },
});

export const editQuote = action({
  name: "quote.edit",
  feature,
  allow: office,
  form: EditQuote,
  run: async ({ db, input, actor }) => {
    const { id, next } = input;
    const was = await revise(db, input, actor);
    const message = was === "sent" ? "Saved. It is a draft again: send the new copy." : "Saved.";
    return { subject: id, to: next === "book" ? `/quotes/${id}/book` : `/quotes/${id}`, message };
  },
});

export const sendQuote = action({
  name: "quote.send",
  feature,
  allow: office,
  form: OneQuote,
  run: async ({ db, input: { id }, actor }) => {
    await send(db, id, actor);
    return { subject: id, to: `/quotes/${id}`, message: "Marked as sent." };
  },
});

export const mailQuote = action({
  name: "quote.mail",
  feature,
  allow: office,
  form: MailQuote,
  run: async ({ db, input: { id, ...letter }, actor }) => {
    if (!canMail()) throw new Refusal("No mail server is set up. Make a link instead, and send it your way.");
    const mail = await mailLink(db, id, letter, actor);
    return { subject: id, to: `/quotes/${id}`, message: `The quote is on its way to ${letter.email}.`, mail };
  },
});

export const shareQuote = action({
  name: "quote.share",
  feature,
  allow: office,
  form: OneQuote,
  run: async ({ db, input: { id }, actor }) => {
    await makeLink(db, id, actor);
    return { subject: id, to: `/quotes/${id}`, message: "The link is ready to copy." };
  },
});

export const revokeLink = action({
  name: "quote.link.revoke",
  feature,
  allow: office,
  form: OneLink,
  run: async ({ db, input: { linkId } }) => {
    const { quoteId } = await revoke(db, linkId);
    return { subject: quoteId, to: `/quotes/${quoteId}`, message: "That link opens nothing any more." };
  },
});

export const approveDiscount = action({
  name: "quote.approve",
  feature,
  allow: owners,
  form: ApproveDiscount,
  run: async ({ db, input, actor }) => {
    await approve(db, input, actor.userName);
    return { subject: input.id, to: `/quotes/${input.id}`, message: "Approved. The quote can go out." };
  },
});

export const bookQuote = action({
  name: "quote.book",
  feature,
  allow: office,
  form: BookQuote,
  run: async ({ db, input, actor }) => {
    const { number } = await book(db, input, actor);
    return { subject: input.id, to: `/quotes/${input.id}`, message: `Accepted. Job #${number} is booked.` };
  },
});

export const loseQuote = action({
  name: "quote.lose",
  feature,
  allow: office,
  form: LoseQuote,
  run: async ({ db, input: { id, reason } }) => {
    await lose(db, id, reason);
    return { subject: id, to: `/quotes/${id}`, message: "Marked as lost." };
  },
});

export const reopenQuote = action({
  name: "quote.reopen",
  feature,
  allow: office,
  form: OneQuote,
  run: async ({ db, input: { id } }) => {
    await reopen(db, id);
    return { subject: id, to: `/quotes/${id}`, message: "Open again, as a draft." };
  },
});

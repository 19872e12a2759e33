"use server";

import { action } from "@/lib/action";
import { office } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { nextNumber } from "@/lib/numbers";
import { isoOf } from "@/lib/pricing";
import { Refusal } from "@/lib/refusal";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "./feature";
import { BookQuote, EditQuote, LoseQuote, NewQuote, OneQuote } from "./forms";
import { getQuote } from "./queries";
import { may, statesFor, tooLate, whyNotReady } from "./quote";
import { customerOf, priced, vehicleOf } from "./save";

export const makeQuote = action({
  name: "quote.make",
  feature,
  allow: office,
  form: NewQuote,
  run: async ({ db, input, actor }) => {
    const customer = await customerOf(db, input.customer);
    const vehicle = await vehicleOf(db, customer.id, input.vehicle);
    const { columns, lines } = await priced(db, input, customer, actor);
    const number = await nextNumber(db, "quote");
    const { id } = await db.quote.create({
      data: { ...columns, number, customerId: customer.id, vehicleId: vehicle.id, lines: { create: lines } },
    });
    const to = input.next === "book" ? `/quotes/${id}/book` : `/quotes/${id}`;
    return { subject: id, to, message: `Quote #${number} is saved.` };
  },
});

export const editQuote = action({
  name: "quote.edit",
  feature,
  allow: office,
  form: EditQuote,
  run: async ({ db, input: { id, ...input }, actor }) => {
    const { customer, status } = await getQuote(db, id);
    const { columns, lines } = await priced(db, input, customer, actor);
    const { count } = await db.quote.updateMany({
      where: { id, status: { in: statesFor("edit") } },
      data: { ...columns, status: "draft" },
    });
    if (count === 0) throw tooLate("edit");
    await db.quoteLine.deleteMany({ where: { quoteId: id } });
    await db.quoteLine.createMany({ data: lines.map((line) => ({ ...line, quoteId: id })) });
    const to = input.next === "book" ? `/quotes/${id}/book` : `/quotes/${id}`;
    return {
      subject: id,
      to,
      message: status === "sent" ? "Saved. It is a draft again: send the new copy." : "Saved.",
    };
  },
});

export const sendQuote = action({
  name: "quote.send",
  feature,
  allow: office,
  form: OneQuote,
  run: async ({ db, input: { id }, actor }) => {
    const reason = whyNotReady(await getQuote(db, id), dateIn(actor.timeZone, new Date()));
    if (reason) throw new Refusal(reason);
    const { count } = await db.quote.updateMany({
      where: { id, status: { in: statesFor("send") } },
      data: { status: "sent" },
    });
    if (count === 0) throw tooLate("send");
    return { subject: id, to: `/quotes/${id}`, message: "Marked as sent." };
  },
});

export const bookQuote = action({
  name: "quote.book",
  feature,
  allow: office,
  form: BookQuote,
  run: async ({ db, input: { id, day, ...input }, actor }) => {
    const quote = await getQuote(db, id);
    const today = dateIn(actor.timeZone, new Date());
    if (!may("accept", quote.status)) throw tooLate("accept");
    const reason = whyNotReady(quote, today);
    if (reason) throw new Refusal(reason);
    if ((isoOf(day) ?? "") < today) throw new Refusal("Choose today or a later day.", "day");
    const mobile = quote.place === "mobile";
    if (mobile && !input.street) throw new Refusal("Enter the street where the work is done.", "street");
    const { count } = await db.quote.updateMany({
      where: { id, status: { in: statesFor("accept") } },
      data: { status: "accepted", acceptedAt: new Date() },
    });
    if (count === 0) throw tooLate("accept");
    const { number, customerId, vehicleId, place } = quote;
    const address = mobile ? {} : { street: "", city: "", zip: "" };
    await db.job.create({
      data: { ...input, ...address, number, quoteId: id, customerId, vehicleId, place, scheduledOn: day },
    });
    return { subject: id, to: `/quotes/${id}`, message: `Accepted. Job #${number} is booked.` };
  },
});

export const loseQuote = action({
  name: "quote.lose",
  feature,
  allow: office,
  form: LoseQuote,
  run: async ({ db, input: { id, reason } }) => {
    await db.quote.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
    const { count } = await db.quote.updateMany({
      where: { id, status: { in: statesFor("lose") } },
      data: { status: "lost", lostReason: reason },
    });
    if (count === 0) throw tooLate("lose");
    return { subject: id, to: `/quotes/${id}`, message: "Marked as lost." };
  },
});

export const reopenQuote = action({
  name: "quote.reopen",
  feature,
  allow: office,
  form: OneQuote,
  run: async ({ db, input: { id } }) => {
    await db.quote.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
    const { count } = await db.quote.updateMany({
      where: { id, status: { in: statesFor("reopen") } },
      data: { status: "draft", lostReason: "" },
    });
    if (count === 0) throw tooLate("reopen");
    return { subject: id, to: `/quotes/${id}`, message: "Open again, as a draft." };
  },
});

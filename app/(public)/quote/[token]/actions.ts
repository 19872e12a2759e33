"use server";

import { dayOf } from "@/lib/dates";
import { SignQuote, sign } from "@/lib/domain/quotes/signing/verbs";
import { guestAction } from "@/lib/doors/guest";

export const signQuote = guestAction({
  name: "quote.sign",
  form: SignQuote,
  run: (db, input, { id, browser }) => sign(db, id, input, browser),
  then: ({ quoteId, grade, shop, when }, { name, day, timeWindow, texts }) => ({
    subject: quoteId,
    detail: { grade, name, day: dayOf(day), timeWindow, texts },
    message: `Thank you. ${shop} will confirm ${when}.`,
  }),
});

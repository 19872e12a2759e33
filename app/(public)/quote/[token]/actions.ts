"use server";

import { SignQuote, sign } from "@/lib/domain/quotes/signing/verbs";
import { guestAction } from "@/lib/doors/guest";

export const signQuote = guestAction({
  name: "quote.sign",
  form: SignQuote,
  run: ({ db, id, input, browser }) => sign(db, id, input, browser),
});

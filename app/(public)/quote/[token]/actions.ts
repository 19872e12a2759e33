"use server";

import { guestAction } from "@/lib/guest";
import { SignQuote, sign } from "./signing";

export const signQuote = guestAction({
  name: "quote.sign",
  form: SignQuote,
  run: ({ db, id, input, browser }) => sign(db, id, input, browser),
});

"use server";

import { z } from "zod";
import { platformAction } from "@/lib/doors/platform";
import { id } from "@/lib/forms/fields";
import { trySystemMailAgain } from "@/lib/mail/post";

export const sendAgain = platformAction({
  name: "mail.again",
  form: z.object({ id }),
  run: (db, { id }) => trySystemMailAgain(db, id),
  then: ({ recipient }) => ({ message: `Trying again to reach ${recipient}.` }),
});

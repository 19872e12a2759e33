"use server";

import { action } from "@/lib/action";
import { owners } from "@/lib/auth/roles";
import { feature } from "../feature";
import { pastedText } from "../pasted";
import { recordChange } from "../save-version";
import { ChangeNote } from "../version";
import { PastedParts, saveParts } from "./pasted";

export const pasteParts = action({
  name: "pricing.parts.paste",
  feature,
  allow: owners,
  form: PastedParts.and(ChangeNote),
  run: ({ db, actor, input: { pasted, ...note } }) =>
    recordChange(db, actor, note, async () => {
      const added = await saveParts(db, pasted);
      return { to: "/pricing/parts", message: pastedText(pasted, added.length) };
    }),
});

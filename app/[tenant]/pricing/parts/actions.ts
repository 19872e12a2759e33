"use server";

import { owners } from "@/lib/auth/roles";
import { pastedText } from "@/lib/domain/catalog/pasted";
import { PastedParts, saveParts } from "@/lib/domain/pricing/overrides/pasted";
import { recordChange } from "@/lib/domain/pricing/versions/verbs";
import { ChangeNote } from "@/lib/domain/pricing/versions/version";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";

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

"use server";

import { owners } from "@/lib/auth/roles";
import { pastedText } from "@/lib/domain/catalog/pasted";
import { PastedParts, saveParts } from "@/lib/domain/pricing/overrides/pasted";
import { recordChange } from "@/lib/domain/pricing/versions/verbs";
import { ChangeNote } from "@/lib/domain/pricing/versions/version";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";
import { told } from "../told";

export const pasteParts = action({
  name: "pricing.parts.paste",
  feature,
  allow: owners,
  form: PastedParts.and(ChangeNote),
  run: (db, { pasted, ...note }, actor) => recordChange(db, actor, note, () => saveParts(db, pasted)),
  then: (change, { pasted }) => ({
    to: "/pricing/parts",
    message: told(pastedText(pasted, change.result.length), change),
  }),
});

"use server";

import { office } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { EditClaim, NewClaim, OneClaim } from "@/lib/domain/claims/claim";
import { correct, file, withdraw } from "@/lib/domain/claims/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

export const fileClaim = action({
  name: "claim.file",
  feature,
  allow: office,
  form: NewClaim,
  run: ({ db, input, actor }) => file(db, input, new Date(dateIn(actor.timeZone, new Date()))),
});

export const correctClaim = action({
  name: "claim.correct",
  feature,
  allow: office,
  form: EditClaim,
  run: ({ db, input, actor }) => correct(db, input, new Date(dateIn(actor.timeZone, new Date()))),
});

export const withdrawClaim = action({
  name: "claim.withdraw",
  feature,
  allow: office,
  form: OneClaim,
  run: ({ db, input }) => withdraw(db, input.id),
});

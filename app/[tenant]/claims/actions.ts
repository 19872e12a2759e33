"use server";

import { office } from "@/lib/auth/roles";
import { todayIn } from "@/lib/dates";
import { EditClaim, NewClaim, OneClaim } from "@/lib/domain/claims/claim";
import * as claims from "@/lib/domain/claims/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

const page = ({ id }: { id: string }) => `/claims/${id}`;

export const fileClaim = action({
  name: "claim.file",
  feature,
  allow: office,
  form: NewClaim,
  run: (db, input, { timeZone }) => claims.fileClaim(db, input, todayIn(timeZone)),
  then: (claim) => ({ to: page(claim), message: "The claim is filed." }),
});

export const correctClaim = action({
  name: "claim.correct",
  feature,
  allow: office,
  form: EditClaim,
  run: (db, input, { timeZone }) => claims.correctClaim(db, input, todayIn(timeZone)),
  then: (claim) => ({ to: page(claim), message: "Saved." }),
});

export const withdrawClaim = action({
  name: "claim.withdraw",
  feature,
  allow: office,
  form: OneClaim,
  run: (db, { id }) => claims.withdrawClaim(db, id),
  then: (claim) => ({ to: page(claim), message: "The claim is withdrawn." }),
});

"use server";

import { office } from "@/lib/auth/roles";
import { Assign, OneJob } from "@/lib/domain/scheduling/assignment";
import { assign, unassign } from "@/lib/domain/scheduling/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

export const assignTechnician = action({
  name: "dispatch.assign",
  feature,
  allow: office,
  form: Assign,
  run: ({ db, input, actor }) => assign(db, input, actor.timeZone),
});

export const unassignTechnician = action({
  name: "dispatch.unassign",
  feature,
  allow: office,
  form: OneJob,
  run: ({ db, input }) => unassign(db, input.jobId),
});

"use server";

import { action } from "@/lib/action";
import { office } from "@/lib/auth/roles";
import { assign, unassign } from "./assigning";
import { Assign, OneJob } from "./assignment";
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

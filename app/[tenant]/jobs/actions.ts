"use server";

import { floor, office } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { Cancellation, Interruption, NewDate, Notes, OneJob, requireComing } from "@/lib/domain/jobs/job";
import { cancelJob, moveJob, rescheduleJob } from "@/lib/domain/jobs/verbs";
import { action } from "@/lib/doors/action";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "./feature";

export const dispatch = action({
  name: "job.dispatch",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "dispatch"),
});

export const depart = action({
  name: "job.depart",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "depart"),
});

export const start = action({
  name: "job.start",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "start"),
});

export const complete = action({
  name: "job.complete",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "complete", { completedAt: new Date(), statusReason: "" }),
});

export const reopen = action({
  name: "job.reopen",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "reopen", { completedAt: null }),
});

export const interrupt = action({
  name: "job.incomplete",
  feature,
  allow: floor,
  form: Interruption,
  run: ({ db, input }) => moveJob(db, input.id, "interrupt", { statusReason: input.reason }),
});

export const noShow = action({
  name: "job.noShow",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "noShow", { statusReason: "The customer was not there" }),
});

export const putBack = action({
  name: "job.putBack",
  feature,
  allow: floor,
  form: OneJob,
  run: ({ db, input }) => moveJob(db, input.id, "putBack"),
});

export const reschedule = action({
  name: "job.reschedule",
  feature,
  allow: office,
  form: NewDate,
  run: async ({ db, input: { id, scheduledOn, timeWindow }, actor }) => {
    requireComing(scheduledOn, new Date(dateIn(actor.timeZone, new Date())));
    return rescheduleJob(db, id, scheduledOn, timeWindow);
  },
});

export const cancel = action({
  name: "job.cancel",
  feature,
  allow: office,
  form: Cancellation,
  run: ({ db, input }) => cancelJob(db, input.id, input.reason),
});

export const editNotes = action({
  name: "job.notes",
  feature,
  allow: floor,
  form: Notes,
  run: async ({ db, input: { id, notes } }) => {
    await db.job.update({ where: by("id", id), data: { notes } });
    return { subject: id, to: `/jobs/${id}`, message: "Saved." };
  },
});

export const confirmDay = action({
  name: "job.confirm_day",
  feature,
  allow: office,
  form: OneJob,
  run: async ({ db, input: { id } }) => {
    await db.job.update({ where: by("id", id), data: { dayRequested: false } });
    return { subject: id, to: `/jobs/${id}`, message: "The day is confirmed." };
  },
});

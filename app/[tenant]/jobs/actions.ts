"use server";

import { floor, office } from "@/lib/auth/roles";
import { dayOf, formatDate, todayIn } from "@/lib/dates";
import {
  Cancellation,
  Interruption,
  type JobStatus,
  NewDate,
  Notes,
  OneJob,
  requireComing,
  statusName,
} from "@/lib/domain/jobs/job";
import { confirmDay as confirm, editNotes as keepNotes, moveJob } from "@/lib/domain/jobs/verbs";
import { cancelJob, rescheduleJob } from "@/lib/domain/scheduling/verbs";
import { action, type Done } from "@/lib/doors/action";
import { windowNames } from "@/lib/glass/time-window";
import { feature } from "./feature";

type Moved = { id: string; number: number; status: JobStatus };

const moved = ({ id, number, status }: Moved): Done => ({
  to: `/jobs/${id}`,
  message: `Job #${number}: ${statusName(status).toLowerCase()}.`,
});

export const dispatch = action({
  name: "job.dispatch",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "dispatch"),
  then: moved,
});

export const depart = action({
  name: "job.depart",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "depart"),
  then: moved,
});

export const start = action({
  name: "job.start",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "start"),
  then: moved,
});

export const complete = action({
  name: "job.complete",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "complete", { completedAt: new Date(), statusReason: "" }),
  then: moved,
});

export const reopen = action({
  name: "job.reopen",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "reopen", { completedAt: null }),
  then: moved,
});

export const interrupt = action({
  name: "job.incomplete",
  feature,
  allow: floor,
  form: Interruption,
  run: (db, { id, reason }) => moveJob(db, id, "interrupt", { statusReason: reason }),
  then: moved,
});

export const noShow = action({
  name: "job.noShow",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "noShow", { statusReason: "The customer was not there" }),
  then: moved,
});

export const putBack = action({
  name: "job.putBack",
  feature,
  allow: floor,
  form: OneJob,
  run: (db, { id }) => moveJob(db, id, "putBack"),
  then: moved,
});

export const reschedule = action({
  name: "job.reschedule",
  feature,
  allow: office,
  form: NewDate,
  run: async (db, { id, scheduledOn, timeWindow }, actor) => {
    requireComing(scheduledOn, todayIn(actor.timeZone));
    return rescheduleJob(db, id, scheduledOn, timeWindow);
  },
  then: (job, { scheduledOn, timeWindow }) => {
    const day = dayOf(scheduledOn);
    const note = `To ${formatDate(day, day)}, ${windowNames[timeWindow]?.toLowerCase()}`;
    return { ...moved(job), detail: { note } };
  },
});

export const cancel = action({
  name: "job.cancel",
  feature,
  allow: office,
  form: Cancellation,
  run: (db, { id, reason }) => cancelJob(db, id, reason),
  then: moved,
});

export const editNotes = action({
  name: "job.notes",
  feature,
  allow: floor,
  form: Notes,
  run: keepNotes,
  then: ({ id }) => ({ to: `/jobs/${id}`, message: "Saved." }),
});

export const confirmDay = action({
  name: "job.confirm_day",
  feature,
  allow: office,
  form: OneJob,
  run: (db, { id }) => confirm(db, id),
  then: ({ id }) => ({ to: `/jobs/${id}`, message: "The day is confirmed." }),
});

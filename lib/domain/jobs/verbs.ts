import { dayOf, formatDate } from "@/lib/dates";
import type { Done } from "@/lib/doors/action";
import { windowNames } from "@/lib/glass/time-window";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { stateAfter, statusName, type Verb } from "./job";

type Changes = {
  statusReason?: string;
  completedAt?: Date | null;
  scheduledOn?: Date;
  timeWindow?: string;
  reschedules?: { increment: number };
  dayRequested?: boolean;
};

/**
 * Takes a job one step on, unless somebody else was quicker.
 * @param also what changes with the state.
 * @throws NotFound; Refusal where the state does not allow the step.
 */
export async function moveJob(db: Db, id: string, verb: Verb, also: Changes = {}): Promise<Done> {
  const job = await db.job.findUniqueOrThrow({
    where: by("id", id),
    select: { number: true, status: true, place: true },
  });
  const status = stateAfter(verb, job);
  const { count } = await db.job.updateMany({ where: { id, status: job.status }, data: { status, ...also } });
  if (count === 0) throw new Refusal("Somebody has just moved this job. Look at it again.");
  return {
    subject: id,
    to: `/jobs/${id}`,
    message: `Job #${job.number}: ${statusName(status).toLowerCase()}.`,
  };
}

/** Gives a job another day. Its technician and time, if any, are free again. */
export async function rescheduleJob(
  db: Db,
  id: string,
  scheduledOn: Date,
  timeWindow: string,
): Promise<Done> {
  const done = await moveJob(db, id, "reschedule", {
    scheduledOn,
    timeWindow,
    reschedules: { increment: 1 },
    dayRequested: false,
  });
  await db.assignment.deleteMany({ where: { jobId: id } });
  const day = dayOf(scheduledOn);
  const note = `To ${formatDate(day, day)}, ${windowNames[timeWindow]?.toLowerCase()}`;
  return { ...done, detail: { note } };
}

/** Gives a job up. @param reason one of the shop's reasons for it. @throws Refusal for any other. */
export async function cancelJob(db: Db, id: string, reason: string): Promise<Done> {
  const known = await db.reasonCode.count({ where: { kind: "cancelled", label: reason } });
  if (known === 0) throw new Refusal("Choose why it is cancelled.", "reason");
  const done = await moveJob(db, id, "cancel", { statusReason: reason });
  await db.assignment.deleteMany({ where: { jobId: id } });
  return done;
}

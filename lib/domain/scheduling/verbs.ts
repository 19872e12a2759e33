import type { z } from "zod";
import { dayOf } from "@/lib/dates";
import { holdJob, moveJob } from "@/lib/domain/jobs/verbs";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type Assign, requireAssignable, requireFree, spanOf } from "./assignment";
import { mayWork } from "./queries";

/**
 * Gives a job a technician and a time on the job's own day.
 * @returns the job, whose it is now and when. @throws Refusal, naming the job that is in the way.
 */
export async function assign(db: Db, input: z.output<typeof Assign>, timeZone: string) {
  const { jobId, technicianId } = input;
  // Nobody gives this job to another or moves its day meanwhile.
  const job = await holdJob(db, jobId);
  requireAssignable(job);
  const technician = await db.membership.findUniqueOrThrow({
    where: by("id", technicianId),
    include: { user: { select: { name: true } } },
  });
  if (!mayWork.includes(technician.role)) throw new Refusal("Choose a technician.", "technicianId");
  // Two dispatchers may give the same person two jobs at once: the second waits here, then sees the first's.
  await db.$executeRaw`select 1 from memberships where id = ${technicianId}::uuid for update`;
  const span = spanOf(timeZone, dayOf(job.scheduledOn), input.start, input.end);
  const others = await db.assignment.findMany({
    where: {
      technicianId,
      jobId: { not: jobId },
      startsAt: { lt: span.endsAt },
      endsAt: { gt: span.startsAt },
      job: { status: { notIn: ["incomplete", "no_show", "cancelled", "void"] } },
    },
    include: { job: { select: { number: true } } },
  });
  requireFree(span, others, timeZone);
  const data = { technicianId, ...span };
  await db.assignment.createMany({ data: [{ jobId, ...data }], skipDuplicates: true });
  await db.assignment.updateMany({ where: { jobId }, data });
  return { job, technician: technician.user.name, span };
}

/** Takes a job away from its technician. @returns the job. @throws Refusal where nobody has it, or it is under way. */
export async function unassign(db: Db, jobId: string) {
  const job = await holdJob(db, jobId);
  requireAssignable(job);
  const { count } = await db.assignment.deleteMany({ where: { jobId } });
  if (count === 0) throw new Refusal("Nobody has this job.");
  return job;
}

/** Gives a job another day. Its technician and time, if any, are free again. @returns the job. @throws Refusal, see `moveJob`. */
export async function rescheduleJob(db: Db, id: string, scheduledOn: Date, timeWindow: string) {
  const job = await moveJob(db, id, "reschedule", {
    scheduledOn,
    timeWindow,
    reschedules: { increment: 1 },
    dayRequested: false,
  });
  await db.assignment.deleteMany({ where: { jobId: id } });
  return job;
}

/** Gives a job up; its technician is free again. @param reason one of the shop's reasons for it. @throws Refusal for any other. */
export async function cancelJob(db: Db, id: string, reason: string) {
  const known = await db.reasonCode.count({ where: { kind: "cancelled", label: reason } });
  if (known === 0) throw new Refusal("Choose why it is cancelled.", "reason");
  const job = await moveJob(db, id, "cancel", { statusReason: reason });
  await db.assignment.deleteMany({ where: { jobId: id } });
  return job;
}

import type { z } from "zod";
import { dayOf } from "@/lib/dates";
import type { Done } from "@/lib/doors/action";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type Assign, requireAssignable, requireFree, spanOf, spanText } from "./assignment";
import { mayWork } from "./queries";

/** Gives a job a technician and a time on the job's own day. @throws Refusal, naming the job that is in the way. */
export async function assign(db: Db, input: z.output<typeof Assign>, timeZone: string): Promise<Done> {
  const { jobId, technicianId } = input;
  // Held until commit: nobody gives this job to another or moves its day meanwhile.
  const job = await db.job.update({ where: by("id", jobId), data: { number: { increment: 0 } } });
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
  const { name } = technician.user;
  return {
    subject: jobId,
    to: `/dispatch?date=${dayOf(job.scheduledOn)}`,
    message: `${name} has job #${job.number}, ${spanText(timeZone, span)}.`,
    detail: { note: `${name}, ${spanText(timeZone, span)}` },
  };
}

/** Takes a job away from its technician. @throws Refusal where nobody has it, or it is under way. */
export async function unassign(db: Db, jobId: string): Promise<Done> {
  const job = await db.job.findUniqueOrThrow({ where: by("id", jobId) });
  requireAssignable(job);
  const { count } = await db.assignment.deleteMany({ where: { jobId } });
  if (count === 0) throw new Refusal("Nobody has this job.");
  return {
    subject: jobId,
    to: `/dispatch?date=${dayOf(job.scheduledOn)}`,
    message: `Job #${job.number} is unassigned.`,
  };
}

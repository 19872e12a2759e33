import type { z } from "zod";
import { saveShown } from "@/lib/forms/shown";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type JobStatus, type Notes, stateAfter, type Verb } from "./job";

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
 * @returns the job as it is now. @throws NotFound; Refusal where the state does not allow the step.
 */
export async function moveJob(db: Db, id: string, verb: Verb, also: Changes = {}) {
  const job = await db.job.findUniqueOrThrow({
    where: by("id", id),
    select: { id: true, number: true, status: true, place: true },
  });
  const status = stateAfter(verb, job);
  const { count } = await db.job.updateMany({ where: { id, status: job.status }, data: { status, ...also } });
  if (count === 0) throw new Refusal("Somebody has just moved this job. Look at it again.");
  return { ...job, status };
}

type NewJob = Parameters<Db["job"]["create"]>[0]["data"];

/** Books the work of an accepted quote. */
export const bookJob = (db: Db, data: NewJob) => db.job.create({ data });

/** The job, which nobody else changes until this transaction is over. @throws NotFound */
export const holdJob = (db: Db, id: string) =>
  db.job.update({ where: by("id", id), data: { number: { increment: 0 } } });

/** @throws NotFound; Overlap where somebody else wrote there meanwhile */
export const editNotes = (db: Db, { id, shown, notes }: z.output<typeof Notes>) =>
  saveShown({
    shown,
    typed: { notes },
    read: () => db.job.findUniqueOrThrow({ where: by("id", id) }),
    save: (data, guard) => db.job.updateMany({ where: { ...guard, id }, data }),
  });

/** The day that the customer asked for is the day. @throws NotFound */
export const confirmDay = (db: Db, id: string) =>
  db.job.update({ where: by("id", id), data: { dayRequested: false } });

const billed: JobStatus[] = ["invoiced", "partially_paid", "paid"];

/** A completed job has its invoice now. @throws Refusal for a job that does not wait for one. */
export async function markInvoiced(db: Db, id: string, status: JobStatus): Promise<void> {
  const { count } = await db.job.updateMany({ where: { id, status: "completed" }, data: { status } });
  if (count === 0) throw new Refusal("Only a completed job that has no invoice can be invoiced.");
}

/** A job with an invoice takes the state that this has; `completed` where the invoice is void. Others stay as they are. */
export async function followInvoice(db: Db, id: string, status: JobStatus): Promise<void> {
  await db.job.updateMany({ where: { id, status: { in: billed } }, data: { status } });
}

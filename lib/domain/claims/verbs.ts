import type { z } from "zod";
import { holdJob } from "@/lib/domain/jobs/verbs";
import { saveShown } from "@/lib/forms/shown";
import { formatCents } from "@/lib/money";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type EditClaim, type NewClaim, requireClaimable, requirePast } from "./claim";

/** Files a job's claim, again where an earlier one was withdrawn. @param today midnight UTC of the shop's day. @returns the claim. @throws Refusal */
export async function fileClaim(db: Db, input: z.output<typeof NewClaim>, today: Date) {
  const { jobId, ...details } = input;
  // Nobody cancels this job, or files its claim, meanwhile.
  const { status } = await holdJob(db, jobId);
  const claims = await db.claim.findMany({ where: { jobId } });
  requireClaimable({ status, claims });
  await requireKnown(db, details, today);
  const reported = { ...details, status: "reported", filedAt: new Date() };
  const [withdrawn] = claims;
  return withdrawn
    ? db.claim.update({ where: by("id", withdrawn.id), data: reported })
    : db.claim.create({ data: { jobId, ...reported } });
}

/** Corrects a claim, or adds the number that the insurer gave it. @throws Refusal where it was withdrawn; Overlap where somebody else changed the same meanwhile */
export async function correctClaim(db: Db, input: z.output<typeof EditClaim>, today: Date) {
  const { id, shown, ...typed } = input;
  await db.claim.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  await requireKnown(db, typed, today);
  return saveShown({
    shown,
    typed,
    read: async () => {
      const claim = await db.claim.findUniqueOrThrow({ where: by("id", id) });
      if (claim.status !== "reported")
        throw new Refusal("This claim was withdrawn. File it again from its job.");
      return claim;
    },
    save: (data, guard) => db.claim.updateMany({ where: { ...guard, id, status: "reported" }, data }),
    together: [["policyholder", "policyNumber"]],
    words: { deductibleCents: formatCents, insurerId: () => "another insurer" },
  });
}

/** Takes a claim back. @throws Refusal where that has been done. */
export async function withdrawClaim(db: Db, id: string) {
  await db.claim.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  const { count } = await db.claim.updateMany({
    where: { id, status: "reported" },
    data: { status: "cancelled" },
  });
  if (count === 0) throw new Refusal("This claim is withdrawn already.");
  return { id };
}

type Details = { insurerId: string; cause: string; lossDate: Date };

async function requireKnown(db: Db, { insurerId, cause, lossDate }: Details, today: Date): Promise<void> {
  requirePast(lossDate, today);
  await db.insurer.findUniqueOrThrow({ where: { id: insurerId }, select: { id: true } });
  const known = await db.reasonCode.count({ where: { kind: "cause_of_loss", label: cause } });
  if (known === 0) throw new Refusal("Choose what caused the damage.", "cause");
}

import { holds } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";

/** Claims whose numbers, policyholder or insurer match; all of them for an empty search. */
function matching(search: string) {
  if (!search) return {};
  const said = holds(search);
  return {
    OR: [{ claimNumber: said }, { policyNumber: said }, { policyholder: said }, { insurer: { name: said } }],
  };
}

/** One page of claims, the latest first, and how many there are in all. @param withdrawn those alone, or those that stand. */
export async function listClaims(
  db: Db,
  { withdrawn, search, at }: { withdrawn: boolean; search: string; at: { skip: number; take: number } },
) {
  const where = { AND: [{ status: withdrawn ? "cancelled" : "reported" }, matching(search)] };
  const rows = await db.claim.findMany({
    where,
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    skip: at.skip,
    take: at.take,
    include: { insurer: true, job: { include: { vehicle: true } } },
  });
  return { rows, total: await db.claim.count({ where }) };
}

const withJob = {
  insurer: { include: { tpa: { select: { name: true } } } },
  job: { include: { customer: true, vehicle: true } },
} as const;

/** @throws NotFound */
export function getClaim(db: Db, id: string) {
  return db.claim.findUniqueOrThrow({ where: by("id", id), include: withJob });
}

/** The job that a claim is to be filed for, with what its quote knows of the insurance. @throws NotFound */
export function getJobToClaim(db: Db, jobId: string) {
  return db.job.findUniqueOrThrow({
    where: by("id", jobId),
    include: { customer: true, vehicle: true, claims: true, quote: { include: { insurer: true } } },
  });
}

/** What the form offers: every insurer, and the causes of loss. */
export async function claimChoices(db: Db) {
  const insurers = await db.insurer.findMany({ orderBy: { name: "asc" }, include: { tpa: true } });
  const causes = await db.reasonCode.findMany({
    where: { kind: "cause_of_loss" },
    orderBy: { label: "asc" },
  });
  return {
    insurers: insurers.map(({ id, name, tpa }) => ({
      value: id,
      label: name,
      hint: tpa ? `Glass claims usually go through ${tpa.name}` : undefined,
    })),
    causes: causes.map(({ label }) => ({ value: label, label })),
  };
}

/** What a job's page shows of its claim. @throws NotFound */
export function getJobClaim(db: Db, jobId: string) {
  return db.job.findUniqueOrThrow({
    where: by("id", jobId),
    select: {
      status: true,
      quote: { select: { payer: true } },
      claims: { include: { insurer: true } },
    },
  });
}

import { inOrder, isNamed, pageOf, type Slice, type Ways } from "@/lib/found";
import { sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { Range } from "@/lib/tenancy/terms";

/** By its claim or policy number, policyholder or insurer, or as its job is found: number, customer, plate or VIN. */
async function waysOf(db: Db, search: string): Promise<Ways> {
  // Insurers are no shop's, and few.
  const insurers = search ? await db.insurer.findMany({ select: { id: true, name: true } }) : [];
  const meant = (word: Range[]) => insurers.filter(({ name }) => isNamed(name, word)).map(({ id }) => id);
  return {
    kinds: ["claim", "job", "customer", "vehicle"],
    to: (word) => sql`select subject from hit where kind = 'claim'
      union all select id from claims where insurer_id = any(${meant(word)}::uuid[])
      union all select id from claims where job_id in (select subject from hit where kind = 'job')
      union all select c.id from claims c join jobs j on j.id = c.job_id where j.customer_id in (select subject from hit where kind = 'customer')
      union all select c.id from claims c join jobs j on j.id = c.job_id where j.vehicle_id in (select subject from hit where kind = 'vehicle')`,
  };
}

type Asked = { withdrawn: boolean; search: string; at: Slice };

/** One page of claims, the latest first, and how many there are in all. @param withdrawn those alone, or those that stand. */
export async function listClaims(db: Db, { withdrawn, search, at }: Asked) {
  const { ids, total } = await pageOf(db, {
    table: sql`claims`,
    where: sql`status = ${withdrawn ? "cancelled" : "reported"}`,
    search,
    ways: await waysOf(db, search),
    order: sql`filed_at desc, id desc`,
    at,
  });
  const rows = await db.claim.findMany({
    where: { id: { in: ids } },
    include: { insurer: true, job: { include: { vehicle: true } } },
  });
  return { rows: inOrder(ids, rows), total };
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

import type { Role } from "@/lib/auth/roles";
import { by, type Db } from "@/lib/tenancy/tenancy";

/** Who can be given a job: in a small shop the owner drives too. */
export const mayWork: readonly Role[] = ["technician", "owner", "admin"];

const A_DAY_AT_MOST = 300;

/** The team members who can be given jobs, technicians first. */
export async function listTechnicians(db: Db) {
  const members = await db.membership.findMany({
    where: { role: { in: [...mayWork] } },
    include: { user: { select: { name: true } } },
  });
  const rank = (role: Role) => (role === "technician" ? 0 : 1);
  return members
    .map(({ id, role, user }) => ({ id, role, name: user.name }))
    .sort((a, b) => rank(a.role) - rank(b.role) || a.name.localeCompare(b.name, "en"));
}

/** A day's jobs with who does them and when. @param date midnight UTC of the day. */
export async function getDay(db: Db, date: Date) {
  const jobs = await db.job.findMany({
    where: { scheduledOn: date, status: { notIn: ["cancelled", "void"] } },
    orderBy: [{ timeWindow: "asc" }, { number: "asc" }],
    take: A_DAY_AT_MOST,
    include: { customer: true, vehicle: true, assignments: true },
  });
  return { jobs, technicians: await listTechnicians(db) };
}

/** A job with its assignment, if it has one. @throws NotFound */
export async function getJobAssignment(db: Db, jobId: string) {
  const { assignments, ...job } = await db.job.findUniqueOrThrow({
    where: by("id", jobId),
    include: {
      customer: true,
      vehicle: true,
      assignments: { include: { technician: { include: { user: { select: { name: true } } } } } },
    },
  });
  return { job, assignment: assignments[0] ?? null };
}

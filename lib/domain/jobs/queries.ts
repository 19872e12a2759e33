import { loadPaper } from "@/lib/domain/shops/paper/paper";
import { phoneDigits } from "@/lib/phone";
import { codeBegins, codeHolds, holds } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type JobTab, tabs } from "./job";

const LARGEST_NUMBER = 2_147_483_647;

function ofTab(tab: JobTab, today: Date) {
  if (tab === "all") return {};
  if (tab === "today") return { scheduledOn: today, status: { notIn: tabs.cancelled } };
  return { status: { in: tabs[tab] } };
}

/** Jobs whose number, customer's name or phone, or plate match; all of them for an empty search. */
function matching(search: string) {
  if (!search) return {};
  const digits = phoneDigits(search);
  const plate = search.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const number = Number(search.replace(/^#/, ""));
  return {
    OR: [
      { customer: { name: holds(search) } },
      ...(Number.isInteger(number) && number > 0 && number <= LARGEST_NUMBER ? [{ number }] : []),
      ...(digits.length >= 3 ? [{ customer: { phone: codeHolds(digits) } }] : []),
      ...(plate.length >= 3 ? [{ vehicle: { plate: codeBegins(plate) } }] : []),
    ],
  };
}

/** One page of jobs and how many there are in all; what is coming in order of the day, what is over the latest first. */
export async function listJobs(
  db: Db,
  {
    tab,
    search,
    today,
    at,
  }: { tab: JobTab; search: string; today: Date; at: { skip: number; take: number } },
) {
  const where = { AND: [ofTab(tab, today), matching(search)] };
  const order = tab === "upcoming" || tab === "today" || tab === "progress" ? "asc" : "desc";
  const rows = await db.job.findMany({
    where,
    orderBy: [{ scheduledOn: order }, { timeWindow: order }, { number: order }],
    skip: at.skip,
    take: at.take,
    include: { customer: true, vehicle: true },
  });
  return { rows, total: await db.job.count({ where }) };
}

/** A job with all that its page shows, what happened to it, and the shop for the paper. @throws NotFound */
export async function getJob(db: Db, id: string) {
  const job = await db.job.findUniqueOrThrow({
    where: by("id", id),
    include: {
      customer: true,
      vehicle: true,
      quote: { include: { insurer: true, lines: { orderBy: { position: "asc" } } } },
      invoices: { select: { id: true } },
      claims: { select: { id: true } },
    },
  });
  const subjects = [id, ...job.invoices.map((row) => row.id), ...job.claims.map((row) => row.id)];
  const events = await db.auditEvent.findMany({
    where: { subject: { in: subjects } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  });
  const reasons = await db.reasonCode.findMany({ where: { kind: "cancelled" }, orderBy: { label: "asc" } });
  const shop = await loadPaper(db);
  return { job, events, reasons: reasons.map((reason) => reason.label), shop };
}

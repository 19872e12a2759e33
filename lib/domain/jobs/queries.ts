import { loadPaper } from "@/lib/domain/shops/paper/paper";
import { inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { type Sql, sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type JobTab, tabs } from "./job";

function ofTab(tab: JobTab, today: Date): Sql {
  if (tab === "all") return sql`true`;
  if (tab === "today")
    return sql`scheduled_on = ${today}::date and status <> all(${tabs.cancelled}::job_status[])`;
  return sql`status = any(${tabs[tab]}::job_status[])`;
}

/** By its number, its part number, its customer, or its vehicle's plate or VIN. */
const ways: Ways = {
  kinds: ["job", "quote", "customer", "vehicle"],
  to: sql`select subject from hit where kind = 'job'
    union all select id from jobs where quote_id in (select subject from hit where kind = 'quote')
    union all select id from jobs where customer_id in (select subject from hit where kind = 'customer')
    union all select id from jobs where vehicle_id in (select subject from hit where kind = 'vehicle')`,
};

type Asked = { tab: JobTab; search: string; today: Date; at: Slice };

/** One page of jobs and how many there are in all; what is coming in order of the day, what is over the latest first. */
export async function listJobs(db: Db, { tab, search, today, at }: Asked) {
  const coming = tab === "upcoming" || tab === "today" || tab === "progress";
  const { ids, total } = await pageOf(db, {
    table: sql`jobs`,
    where: ofTab(tab, today),
    search,
    ways,
    order: coming
      ? sql`scheduled_on, time_window, number`
      : sql`scheduled_on desc, time_window desc, number desc`,
    at,
  });
  const rows = await db.job.findMany({
    where: { id: { in: ids } },
    include: { customer: true, vehicle: true },
  });
  return { rows: inOrder(ids, rows), total };
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

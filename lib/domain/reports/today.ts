import type { Actor } from "@/lib/auth/actor";
import { office } from "@/lib/auth/roles";
import { dateIn, midnightOf } from "@/lib/dates";
import type { Db } from "@/lib/tenancy/tenancy";

const AT_MOST = 20;

const about = {
  customer: { select: { name: true } },
  vehicle: true,
  quote: { select: { glassPosition: true } },
} as const;

/** What a shop wants to know when it opens: today's work, what waits for a hand, and, for the office, what is owed. */
export async function getToday(db: Db, actor: Actor, now: Date) {
  const today = dateIn(actor.timeZone, now);
  const scheduledOn = midnightOf(today);
  const jobs = await db.job.findMany({
    where: { scheduledOn, status: { notIn: ["cancelled", "void"] } },
    orderBy: [{ timeWindow: "asc" }, { number: "asc" }],
    take: 100,
    include: about,
  });
  const late = await db.job.findMany({
    where: {
      scheduledOn: { lt: scheduledOn },
      status: { in: ["scheduled", "dispatched", "en_route", "in_progress", "incomplete", "no_show"] },
    },
    orderBy: { scheduledOn: "asc" },
    take: AT_MOST,
    include: about,
  });
  const wished = await db.job.findMany({
    where: { dayRequested: true, status: "scheduled", scheduledOn: { gte: scheduledOn } },
    orderBy: { createdAt: "asc" },
    take: AT_MOST,
    include: about,
  });
  return { today, jobs, late, wished, money: office.includes(actor.role) ? await getMoney(db) : null };
}

async function getMoney(db: Db) {
  const open = await db.invoice.aggregate({
    where: { status: { in: ["invoiced", "partially_paid"] } },
    _sum: { totalCents: true, insurerPaidCents: true, customerPaidCents: true },
    _count: true,
  });
  const { totalCents, insurerPaidCents, customerPaidCents } = open._sum;
  return {
    openQuotes: await db.quote.count({ where: { status: "sent" } }),
    toApprove: await db.quote.count({ where: { approval: "needed", status: { in: ["draft", "sent"] } } }),
    toInvoice: await db.job.count({ where: { status: "completed" } }),
    unpaidInvoices: open._count,
    owedCents: (totalCents ?? 0) - (insurerPaidCents ?? 0) - (customerPaidCents ?? 0),
  };
}

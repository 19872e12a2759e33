import { loadPaper } from "@/lib/domain/shops/paper/paper";
import { holds } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type InvoiceTab, tabs } from "./invoice";

const LARGEST_NUMBER = 2_147_483_647;

/** Invoices whose number, or job's number, customer or insurer match; all of them for an empty search. */
function matching(search: string) {
  if (!search) return {};
  const number = Number(search.replace(/^#/, ""));
  const isNumber = Number.isInteger(number) && number > 0 && number <= LARGEST_NUMBER;
  return {
    OR: [
      { customer: { name: holds(search) } },
      { insurerName: holds(search) },
      ...(isNumber ? [{ number }, { job: { number } }] : []),
    ],
  };
}

/** One page of invoices, the latest first, and how many there are in all. */
export async function listInvoices(
  db: Db,
  { tab, search, at }: { tab: InvoiceTab; search: string; at: { skip: number; take: number } },
) {
  const where = { AND: [{ status: { in: [...tabs[tab]] } }, matching(search)] };
  const rows = await db.invoice.findMany({
    where,
    orderBy: [{ issuedOn: "desc" }, { number: "desc" }],
    skip: at.skip,
    take: at.take,
    include: { customer: true, job: { select: { number: true } } },
  });
  return { rows, total: await db.invoice.count({ where }) };
}

/** An invoice with lines, payments, reasons to void with, and the shop for the paper. @throws NotFound */
export async function getInvoice(db: Db, id: string) {
  const invoice = await db.invoice.findUniqueOrThrow({
    where: by("id", id),
    include: {
      customer: true,
      job: { include: { vehicle: true, claims: { where: { status: "reported" } } } },
      lines: { orderBy: { position: "asc" } },
      payments: { orderBy: [{ receivedOn: "asc" }, { createdAt: "asc" }] },
    },
  });
  const reasons = await db.reasonCode.findMany({ where: { kind: "void" }, orderBy: { label: "asc" } });
  const shop = await loadPaper(db);
  return { invoice, shop, reasons: reasons.map((reason) => reason.label) };
}

/** What a job's page shows of money: its state, and its invoices, the latest first. @throws NotFound */
export function getBilling(db: Db, jobId: string) {
  return db.job.findUniqueOrThrow({
    where: by("id", jobId),
    select: {
      status: true,
      quote: { select: { totalCents: true } },
      invoices: { orderBy: { number: "desc" } },
    },
  });
}

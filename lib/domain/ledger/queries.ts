import { loadPaper } from "@/lib/domain/shops/paper/paper";
import { inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type InvoiceTab, tabs } from "./invoice";

/** By its number or insurer, a payment's check number, its job's number, its customer, or its vehicle's plate or VIN. */
const ways: Ways = {
  kinds: ["invoice", "payment", "job", "customer", "vehicle"],
  to: sql`select subject from hit where kind = 'invoice'
    union all select invoice_id from payments where id in (select subject from hit where kind = 'payment')
    union all select id from invoices where job_id in (select subject from hit where kind = 'job')
    union all select id from invoices where customer_id in (select subject from hit where kind = 'customer')
    union all select i.id from invoices i join jobs j on j.id = i.job_id where j.vehicle_id in (select subject from hit where kind = 'vehicle')`,
};

type Asked = { tab: InvoiceTab; search: string; at: Slice };

/** One page of invoices, the latest first, and how many there are in all. */
export async function listInvoices(db: Db, { tab, search, at }: Asked) {
  const { ids, total } = await pageOf(db, {
    table: sql`invoices`,
    where: sql`status = any(${[...tabs[tab]]}::invoice_status[])`,
    search,
    ways,
    order: sql`issued_on desc, number desc`,
    at,
  });
  const rows = await db.invoice.findMany({
    where: { id: { in: ids } },
    include: { customer: true, job: { select: { number: true } } },
  });
  return { rows: inOrder(ids, rows), total };
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

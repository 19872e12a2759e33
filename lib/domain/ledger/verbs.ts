import { followInvoice, markInvoiced } from "@/lib/domain/jobs/verbs";
import { Refusal } from "@/lib/refusal";
import { nextNumber } from "@/lib/sequence";
import { by, type Db } from "@/lib/tenancy/tenancy";
import {
  CHANGED,
  type InvoicePayer,
  type InvoiceShares,
  type Method,
  received,
  requirePayable,
  statusOf,
} from "./invoice";

/** Bills a completed job as it was quoted: lines, tax and shares. @returns the invoice. @throws Refusal unless the job waits for it. */
export async function createInvoice(db: Db, jobId: string, issuedOn: Date) {
  const job = await db.job.findUniqueOrThrow({
    where: by("id", jobId),
    include: {
      quote: { include: { insurer: true, lines: true } },
      claims: { where: { status: "reported" }, include: { insurer: true } },
    },
  });
  const { quote } = job;
  const { subtotalCents, taxCents, totalCents, insurerCents, customerCents } = quote;
  const status = statusOf({ insurerCents, customerCents, insurerPaidCents: 0, customerPaidCents: 0 });
  await markInvoiced(db, jobId, status);
  const insurer = job.claims[0]?.insurer ?? quote.insurer;
  return db.invoice.create({
    data: {
      number: await nextNumber(db, "invoice"),
      status,
      jobId,
      customerId: job.customerId,
      insurerName: insurerCents > 0 ? (insurer?.name ?? "Insurer") : "",
      issuedOn,
      subtotalCents,
      taxCents,
      totalCents,
      insurerCents,
      customerCents,
      lines: { create: quote.lines.map(lineOf) },
    },
  });
}

type Line = {
  position: number;
  kind: string;
  description: string;
  nagsNumber: string | null;
  quantity: number;
  unitCents: number;
  totalCents: number;
  taxable: boolean;
};

const lineOf = ({
  position,
  kind,
  description,
  nagsNumber,
  quantity,
  unitCents,
  totalCents,
  taxable,
}: Line) => ({
  position,
  kind,
  description,
  nagsNumber,
  quantity,
  unitCents,
  totalCents,
  taxable,
});

type NewPayment = {
  invoiceId: string;
  payer: InvoicePayer;
  method: Method;
  amountCents: number;
  reference: string;
  receivedOn: Date;
  seenPaidCents: number;
};

/** Enters what a payer paid. @param today midnight UTC of the shop's day. @returns the payment. @throws Refusal, see `requirePayable`. */
export async function recordPayment(db: Db, payment: NewPayment, today: Date) {
  const { seenPaidCents, ...data } = payment;
  const invoice = await db.invoice.findUniqueOrThrow({ where: by("id", payment.invoiceId) });
  requirePayable(invoice, payment, today);
  await book(db, invoice, payment.payer, payment.amountCents);
  return db.payment.create({ data });
}

/** Takes a payment back: the balance opens again. @returns the payment. @throws Refusal where that has been done. */
export async function voidPayment(db: Db, id: string, reason: string) {
  await requireReason(db, reason);
  const { invoice, ...payment } = await db.payment.findUniqueOrThrow({
    where: by("id", id),
    include: { invoice: true },
  });
  const { count } = await db.payment.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: new Date(), voidReason: reason },
  });
  if (count === 0) throw new Refusal("This payment is void already.");
  await book(db, invoice, payment.payer as InvoicePayer, -payment.amountCents);
  return payment;
}

/** Takes an invoice without payments back; its job waits for an invoice again. @returns the invoice. @throws Refusal where money is on it. */
export async function voidInvoice(db: Db, id: string, reason: string) {
  await requireReason(db, reason);
  const invoice = await db.invoice.findUniqueOrThrow({ where: by("id", id) });
  const { count } = await db.invoice.updateMany({
    where: { id, status: { not: "void" }, insurerPaidCents: 0, customerPaidCents: 0 },
    data: { status: "void", voidReason: reason },
  });
  if (count === 0)
    throw new Refusal(
      invoice.status === "void"
        ? "This invoice is void already."
        : "Void its payments first: there is money on it.",
    );
  await followInvoice(db, invoice.jobId, "completed");
  return invoice;
}

type Booked = InvoiceShares & { id: string; jobId: string };

/** Moves an invoice, and its job with it, by an amount; refuses where what has been paid is no longer what was read. */
async function book(db: Db, invoice: Booked, payer: InvoicePayer, cents: number): Promise<void> {
  const { id, jobId, insurerPaidCents, customerPaidCents } = invoice;
  const data = received(invoice, payer, cents);
  const { count } = await db.invoice.updateMany({
    where: { id, status: { not: "void" }, insurerPaidCents, customerPaidCents },
    data,
  });
  if (count === 0) throw new Refusal(CHANGED);
  await followInvoice(db, jobId, data.status);
}

async function requireReason(db: Db, reason: string): Promise<void> {
  const known = await db.reasonCode.count({ where: { kind: "void", label: reason } });
  if (known === 0) throw new Refusal("Choose a reason.", "reason");
}

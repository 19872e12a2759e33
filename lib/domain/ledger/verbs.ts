import type { Done } from "@/lib/doors/action";
import { formatCents } from "@/lib/money";
import { Refusal } from "@/lib/refusal";
import { nextNumber } from "@/lib/sequence";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { CHANGED, type Method, type Payer, received, requirePayable, type Shares, statusOf } from "./invoice";

/** Bills a completed job as it was quoted: lines, tax and shares. @throws Refusal unless the job waits for its invoice. */
export async function invoiceJob(db: Db, jobId: string, issuedOn: Date): Promise<Done> {
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
  const taken = await db.job.updateMany({ where: { id: jobId, status: "completed" }, data: { status } });
  if (taken.count === 0) throw new Refusal("Only a completed job that has no invoice can be invoiced.");
  const insurer = job.claims[0]?.insurer ?? quote.insurer;
  const invoice = await db.invoice.create({
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
  return {
    subject: invoice.id,
    to: `/invoices/${invoice.id}`,
    message: `Invoice #${invoice.number} is created.`,
  };
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
  payer: Payer;
  method: Method;
  amountCents: number;
  reference: string;
  receivedOn: Date;
  seenPaidCents: number;
};

/** Enters what a payer paid. @param today midnight UTC of the shop's day. @throws Refusal, see `requirePayable`. */
export async function takePayment(db: Db, payment: NewPayment, today: Date): Promise<Done> {
  const { seenPaidCents, ...data } = payment;
  const invoice = await db.invoice.findUniqueOrThrow({ where: by("id", payment.invoiceId) });
  requirePayable(invoice, payment, today);
  await book(db, invoice, payment.payer, payment.amountCents);
  await db.payment.create({ data });
  return {
    subject: invoice.id,
    to: `/invoices/${invoice.id}`,
    message: `${formatCents(payment.amountCents)} from the ${payment.payer} is recorded.`,
  };
}

/** Takes a payment back: the balance opens again. @throws Refusal where that has been done. */
export async function voidPayment(db: Db, id: string, reason: string): Promise<Done> {
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
  await book(db, invoice, payment.payer as Payer, -payment.amountCents);
  const { amountCents, payer } = payment;
  return {
    subject: invoice.id,
    to: `/invoices/${invoice.id}`,
    message: `The payment of ${formatCents(amountCents)} is void.`,
    detail: { amountCents, payer },
  };
}

/** Takes an invoice without payments back; its job waits for an invoice again. @throws Refusal where money is on it. */
export async function voidInvoice(db: Db, id: string, reason: string): Promise<Done> {
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
  await db.job.updateMany({
    where: { id: invoice.jobId, status: { in: ["invoiced", "partially_paid", "paid"] } },
    data: { status: "completed" },
  });
  return { subject: id, to: `/invoices/${id}`, message: `Invoice #${invoice.number} is void.` };
}

type Booked = Shares & { id: string; jobId: string };

/** Moves an invoice, and its job with it, by an amount; refuses where what has been paid is no longer what was read. */
async function book(db: Db, invoice: Booked, payer: Payer, cents: number): Promise<void> {
  const { id, jobId, insurerPaidCents, customerPaidCents } = invoice;
  const data = received(invoice, payer, cents);
  const { count } = await db.invoice.updateMany({
    where: { id, status: { not: "void" }, insurerPaidCents, customerPaidCents },
    data,
  });
  if (count === 0) throw new Refusal(CHANGED);
  await db.job.updateMany({
    where: { id: jobId, status: { in: ["invoiced", "partially_paid", "paid"] } },
    data: { status: data.status },
  });
}

async function requireReason(db: Db, reason: string): Promise<void> {
  const known = await db.reasonCode.count({ where: { kind: "void", label: reason } });
  if (known === 0) throw new Refusal("Choose a reason.", "reason");
}

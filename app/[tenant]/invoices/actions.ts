"use server";

import { office } from "@/lib/auth/roles";
import { todayIn } from "@/lib/dates";
import { NewInvoice, NewPayment, VoidInvoice, VoidPayment } from "@/lib/domain/ledger/invoice";
import * as ledger from "@/lib/domain/ledger/verbs";
import { action } from "@/lib/doors/action";
import { formatCents } from "@/lib/money";
import { feature } from "./feature";

const page = (id: string) => `/invoices/${id}`;

export const createInvoice = action({
  name: "invoice.create",
  feature,
  allow: office,
  form: NewInvoice,
  run: (db, { jobId }, { timeZone }) => ledger.createInvoice(db, jobId, todayIn(timeZone)),
  then: ({ id, number }) => ({ to: page(id), message: `Invoice #${number} is created.` }),
});

export const recordPayment = action({
  name: "invoice.recordPayment",
  feature,
  allow: office,
  form: NewPayment,
  run: (db, input, { timeZone }) => ledger.recordPayment(db, input, todayIn(timeZone)),
  then: ({ invoiceId, amountCents, payer }) => ({
    subject: invoiceId,
    to: page(invoiceId),
    message: `${formatCents(amountCents)} from the ${payer} is recorded.`,
  }),
});

export const voidPayment = action({
  name: "invoice.voidPayment",
  feature,
  allow: office,
  form: VoidPayment,
  run: (db, { id, reason }) => ledger.voidPayment(db, id, reason),
  then: ({ invoiceId, amountCents, payer }) => ({
    subject: invoiceId,
    to: page(invoiceId),
    message: `The payment of ${formatCents(amountCents)} is void.`,
    detail: { amountCents, payer },
  }),
});

export const voidInvoice = action({
  name: "invoice.void",
  feature,
  allow: office,
  form: VoidInvoice,
  run: (db, { id, reason }) => ledger.voidInvoice(db, id, reason),
  then: ({ id, number }) => ({ to: page(id), message: `Invoice #${number} is void.` }),
});

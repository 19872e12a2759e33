"use server";

import { office } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { NewInvoice, NewPayment, VoidInvoice, VoidPayment } from "@/lib/domain/ledger/invoice";
import { invoiceJob, takePayment, voidInvoice, voidPayment } from "@/lib/domain/ledger/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

export const createInvoice = action({
  name: "invoice.create",
  feature,
  allow: office,
  form: NewInvoice,
  run: ({ db, input, actor }) => invoiceJob(db, input.jobId, new Date(dateIn(actor.timeZone, new Date()))),
});

export const recordPayment = action({
  name: "invoice.recordPayment",
  feature,
  allow: office,
  form: NewPayment,
  run: ({ db, input, actor }) => takePayment(db, input, new Date(dateIn(actor.timeZone, new Date()))),
});

export const undoPayment = action({
  name: "invoice.voidPayment",
  feature,
  allow: office,
  form: VoidPayment,
  run: ({ db, input }) => voidPayment(db, input.id, input.reason),
});

export const undoInvoice = action({
  name: "invoice.void",
  feature,
  allow: office,
  form: VoidInvoice,
  run: ({ db, input }) => voidInvoice(db, input.id, input.reason),
});

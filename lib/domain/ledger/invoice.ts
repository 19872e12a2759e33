import { z } from "zod";
import { dayFault } from "@/lib/date-range";
import { dayOf } from "@/lib/dates";
import { across, choice, date, id, money, optionalText } from "@/lib/forms/fields";
import { type Cents, formatCents, MAX_CENTS } from "@/lib/money";
import { Refusal } from "@/lib/refusal";

export type InvoicePayer = "customer" | "insurer";

/** What each payer owes of an invoice and has paid. */
export type InvoiceShares = {
  insurerCents: Cents;
  insurerPaidCents: Cents;
  customerCents: Cents;
  customerPaidCents: Cents;
};

/** @returns what one payer owes, has paid, and still has to pay. */
export function shareOf(
  shares: InvoiceShares,
  payer: InvoicePayer,
): { owed: Cents; paid: Cents; balance: Cents } {
  const owed = payer === "insurer" ? shares.insurerCents : shares.customerCents;
  const paid = payer === "insurer" ? shares.insurerPaidCents : shares.customerPaidCents;
  return { owed, paid, balance: owed - paid };
}

/** @returns what both payers together still have to pay. */
export function balanceOf(shares: InvoiceShares): Cents {
  return shareOf(shares, "insurer").balance + shareOf(shares, "customer").balance;
}

/** Paid is when neither payer owes anything: what one pays is never set against the other's share. */
export function statusOf(shares: InvoiceShares): "invoiced" | "partially_paid" | "paid" {
  const paidUp = (payer: InvoicePayer) => shareOf(shares, payer).balance <= 0;
  if (paidUp("insurer") && paidUp("customer")) return "paid";
  return shares.insurerPaidCents > 0 || shares.customerPaidCents > 0 ? "partially_paid" : "invoiced";
}

/** @param cents received; negative to take a payment back. @returns the invoice's shares and state after it. */
export function received(shares: InvoiceShares, payer: InvoicePayer, cents: Cents) {
  const after: InvoiceShares = {
    insurerCents: shares.insurerCents,
    customerCents: shares.customerCents,
    insurerPaidCents: shares.insurerPaidCents + (payer === "insurer" ? cents : 0),
    customerPaidCents: shares.customerPaidCents + (payer === "customer" ? cents : 0),
  };
  return {
    insurerPaidCents: after.insurerPaidCents,
    customerPaidCents: after.customerPaidCents,
    status: statusOf(after),
  };
}

export const methods = ["cash", "check", "card_terminal", "eft"] as const;
export type Method = (typeof methods)[number];

export const methodNames: Record<string, string> = {
  cash: "Cash",
  check: "Check",
  card_terminal: "Card terminal",
  eft: "EFT",
};

/** How each payer pays: no insurer comes with cash, no customer by EFT. */
export const methodsOf: Record<InvoicePayer, readonly Method[]> = {
  customer: ["cash", "check", "card_terminal"],
  insurer: ["eft", "check", "card_terminal"],
};

const references: Partial<Record<Method, string>> = {
  check: "Enter the check number.",
  card_terminal: "Enter the last four digits of the card, or the terminal's reference.",
};

export const NewInvoice = z.object({ jobId: id });
const reason = z.string().default("").pipe(z.string().min(1, "Choose a reason.").max(200));

export const VoidInvoice = z.object({ id, reason });
export const VoidPayment = z.object({ id, reason });

const payment = {
  invoiceId: id,
  payer: choice(["customer", "insurer"], "Choose who pays."),
  method: choice(methods, "Choose how it was paid."),
  amountCents: money(MAX_CENTS).refine((cents) => cents !== 0, "Enter an amount above zero."),
  reference: optionalText(60),
  receivedOn: date("payment"),
  /** What both had paid when the form was opened: a form sent twice is seen by it. */
  seenPaidCents: z.coerce.number().int(),
};
const { payer, method, reference } = payment;

export const NewPayment = z.object(payment).check(
  across(
    { payer, method },
    "method",
    (paid) => !methodsOf[paid.payer].includes(paid.method) && "Choose how it was paid.",
  ),
  across({ method, reference }, "reference", (paid) => !paid.reference && references[paid.method]),
);

type Payment = { payer: InvoicePayer; amountCents: Cents; receivedOn: Date; seenPaidCents: Cents };

/**
 * Checks a payment against its invoice.
 * @param today midnight UTC of the shop's current day.
 * @throws Refusal for a void invoice, more than the payer's balance, a day to come or long ago, or a form that is out of date.
 */
export function requirePayable(
  invoice: InvoiceShares & { status: string },
  payment: Payment,
  today: Date,
): void {
  const { payer, amountCents, receivedOn, seenPaidCents } = payment;
  const { balance } = shareOf(invoice, payer);
  if (invoice.status === "void") throw new Refusal("This invoice is void: it takes no payment.");
  if (balance <= 0) throw new Refusal(`The ${payer}'s share is paid already.`);
  if (invoice.insurerPaidCents + invoice.customerPaidCents !== seenPaidCents) throw new Refusal(CHANGED);
  if (amountCents > balance)
    throw new Refusal(`At most the ${payer}'s balance of ${formatCents(balance)}.`, "amountCents");
  const fault = dayFault(dayOf(receivedOn), "payment", dayOf(today));
  if (fault) throw new Refusal(fault, "receivedOn");
}

/** For whoever comes second where two write at once. */
export const CHANGED =
  "The invoice's payments have changed meanwhile. Open the invoice again, then record what is missing.";

/** The list's tabs. */
export const tabs = {
  open: ["invoiced", "partially_paid"],
  paid: ["paid"],
  void: ["void"],
} as const;

export type InvoiceTab = keyof typeof tabs;

/** @returns the tab that a URL names; the open invoices where it names none. */
export function tabOf(name: string): InvoiceTab {
  return Object.hasOwn(tabs, name) ? (name as InvoiceTab) : "open";
}

/** An invoice's state as people say it. */
export function statusName(status: string): string {
  const names: Record<string, string> = {
    invoiced: "Open",
    partially_paid: "Partly paid",
    paid: "Paid",
    void: "Void",
  };
  return names[status] ?? status;
}

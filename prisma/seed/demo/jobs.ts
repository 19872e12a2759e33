import { addDays, daysBetween, type IsoDate, instantOf } from "../../../lib/dates";
import type { JobStatus } from "../../../lib/tenancy/generated/client";
import type { Books } from "./books";
import type { InventedQuote } from "./quotes";
import type { Dice } from "./random";

type Sale = {
  quote: InventedQuote;
  customer: Books["customers"][number];
  vehicle: Books["vehicles"][number];
  insurer: { id: string; name: string } | null;
  date: IsoDate;
  today: IsoDate;
  timeZone: string;
  createdAt: Date;
  technicians: { id: string }[];
};

const midnight = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

/** A work order for a sold quote, as far along as its day allows, with its claim, technician, invoice and payments. */
export function bookJob(roll: Dice, books: Books, sale: Sale): void {
  const { quote, customer, vehicle, date, today, timeZone } = sale;
  const id = crypto.randomUUID();
  const status = statusOn(roll, daysBetween(today, date));
  books.jobs.push({
    id,
    number: 0,
    status,
    quoteId: quote.id,
    customerId: customer.id,
    vehicleId: vehicle.id,
    scheduledOn: midnight(date),
    timeWindow: roll.of(["am", "pm", "day"]),
    place: quote.row.place,
    street: quote.row.place === "mobile" ? (customer.street ?? "") : "",
    city: customer.city ?? "",
    zip: customer.zip ?? "",
    statusReason: status === "cancelled" ? "Customer changed their mind" : "",
    completedAt: isDone(status) ? instantOf(timeZone, date, "15:00") : null,
    createdAt: sale.createdAt,
  });
  if (status !== "cancelled") assign(roll, books, id, sale);
  if (sale.insurer && status !== "cancelled") claim(roll, books, id, { ...sale, insurer: sale.insurer });
  if (["invoiced", "partially_paid", "paid"].includes(status)) invoice(roll, books, id, status, sale);
}

/** @param ahead days from today; negative is past. */
function statusOn(roll: Dice, ahead: number): JobStatus {
  if (ahead > 0) return "scheduled";
  if (ahead === 0) return roll.of(["scheduled", "dispatched", "in_progress", "completed"]);
  if (roll.chance(5)) return "cancelled";
  if (ahead > -4) return roll.of(["completed", "invoiced", "paid"]);
  if (ahead > -40) return roll.chance(75) ? "paid" : roll.of(["invoiced", "partially_paid"]);
  return "paid";
}

const isDone = (status: JobStatus): boolean =>
  ["completed", "invoiced", "partially_paid", "paid"].includes(status);

/** One job at a time for a technician; the day's later jobs start later. Some of the days ahead are still without one. */
function assign(roll: Dice, books: Books, jobId: string, { technicians, date, timeZone, today }: Sale): void {
  if (technicians.length < 2 || (date > today && roll.chance(40))) return;
  const technician = roll.of(technicians);
  const day = instantOf(timeZone, date, "08:00");
  const taken = books.assignments.filter(
    (one) => one.technicianId === technician.id && sameDay(one.startsAt as Date, day),
  ).length;
  if (taken > 3) return;
  const startsAt = new Date(day.getTime() + taken * 150 * 60_000);
  books.assignments.push({
    jobId,
    technicianId: technician.id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 120 * 60_000),
  });
}

const sameDay = (instant: Date, dayStart: Date): boolean => {
  const since = instant.getTime() - dayStart.getTime();
  return since >= 0 && since < 16 * 3_600_000;
};

function claim(roll: Dice, books: Books, jobId: string, sale: Sale & { insurer: { id: string } }): void {
  books.claims.push({
    jobId,
    insurerId: sale.insurer.id,
    policyholder: sale.customer.name,
    policyNumber: `DEMO-${100000 + roll.number(899999)}`,
    lossDate: midnight(addDays(sale.date, -3 - roll.number(10))),
    lossState: sale.customer.state ?? "",
    cause: roll.of(["Road debris", "Vandalism", "Weather or hail"]),
    deductibleCents: sale.quote.row.deductibleCents,
    filedAt: sale.createdAt,
  });
}

function invoice(
  roll: Dice,
  books: Books,
  jobId: string,
  status: JobStatus,
  { quote, customer, insurer, date, today, timeZone }: Sale,
): void {
  const id = crypto.randomUUID();
  const { subtotalCents, taxCents, totalCents, insurerCents, customerCents } = quote.row;
  const insurerPaid =
    status === "paid" || (status === "partially_paid" && insurerCents > 0) ? insurerCents : 0;
  const half = insurerCents > 0 ? 0 : Math.floor(customerCents / 2);
  const customerPaid = status === "paid" ? customerCents : status === "partially_paid" ? half : 0;
  const paid = insurerPaid + customerPaid;
  books.invoices.push({
    id,
    number: 1001 + books.invoices.length,
    status: paid === totalCents ? "paid" : paid > 0 ? "partially_paid" : "invoiced",
    jobId,
    customerId: customer.id,
    insurerName: insurer?.name ?? "",
    issuedOn: midnight(date),
    subtotalCents,
    taxCents,
    totalCents,
    insurerCents,
    customerCents,
    insurerPaidCents: insurerPaid,
    customerPaidCents: customerPaid,
    createdAt: instantOf(timeZone, date, "16:00"),
  });
  const job = books.jobs.at(-1);
  if (job) job.status = paid === totalCents ? "paid" : paid > 0 ? "partially_paid" : "invoiced";
  for (const { costCents: _cost, rule: _rule, layer: _layer, quoteId: _quote, ...line } of quote.lines)
    books.invoiceLines.push({ ...line, invoiceId: id });
  const later = addDays(date, roll.number(3));
  const receivedOn = midnight(later < today ? later : today);
  if (insurerPaid > 0)
    books.payments.push({
      invoiceId: id,
      payer: "insurer",
      method: "eft",
      amountCents: insurerPaid,
      reference: `DEMO EFT ${1000 + roll.number(9000)}`,
      receivedOn,
    });
  if (customerPaid > 0)
    books.payments.push({
      invoiceId: id,
      payer: "customer",
      method: roll.of(["cash", "check", "card_terminal"]),
      amountCents: customerPaid,
      reference: "Demo",
      receivedOn,
    });
}

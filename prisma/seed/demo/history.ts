import { addDays, dateIn, type IsoDate, instantOf } from "../../../lib/dates";
import { loadPriceBook, pricesFor } from "../../../lib/domain/pricing/book";
import type { Prices } from "../../../lib/glass/pricing/quote-types";
import type { Kernel } from "../../../lib/tenancy/kernel";
import type { TenantId } from "../../../lib/tenancy/scope";
import { type Books, emptyBooks } from "./books";
import { bookJob } from "./jobs";
import { exemptCustomers, inventCustomer, inventPlate } from "./names";
import type { DemoShop } from "./people";
import { inventQuote, inventVehicle } from "./quotes";
import { dice } from "./random";

const sizes = {
  "clean-slate": { days: 0, perDay: 0, seed: 0, areaCode: "602", city: "Phoenix", state: "AZ", zip: "85004" },
  "harbor-glass": {
    days: 120,
    perDay: 0.6,
    seed: 22,
    areaCode: "813",
    city: "Tampa",
    state: "FL",
    zip: "33602",
  },
  "summit-glass": {
    days: 365,
    perDay: 2.2,
    seed: 300,
    areaCode: "512",
    city: "Austin",
    state: "TX",
    zip: "78701",
  },
};

/** How far ahead a shop is booked, in days. */
const AHEAD = 6;

/** Invents what a shop did until now: customers who call, quotes, jobs, invoices and payments, and the days ahead. */
export async function makeHistory(
  kernel: Kernel,
  tenantId: TenantId,
  shop: DemoShop,
  now: Date,
): Promise<void> {
  const { days, perDay, seed, ...place } = sizes[shop];
  const roll = dice(seed);
  const { timeZone, technicians, insurers, cash, insurance } = await kernel.withTenant(
    tenantId,
    async (db) => {
      const book = await loadPriceBook(db);
      const tenant = await db.tenant.findFirstOrThrow();
      return {
        timeZone: tenant.timeZone,
        technicians: await db.membership.findMany({ where: { role: "technician" }, select: { id: true } }),
        insurers: await db.insurer.findMany({ orderBy: { name: "asc" }, take: 12 }),
        cash: pricesFor(book, "cash", null, null) as Prices,
        insurance: pricesFor(book, "insurance", null, null) as Prices,
      };
    },
  );
  const today = dateIn(timeZone, now);
  const books = emptyBooks();
  for (let offset = -days; offset <= AHEAD; offset++) {
    const date = addDays(today, offset);
    if (isSunday(date) && offset !== 0) continue;
    const usual = Math.floor(perDay) + (roll.chance((perDay % 1) * 100) ? 1 : 0) + (roll.chance(30) ? 1 : 0);
    const calls = offset === 0 ? Math.max(usual, Math.ceil(perDay * 2.5)) : usual;
    for (let call = 0; call < calls; call++) {
      const customer =
        roll.chance(25) && books.customers.length > 0 ? roll.of(books.customers) : addCustomer(books);
      const vehicle = {
        id: crypto.randomUUID(),
        customerId: customer.id,
        plate: inventPlate(roll),
        plateState: place.state,
        ...inventVehicle(roll),
      };
      books.vehicles.push(vehicle);
      const insurer = roll.chance(45) ? roll.of(insurers) : null;
      const daysBefore = addDays(date, -1 - roll.number(4));
      const called = daysBefore < today ? daysBefore : today;
      const quote = inventQuote(roll, {
        vehicle,
        insurer,
        on: called,
        state: place.state,
        zip: place.zip,
        prices: insurer ? insurance : cash,
      });
      const minute = books.quotes.length % 60;
      const clock = [8 + roll.number(9), minute].map((part) => String(part).padStart(2, "0")).join(":");
      const rang = instantOf(timeZone, called, clock);
      const createdAt = rang < now ? rang : new Date(now.getTime() - minute * 60_000);
      const sold = offset > 0 || roll.chance(78);
      const standing = statusOf(sold, offset);
      books.quotes.push({
        ...quote.row,
        id: quote.id,
        number: 0,
        customerId: customer.id,
        vehicleId: vehicle.id,
        createdAt,
        ...standing,
      });
      books.quoteLines.push(...quote.lines);
      if (standing.status === "sent") {
        books.quoteOptions.push(...quote.options);
        const openedAt = openedAfter(createdAt, books.quoteLinks.length, now);
        books.quoteLinks.push({ quoteId: quote.id, expiresOn: quote.row.validUntil, createdAt, openedAt });
      }
      if (sold)
        bookJob(roll, books, {
          quote,
          customer,
          vehicle,
          insurer,
          date,
          today,
          timeZone,
          createdAt,
          technicians,
        });
    }
  }
  numberInOrder(books);
  books.customers.push(...exemptCustomers(place, today));
  await write(kernel, tenantId, books);

  function addCustomer(into: Books) {
    const customer = { id: crypto.randomUUID(), ...inventCustomer(roll, place) };
    into.customers.push(customer);
    return customer;
  }

  function statusOf(sold: boolean, offset: number) {
    if (sold) return { status: "accepted" as const, acceptedAt: now };
    if (offset > -10) return { status: roll.chance(70) ? ("sent" as const) : ("draft" as const) };
    return {
      status: "lost" as const,
      lostReason: roll.of(["Price too high", "Went to another shop", "No longer needed"]),
    };
  }
}

/** Numbers quotes as they were made, and their jobs alike. */
function numberInOrder({ quotes, jobs }: Books): void {
  quotes.sort((a, b) => Number(a.createdAt) - Number(b.createdAt));
  const numbers = new Map(quotes.map(({ id }, index) => [id, 1001 + index]));
  for (const quote of quotes) quote.number = numbers.get(quote.id) ?? 0;
  for (const job of jobs) job.number = numbers.get(job.quoteId) ?? 0;
}

function isSunday(date: IsoDate): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() === 0;
}

async function write(kernel: Kernel, tenantId: TenantId, books: Books): Promise<void> {
  await kernel.withTenant(tenantId, async (db) => {
    await db.customer.createMany({ data: books.customers });
    await db.vehicle.createMany({ data: books.vehicles });
    await db.quote.createMany({ data: books.quotes });
    await db.quoteLine.createMany({ data: books.quoteLines });
    await db.quoteOption.createMany({ data: books.quoteOptions });
    await db.quoteLink.createMany({ data: books.quoteLinks });
  });
  await kernel.withTenant(tenantId, async (db) => {
    await db.job.createMany({ data: books.jobs });
    await db.assignment.createMany({ data: books.assignments });
    await db.claim.createMany({ data: books.claims });
    await db.invoice.createMany({ data: books.invoices });
    await db.invoiceLine.createMany({ data: books.invoiceLines });
    await db.payment.createMany({ data: books.payments });
    await db.counter.createMany({
      data: [
        { name: "quote", value: 1000 + books.quotes.length },
        { name: "invoice", value: 1000 + books.invoices.length },
      ],
    });
  });
}

/** Two customers of three open their link, within a few hours. @param nth which link it is. */
function openedAfter(createdAt: Date, nth: number, now: Date): Date | null {
  const openedAt = new Date(createdAt.getTime() + (25 + ((nth * 37) % 300)) * 60_000);
  return nth % 3 !== 2 && openedAt < now ? openedAt : null;
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { createInvoice, recordPayment, voidInvoice, voidPayment } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let number = 1000;
const today = new Date("2026-03-03T00:00:00Z");

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  await inShop((db) => db.reasonCode.create({ data: { kind: "void", label: "Test reason" } }));
});
afterAll(() => database.close());

const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);

/** A completed job of $500: $400 for the insurer, $100 for the customer. */
async function mintJob() {
  const { customer, vehicle } = await mintCustomer(kernel, shop);
  number += 1;
  const both = { number, customerId: customer.id, vehicleId: vehicle.id };
  return inShop(async (db) => {
    const line = { kind: "labor", quantity: 100, taxable: false, rule: "", layer: "" };
    const quote = await db.quote.create({
      data: {
        ...both,
        payer: "insurance",
        glassPosition: "windshield",
        subtotalCents: 50_000,
        taxCents: 0,
        totalCents: 50_000,
        insurerCents: 40_000,
        customerCents: 10_000,
        validUntil: today,
        lines: {
          create: [
            { ...line, position: 1, description: "Glass", unitCents: 45_000, totalCents: 45_000 },
            { ...line, position: 2, description: "Labor", unitCents: 5_000, totalCents: 5_000 },
          ],
        },
      },
    });
    return db.job.create({ data: { ...both, quoteId: quote.id, scheduledOn: today, status: "completed" } });
  });
}

async function mintInvoice() {
  const job = await mintJob();
  const { id } = await inShop((db) => createInvoice(db, job.id, today));
  return { id, jobId: job.id };
}

const paying = (invoiceId: string, payer: "customer" | "insurer", amountCents: number, seenPaidCents = 0) =>
  inShop((db) =>
    recordPayment(
      db,
      { invoiceId, payer, method: "check", amountCents, reference: "1", receivedOn: today, seenPaidCents },
      today,
    ),
  );

const states = (id: string) =>
  inShop(async (db) => {
    const { status, job } = await db.invoice.findFirstOrThrow({ where: { id }, include: { job: true } });
    return [status, job.status];
  });

describe("an invoice", () => {
  it("is billed as it was quoted, once, with the next number", async () => {
    const { id, jobId } = await mintInvoice();
    const invoice = await inShop((db) =>
      db.invoice.findFirstOrThrow({ where: { id }, include: { lines: { orderBy: { position: "asc" } } } }),
    );
    expect(invoice).toMatchObject({ totalCents: 50_000, insurerCents: 40_000, customerCents: 10_000 });
    expect(invoice.lines.map((line) => line.description)).toEqual(["Glass", "Labor"]);
    expect(await states(id)).toEqual(["invoiced", "invoiced"]);
    await expect(inShop((db) => createInvoice(db, jobId, today))).rejects.toThrow("Only a completed job");
  });

  it("is created once by two who press at once", async () => {
    const job = await mintJob();
    const press = () => inShop((db) => createInvoice(db, job.id, today));
    const results = await Promise.allSettled([press(), press()]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is void without payments alone; its job then waits for another", async () => {
    const { id, jobId } = await mintInvoice();
    await paying(id, "customer", 10_000);
    await expect(inShop((db) => voidInvoice(db, id, "Test reason"))).rejects.toThrow(
      "Void its payments first",
    );
    const [payment] = await inShop((db) => db.payment.findMany({ where: { invoiceId: id } }));
    await inShop((db) => voidPayment(db, payment?.id ?? "", "Test reason"));
    await inShop((db) => voidInvoice(db, id, "Test reason"));
    expect(await states(id)).toEqual(["void", "completed"]);
    await expect(inShop((db) => voidInvoice(db, id, "Test reason"))).rejects.toThrow("void already");
    await inShop((db) => createInvoice(db, jobId, today));
  });
});

describe("payments", () => {
  it("take invoice and job from open to paid, each payer apart", async () => {
    const { id } = await mintInvoice();
    await paying(id, "customer", 10_000);
    expect(await states(id)).toEqual(["partially_paid", "partially_paid"]);
    await expect(paying(id, "customer", 1, 10_000)).rejects.toThrow("paid already");
    await expect(paying(id, "insurer", 40_001, 10_000)).rejects.toThrow("$400.00");
    await paying(id, "insurer", 40_000, 10_000);
    expect(await states(id)).toEqual(["paid", "paid"]);
  });

  it("are taken once where the same form comes twice", async () => {
    const { id } = await mintInvoice();
    const results = await Promise.allSettled([paying(id, "insurer", 10_000), paying(id, "insurer", 10_000)]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(paying(id, "insurer", 10_000)).rejects.toThrow("changed");
    const { insurerPaidCents } = await inShop((db) => db.invoice.findFirstOrThrow({ where: { id } }));
    expect(insurerPaidCents).toBe(10_000);
    expect(await inShop((db) => db.payment.count({ where: { invoiceId: id } }))).toBe(1);
  });

  it("are taken back once, and the balance opens again", async () => {
    const { id } = await mintInvoice();
    await paying(id, "insurer", 40_000);
    const [payment] = await inShop((db) => db.payment.findMany({ where: { invoiceId: id } }));
    const undo = () => inShop((db) => voidPayment(db, payment?.id ?? "", "Test reason"));
    const results = await Promise.allSettled([undo(), undo()]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await states(id)).toEqual(["invoiced", "invoiced"]);
  });

  it("of another shop's invoice are not found", async () => {
    const { id } = await mintInvoice();
    const other = await mintTenant(kernel, "Other Glass");
    const payment = { invoiceId: id, payer: "customer", method: "cash", amountCents: 1 } as const;
    await expect(
      kernel.withTenant(other, (db) =>
        recordPayment(db, { ...payment, reference: "", receivedOn: today, seenPaidCents: 0 }, today),
      ),
    ).rejects.toThrow("Not found");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, midnightOf } from "@/lib/dates";
import { getBilling, getInvoice, listInvoices } from "@/lib/domain/ledger/queries";
import { createInvoice, recordPayment, voidInvoice, voidPayment } from "@/lib/domain/ledger/verbs";
import type { Kernel } from "@/lib/tenancy/kernel";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, press } from "@/tests/support/doors";
import { amounts, type Furnished, idsOf, mintFurnished, mintJob } from "@/tests/support/furnished";
import { meet } from "@/tests/support/meet";

playDoors();
const actions = await import("./actions");

type Db = Parameters<typeof createInvoice>[0];
let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
const reason = "Typed twice";

async function open() {
  odd = await mintFurnished(database, kernel);
  await odd.inShop((db) =>
    db.reasonCode.createMany({
      data: [
        { kind: "void", label: reason },
        { kind: "cancelled", label: "Not for money" },
      ],
    }),
  );
}
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  await open();
});
afterAll(() => database.close());

const lines = [
  {
    position: 1,
    kind: "glass",
    description: "Door glass",
    nagsNumber: "FD12345GTYN",
    quantity: 103,
    unitCents: 41_219,
    totalCents: 42_456,
    taxable: true,
    costCents: 9_999,
    rule: "DW* 55% off",
    layer: "profile",
  },
  {
    position: 2,
    kind: "labour",
    description: "Labor",
    nagsNumber: null,
    quantity: 150,
    unitCents: 5_261,
    totalCents: 7_891,
    taxable: false,
    costCents: 1,
    rule: "by hand",
    layer: "manual",
  },
];
const claimed = {
  policyholder: "A",
  policyNumber: "1",
  lossState: "TX",
  lossDate: new Date("2026-01-01"),
  cause: "Hail",
  deductibleCents: 0,
};
const insured = (more = {}) => ({
  quote: { payer: "insurance", insurerId: odd.insurers[0].id, ...more },
  job: { status: "completed" },
  lines,
});
const toBill = async (quote = {}) => (await mintJob(odd.inShop, insured(quote))).job;
const invoiceOf = (id: string) =>
  odd.inShop((db) =>
    db.invoice.findFirstOrThrow({
      where: { id },
      include: { lines: { orderBy: { position: "asc" } }, payments: true, job: true },
    }),
  );
async function billed(quote = {}) {
  const job = await toBill(quote);
  const { to = "", message } = await press(odd.counter, actions.createInvoice, { jobId: job.id });
  return { id: to.split("/").at(-1) ?? "", to, message, job };
}
const states = async (id: string) => {
  const { status, job } = await invoiceOf(id);
  return [status, job.status];
};
const paid = async (id: string) => {
  const { insurerPaidCents, customerPaidCents } = await invoiceOf(id);
  return { insurerPaidCents, customerPaidCents };
};
const pay = (invoiceId: string, more: Record<string, string> = {}) =>
  press(odd.counter, actions.recordPayment, {
    invoiceId,
    payer: "insurer",
    method: "eft",
    amountCents: "434.91",
    reference: "EFT-7",
    receivedOn: addDays(odd.today, -1),
    seenPaidCents: "0",
    ...more,
  });

describe("an invoice", () => {
  it("says all that the quote said, by its own number and the shop's day", async () => {
    const { id, to, message, job } = await billed();
    const invoice = await invoiceOf(id);
    expect({ to, message }).toEqual({
      to: `/${odd.slug}/invoices/${id}`,
      message: `Invoice #${invoice.number} is created.`,
    });
    expect(invoice).toMatchObject({
      number: 1001,
      status: "invoiced",
      jobId: job.id,
      customerId: job.customerId,
      insurerName: odd.insurers[0].name,
      issuedOn: midnightOf(odd.today),
      ...amounts,
      insurerPaidCents: 0,
      customerPaidCents: 0,
      job: { status: "invoiced" },
    });
    const kept = lines.map(({ costCents: _, rule: __, layer: ___, ...line }) => line);
    expect(invoice.lines.map(({ tenantId: _, id: __, invoiceId: ___, ...line }) => line)).toEqual(kept);
    const audit = await lastAudit(kernel, odd.shop);
    expect(audit).toMatchObject({ action: "invoice.create", subject: id, userName: "Cora Counter" });
    expect((await invoiceOf((await billed()).id)).number).toBe(1002);
  });

  it("names the insurer of the claim that stands, not of one withdrawn; none where no insurer pays", async () => {
    const nameOn = async (status: string, quote = {}) => {
      const job = await toBill(quote);
      const of = { jobId: job.id, insurerId: odd.insurers[1].id, status };
      await odd.inShop((db) => db.claim.create({ data: { ...claimed, ...of } }));
      const { id } = await odd.inShop((db) => createInvoice(db, job.id, new Date("2026-01-02")));
      return (await invoiceOf(id)).insurerName;
    };
    expect(await nameOn("reported")).toBe(odd.insurers[1].name);
    expect(await nameOn("cancelled")).toBe(odd.insurers[0].name);
    expect(await nameOn("cancelled", { insurerId: null })).toBe("Insurer");
    expect(await nameOn("reported", { insurerCents: 0, customerCents: amounts.totalCents })).toBe("");
  });

  it("for nothing is paid at once", async () => {
    const free = { subtotalCents: 0, taxCents: 0, totalCents: 0, insurerCents: 0, customerCents: 0 };
    const { id } = await billed(free);
    expect(await states(id)).toEqual(["paid", "paid"]);
  });

  it.each(["in_progress", "invoiced", "paid", "cancelled"])(
    "is none for a job that is %s",
    async (status) => {
      const { job } = await mintJob(odd.inShop, { ...insured(), job: { status } });
      const done = await press(odd.counter, actions.createInvoice, { jobId: job.id });
      expect(done.message).toMatch(/Only a completed job/);
      expect(await odd.inShop((db) => db.invoice.count({ where: { jobId: job.id } }))).toBe(0);
    },
  );

  it("is made by one of two who press in the same moment, and numbers have no gap", async () => {
    const [job, other] = [await toBill(), await toBill()];
    const bill = (jobId: string) => (db: Db) => createInvoice(db, jobId, new Date("2026-01-02"));
    const { first, second, waited } = await meet(odd.inShop, bill(job.id), bill(job.id));
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    const { second: next, waited: queued } = await meet(
      odd.inShop,
      bill(other.id),
      bill((await toBill()).id),
    );
    expect([next.status, queued]).toEqual(["fulfilled", true]);
    const numbers = await odd.inShop((db) => db.invoice.findMany({ orderBy: { number: "asc" } }));
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => 1001 + index));
  });
});

describe("a payment", () => {
  it("is kept as typed, and moves the invoice and its job, and no other", async () => {
    const [{ id }, beside] = [await billed(), await billed()];
    const receivedOn = addDays(odd.today, -1);
    expect(await pay(id)).toMatchObject({
      to: `/${odd.slug}/invoices/${id}`,
      message: "$434.91 from the insurer is recorded.",
    });
    const { payments } = await invoiceOf(id);
    expect(payments).toMatchObject([
      {
        payer: "insurer",
        method: "eft",
        amountCents: 43_491,
        reference: "EFT-7",
        receivedOn: midnightOf(receivedOn),
        voidedAt: null,
        voidReason: "",
      },
    ]);
    expect(await paid(id)).toEqual({ insurerPaidCents: 43_491, customerPaidCents: 0 });
    expect(await states(id)).toEqual(["partially_paid", "partially_paid"]);
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({
      action: "invoice.recordPayment",
      subject: id,
    });
    expect(await states(beside.id)).toEqual(["invoiced", "invoiced"]);
    expect(await paid(beside.id)).toEqual({ insurerPaidCents: 0, customerPaidCents: 0 });
    const rest = { payer: "customer", method: "cash", amountCents: "100.07", seenPaidCents: "43491" };
    await pay(id, { ...rest, receivedOn: odd.today });
    expect(await paid(id)).toEqual({ insurerPaidCents: 43_491, customerPaidCents: 10_007 });
    expect(await states(id)).toEqual(["paid", "paid"]);
  });

  it("of an insurer who pays alone ends it, and of a customer who pays alone", async () => {
    const { id } = await billed({ insurerCents: amounts.totalCents, customerCents: 0 });
    await pay(id, { amountCents: "534.98" });
    expect(await states(id)).toEqual(["paid", "paid"]);
    const { id: theirs } = await billed({ insurerCents: 0, customerCents: amounts.totalCents });
    const cash = { payer: "customer", method: "cash", amountCents: "534.98" };
    expect((await pay(theirs)).message).toBe("The insurer's share is paid already.");
    await pay(theirs, cash);
    expect(await states(theirs)).toEqual(["paid", "paid"]);
  });

  it("comes by the day of the shop, not by one to come", async () => {
    const { id } = await billed();
    expect((await pay(id, { receivedOn: addDays(odd.today, 1) })).errors).toEqual({
      receivedOn: ["Choose today or an earlier day."],
    });
    expect((await pay(id, { receivedOn: odd.today })).errors).toBeUndefined();
  });

  it("is taken back once paid in full, with its reason, and what it paid is open again; the other's stays", async () => {
    const { id } = await billed();
    await pay(id);
    await pay(id, { payer: "customer", method: "cash", amountCents: "100.07", seenPaidCents: "43491" });
    const { payments } = await invoiceOf(id);
    const [eft, cash] = ["eft", "cash"].map((method) => payments.find((one) => one.method === method));
    const undo = (paymentId = "", why = reason) =>
      press(odd.counter, actions.voidPayment, { id: paymentId, reason: why });
    expect((await undo(cash?.id, "Not for money")).errors).toEqual({ reason: ["Choose a reason."] });
    const done = await undo(cash?.id);
    expect(done).toMatchObject({
      to: `/${odd.slug}/invoices/${id}`,
      message: "The payment of $100.07 is void.",
    });
    const { action, subject, detail } = await lastAudit(kernel, odd.shop);
    expect({ action, subject }).toEqual({ action: "invoice.voidPayment", subject: id });
    expect(detail).toMatchObject({ amountCents: 10_007, payer: "customer" });
    expect(await paid(id)).toEqual({ insurerPaidCents: 43_491, customerPaidCents: 0 });
    expect(await states(id)).toEqual(["partially_paid", "partially_paid"]);
    const after = (await invoiceOf(id)).payments.find((one) => one.id === cash?.id);
    expect(after?.voidReason).toBe(reason);
    expect(after?.voidedAt?.getTime()).toBeGreaterThan(Date.now() - 600_000);
    expect((await undo(cash?.id)).message).toBe("This payment is void already.");
    const standing = (await invoiceOf(id)).payments.find((one) => one.id === eft?.id);
    expect(standing).toMatchObject({ voidedAt: null, voidReason: "" });
    await undo(eft?.id);
    expect(await states(id)).toEqual(["invoiced", "invoiced"]);
    expect(await paid(id)).toEqual({ insurerPaidCents: 0, customerPaidCents: 0 });
  });

  it("leaves a job alone that is closed", async () => {
    const { id, job } = await billed();
    await odd.inShop((db) => db.job.updateMany({ where: { id: job.id }, data: { status: "closed" } }));
    await pay(id);
    expect(await states(id)).toEqual(["partially_paid", "closed"]);
  });

  it("is none on a void invoice", async () => {
    const { id } = await billed();
    await odd.inShop((db) => voidInvoice(db, id, reason));
    expect((await pay(id)).message).toBe("This invoice is void: it takes no payment.");
  });
});

describe("an invoice that is void", () => {
  const undo = (id: string, why = reason) => press(odd.counter, actions.voidInvoice, { id, reason: why });

  it("says why; its job waits for another, and no other invoice is", async () => {
    const [{ id }, beside] = [await billed(), await billed()];
    expect((await undo(id, "Not for money")).errors).toEqual({ reason: ["Choose a reason."] });
    const { number } = await invoiceOf(id);
    expect(await undo(id)).toMatchObject({
      to: `/${odd.slug}/invoices/${id}`,
      message: `Invoice #${number} is void.`,
    });
    expect(await invoiceOf(id)).toMatchObject({
      status: "void",
      voidReason: reason,
      job: { status: "completed" },
    });
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({ action: "invoice.void", subject: id });
    expect(await states(beside.id)).toEqual(["invoiced", "invoiced"]);
    expect((await undo(id)).message).toBe("This invoice is void already.");
  });

  it.each([
    ["insurer", "eft", "434.91"],
    ["customer", "cash", "100.07"],
  ])("has no money of the %s on it", async (payer, method, amountCents) => {
    const { id } = await billed();
    await pay(id, { payer, method, amountCents });
    expect((await undo(id)).message).toBe("Void its payments first: there is money on it.");
    expect((await invoiceOf(id)).status).toBe("partially_paid");
  });

  it("leaves a job alone that is closed", async () => {
    const { id, job } = await billed();
    await odd.inShop((db) => db.job.updateMany({ where: { id: job.id }, data: { status: "closed" } }));
    await undo(id);
    expect(await states(id)).toEqual(["void", "closed"]);
  });
});

describe("of two in the same moment", () => {
  const paying = (invoiceId: string, payer: "insurer" | "customer", amountCents: number) => (db: Db) => {
    const today = new Date("2026-01-02");
    const payment = { invoiceId, payer, method: "check", reference: "1", receivedOn: today } as const;
    return recordPayment(db, { ...payment, amountCents, seenPaidCents: 0 }, today);
  };

  it.each([
    ["insurer", "insurer"],
    ["insurer", "customer"],
    ["customer", "insurer"],
  ] as const)("who enter a payment of the %s and of the %s, the second is told", async (one, two) => {
    const { id } = await billed();
    const { first, second, waited } = await meet(odd.inShop, paying(id, one, 107), paying(id, two, 107));
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    expect(second).toMatchObject({ reason: { message: expect.stringMatching(/have changed meanwhile/) } });
    expect((await invoiceOf(id)).payments).toHaveLength(1);
  });

  it("who take one payment back, one does", async () => {
    const { id } = await billed();
    await pay(id);
    const [payment] = (await invoiceOf(id)).payments;
    const undo = (db: Db) => voidPayment(db, payment?.id ?? "", reason);
    const { first, second, waited } = await meet(odd.inShop, undo, undo);
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    expect(second).toMatchObject({ reason: { message: "This payment is void already." } });
    expect(await paid(id)).toEqual({ insurerPaidCents: 0, customerPaidCents: 0 });
  });

  it("who void an invoice and enter a payment, the second is told, whichever it is", async () => {
    const [{ id }, other] = [await billed(), await billed()];
    const voiding = (of: string) => (db: Db) => voidInvoice(db, of, reason);
    const late = await meet(odd.inShop, voiding(id), paying(id, "insurer", 107));
    expect([late.first.status, late.second.status]).toEqual(["fulfilled", "rejected"]);
    expect(await states(id)).toEqual(["void", "completed"]);
    const early = await meet(odd.inShop, paying(other.id, "customer", 107), voiding(other.id));
    expect([early.first.status, early.second.status]).toEqual(["fulfilled", "rejected"]);
    expect(await states(other.id)).toEqual(["partially_paid", "partially_paid"]);
  });
});

describe("what is read of money", () => {
  const at = { skip: 0, take: 50 };
  const list = (tab: "open" | "paid" | "void", search = "", slice = at) =>
    odd.inShop((db) => listInvoices(db, { tab, search, at: slice }));

  it("is a page of a tab, the latest first; found by number, job, customer and insurer", async () => {
    await open();
    const mint = async (status: string, day: string, name: string, insurerName: string) => {
      const { job, customer } = await mintJob(odd.inShop, { customer: { name } });
      const of = { jobId: job.id, customerId: customer.id, issuedOn: new Date(day) };
      const row = { ...amounts, ...of, number: job.number + 2_000, status, insurerName };
      const invoice = await odd.inShop((db) => db.invoice.create({ data: row as never }));
      return { ...invoice, jobNumber: job.number };
    };
    const one = await mint("invoiced", "2026-01-05", "Zadie Quill", "");
    const two = await mint("partially_paid", "2026-01-03", "Yves Rook", "Acorn Mutual");
    const three = await mint("invoiced", "2026-01-03", "Xena Sole", "");
    const [done, gone] = [
      await mint("paid", "2026-01-03", "W", ""),
      await mint("void", "2026-01-03", "V", ""),
    ];
    const all = await list("open");
    expect([idsOf(all.rows), all.total]).toEqual([idsOf([one, three, two]), 3]);
    expect(all.rows[2]).toMatchObject({ customer: { name: "Yves Rook" }, job: { number: two.jobNumber } });
    expect(idsOf((await list("paid")).rows)).toEqual([done.id]);
    expect(idsOf((await list("void")).rows)).toEqual([gone.id]);
    const page = await list("open", "", { skip: 2, take: 1 });
    expect([idsOf(page.rows), page.total]).toEqual([[two.id], 3]);
    for (const search of ["yves", "ACORN", `${two.number}`, `#${two.number}`, `${two.jobNumber}`])
      expect([search, idsOf((await list("open", search)).rows)]).toEqual([search, [two.id]]);
    for (const search of ["99999999999", "0", "1.5", "w", "-1"])
      expect([search, (await list("open", search)).total]).toEqual([search, 0]);
  });

  it("is one invoice with all that its page shows", async () => {
    const { id, job } = await billed();
    let seen = 0;
    for (const [reference = "", daysAgo] of [
      ["D", 1],
      ["B", 2],
      ["E", 1],
      ["A", 3],
      ["C", 2],
    ] as const) {
      const receivedOn = addDays(odd.today, -daysAgo);
      await pay(id, { amountCents: "10.01", reference, receivedOn, seenPaidCents: `${seen}` });
      seen += 1_001;
    }
    const claim = await odd.inShop((db) =>
      db.claim.create({
        data: { ...claimed, jobId: job.id, insurerId: odd.insurers[1].id, status: "cancelled" },
      }),
    );
    await odd.inShop((db) =>
      db.reasonCode.create({ data: { kind: "void", label: "A reason before others" } }),
    );
    const { invoice, reasons, shop } = await odd.inShop((db) => getInvoice(db, id));
    expect(invoice).toMatchObject({
      id,
      customer: { id: job.customerId },
      job: { id: job.id, vehicle: { make: "Honda" }, claims: [] },
      lines: [{ description: "Door glass" }, { description: "Labor" }],
      payments: ["A", "B", "C", "D", "E"].map((reference) => ({ reference })),
    });
    expect(reasons[0]).toBe("A reason before others");
    expect(reasons).toContain(reason);
    expect(reasons).not.toContain("Not for money");
    expect(shop).toMatchObject({ name: "Odd Glass" });
    await odd.inShop((db) => db.claim.updateMany({ where: { id: claim.id }, data: { status: "reported" } }));
    const again = await odd.inShop((db) => getInvoice(db, id));
    expect(again.invoice.job.claims).toMatchObject([{ id: claim.id }]);
  });

  it("is what a job's page shows: its state, what was quoted, and its invoices, the latest first", async () => {
    const { id, job } = await billed();
    const ids = [id];
    for (const _again of [1, 2, 3, 4]) {
      await odd.inShop((db) => voidInvoice(db, ids[0] ?? "", reason));
      ids.unshift((await odd.inShop((db) => createInvoice(db, job.id, new Date("2026-01-02")))).id);
    }
    expect(await odd.inShop((db) => getBilling(db, job.id))).toMatchObject({
      status: "invoiced",
      quote: { totalCents: amounts.totalCents },
      invoices: ids.map((one) => ({ id: one })),
    });
  });
});

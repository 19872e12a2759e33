import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { amounts, type Furnished, idsOf, mintFurnished, mintJob } from "@/tests/support/furnished";
import { getToday } from "./today";

// Half past nine in the evening in Chicago, and another day in UTC.
const now = new Date("2031-03-05T03:30:00Z");
const [yesterday, today, tomorrow] = ["2031-03-03", "2031-03-04", "2031-03-05"].map((day) => new Date(day));

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

const open = async () => {
  odd = await mintFurnished(database, kernel, "America/Chicago");
};
const shown = (who = odd.owner) => odd.inShop((db) => getToday(db, who, now));
const mint = async (job: object) => (await mintJob(odd.inShop, { job, vehicle: { plate: "TDY1" } })).job;

describe("what a shop sees when it opens", () => {
  beforeAll(open);

  it("is the day by its own clock, and that day's jobs in order, without those that are off", async () => {
    const pm = await mint({ scheduledOn: today, timeWindow: "pm" });
    const am = await mint({ scheduledOn: today, timeWindow: "am", status: "paid" });
    const next = await mint({ scheduledOn: today, timeWindow: "am" });
    for (const status of ["cancelled", "void"]) await mint({ scheduledOn: today, status });
    for (const scheduledOn of [yesterday, tomorrow]) await mint({ scheduledOn, status: "paid" });
    const page = await shown();
    expect(page.today).toBe("2031-03-04");
    expect(idsOf(page.jobs)).toEqual(idsOf([am, next, pm]));
    expect(page.jobs[0]).toMatchObject({
      customer: { name: "Ann Example" },
      vehicle: { plate: "TDY1" },
      quote: { glassPosition: "door" },
    });
  });

  it("is what should have been done before, the oldest first", async () => {
    await open();
    const late = [];
    for (const [index, status] of [
      "scheduled",
      "dispatched",
      "en_route",
      "in_progress",
      "incomplete",
      "no_show",
    ].entries())
      late.unshift(await mint({ scheduledOn: new Date(Date.UTC(2031, 1, 20 - index)), status }));
    for (const status of ["completed", "invoiced", "partially_paid", "paid", "closed", "cancelled", "void"])
      await mint({ scheduledOn: yesterday, status });
    const last = await mint({ scheduledOn: yesterday });
    for (const scheduledOn of [today, tomorrow]) await mint({ scheduledOn });
    const page = await shown();
    expect(idsOf(page.late)).toEqual(idsOf([...late, last]));
    expect(page.late[0]).toMatchObject({ customer: { name: "Ann Example" }, vehicle: { plate: "TDY1" } });
  });

  it("is the days that customers wish for, from today on, who wished first first", async () => {
    await open();
    const wish = (job: object) => mint({ dayRequested: true, ...job });
    const first = await wish({ scheduledOn: tomorrow, createdAt: new Date("2031-03-01T10:00:00Z") });
    const third = await wish({ scheduledOn: today, createdAt: new Date("2031-03-03T10:00:00Z") });
    const second = await wish({ scheduledOn: today, createdAt: new Date("2031-03-02T10:00:00Z") });
    await wish({ scheduledOn: yesterday });
    await wish({ scheduledOn: tomorrow, status: "dispatched" });
    await mint({ scheduledOn: tomorrow });
    expect(idsOf((await shown()).wished)).toEqual(idsOf([first, second, third]));
  });

  it("is no more than twenty of what waits", async () => {
    await open();
    const { id: _, ...like } = await mint({ scheduledOn: yesterday });
    const more = (length: number, from: number, job: object) =>
      Array.from({ length }, (_, n) => ({ ...like, ...job, number: from + n }));
    await odd.inShop((db) => db.job.createMany({ data: more(20, 90_000, {}) }));
    const wished = { scheduledOn: tomorrow, dayRequested: true };
    await odd.inShop((db) => db.job.createMany({ data: more(21, 91_000, wished) }));
    const page = await shown();
    expect([page.late.length, page.wished.length]).toEqual([20, 20]);
  });
});

describe("money", () => {
  beforeAll(open);

  it("is the office's to see", async () => {
    expect((await shown(odd.counter)).money).not.toBeNull();
    expect((await shown(await odd.actorOf("technician", "Tessa Tech"))).money).toBeNull();
  });

  it("is nothing in an empty shop", async () => {
    await open();
    expect((await shown()).money).toEqual({
      openQuotes: 0,
      toApprove: 0,
      toInvoice: 0,
      unpaidInvoices: 0,
      owedCents: 0,
    });
  });

  it("is what is out, what waits, and what both still owe", async () => {
    const quoted = (quote: object) => mintJob(odd.inShop, { quote, job: { status: "closed" } });
    for (const status of ["sent", "sent", "draft", "accepted", "lost"]) await quoted({ status });
    for (const status of ["sent", "draft", "accepted", "lost"]) await quoted({ status, approval: "needed" });
    await quoted({ status: "draft", approval: "approved" });
    for (let jobs = 0; jobs < 4; jobs++) await mint({ status: "completed" });
    const invoiced = async (status: string, paid: object) => {
      const { job, customer } = await mintJob(odd.inShop, { job: { status: "closed" } });
      const of = { number: job.number, jobId: job.id, customerId: customer.id, issuedOn: today };
      await odd.inShop((db) => db.invoice.create({ data: { ...of, ...amounts, status, ...paid } as never }));
    };
    await invoiced("invoiced", {});
    await invoiced("partially_paid", { insurerPaidCents: 1_003, customerPaidCents: 207 });
    await invoiced("paid", { insurerPaidCents: 43_491, customerPaidCents: 10_007 });
    await invoiced("void", {});
    expect((await shown()).money).toEqual({
      openQuotes: 3,
      toApprove: 2,
      toInvoice: 4,
      unpaidInvoices: 2,
      owedCents: 2 * amounts.totalCents - 1_003 - 207,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, midnightOf } from "@/lib/dates";
import type { JobStatus, JobTab } from "@/lib/domain/jobs/job";
import { getJob, listJobs } from "@/lib/domain/jobs/queries";
import { moveJob } from "@/lib/domain/jobs/verbs";
import type { Kernel } from "@/lib/tenancy/kernel";
import { mintMember, type TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, press } from "@/tests/support/doors";
import { type Furnished, idsOf, mintFurnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { meet } from "@/tests/support/meet";

playDoors();
const actions = await import("./actions");

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
let technician: string;
const read = (id: string) => odd.inShop((db) => db.job.findFirstOrThrow({ where: { id } }));
const push = (action: (typeof actions)["start"], values: Record<string, string>) =>
  press(odd.counter, action, values);

beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
  technician = (await mintMember(kernel, odd.shop, "technician")).membershipId;
  await odd.inShop((db) =>
    db.reasonCode.createMany({
      data: [
        { kind: "cancelled", label: "Sold the car" },
        { kind: "void", label: "A reason for something else" },
      ],
    }),
  );
});
afterAll(() => database.close());

const given = async (jobId: string) => {
  const span = { startsAt: new Date("2031-03-04T15:00:00Z"), endsAt: new Date("2031-03-04T16:07:00Z") };
  await odd.inShop((db) => db.assignment.create({ data: { jobId, technicianId: technician, ...span } }));
};
const assigned = (jobId: string) => odd.inShop((db) => db.assignment.count({ where: { jobId } }));

describe("each step", () => {
  const steps: [keyof typeof actions, string, JobStatus, JobStatus, string, object][] = [
    ["dispatch", "job.dispatch", "scheduled", "dispatched", "dispatched", {}],
    ["depart", "job.depart", "dispatched", "en_route", "en route", {}],
    ["start", "job.start", "en_route", "in_progress", "in progress", {}],
    ["complete", "job.complete", "in_progress", "completed", "completed", { statusReason: "" }],
    ["reopen", "job.reopen", "completed", "in_progress", "in progress", { completedAt: null }],
    [
      "noShow",
      "job.noShow",
      "en_route",
      "no_show",
      "no-show",
      { statusReason: "The customer was not there" },
    ],
    ["putBack", "job.putBack", "dispatched", "scheduled", "scheduled", {}],
  ];

  it.each(steps)("%s", async (name, action, from, to, words, also) => {
    const before = { status: from, place: "mobile", statusReason: "Old words", completedAt: new Date(0) };
    const [{ job }, beside] = [
      await mintJob(odd.inShop, { job: before }),
      await mintJob(odd.inShop, { job: before }),
    ];
    const done = await push(actions[name], { id: job.id });
    const message = `Job #${job.number}: ${words}.`;
    expect(done).toEqual({ to: `/${odd.slug}/jobs/${job.id}`, message });
    const now = await read(job.id);
    expect(now).toMatchObject({ statusReason: "Old words", status: to, ...also });
    if (name === "complete") expect(now.completedAt?.getTime()).toBeGreaterThan(Date.now() - 600_000);
    else if (name !== "reopen") expect(now.completedAt).toEqual(new Date(0));
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({ action, subject: job.id });
    expect((await read(beside.job.id)).status).toBe(from);
    expect((await push(actions[name], { id: job.id })).message).toMatch(/by now, so that is not possible/);
  });

  it("is one shorter at the shop, where nobody drives", async () => {
    const { job } = await mintJob(odd.inShop, { job: { status: "dispatched", place: "shop" } });
    expect((await push(actions.depart, { id: job.id })).message).toMatch(/is dispatched by now/);
    await push(actions.start, { id: job.id });
    expect((await read(job.id)).status).toBe("in_progress");
  });

  it("that stops the work says what did", async () => {
    const { job } = await mintJob(odd.inShop, { job: { status: "in_progress" } });
    const done = await push(actions.interrupt, { id: job.id, reason: "Rust on the pinchweld" });
    expect(done.message).toBe(`Job #${job.number}: incomplete.`);
    const kept = { status: "incomplete", statusReason: "Rust on the pinchweld" };
    expect(await read(job.id)).toMatchObject(kept);
    const audit = await lastAudit(kernel, odd.shop);
    expect(audit).toMatchObject({ action: "job.incomplete", subject: job.id });
  });

  it("is taken by one of two who press in the same moment", async () => {
    const { job } = await mintJob(odd.inShop);
    const press = (db: Parameters<typeof moveJob>[0]) => moveJob(db, job.id, "dispatch");
    const { first, second, waited } = await meet(odd.inShop, press, press);
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    expect(second).toMatchObject({
      reason: { message: "Somebody has just moved this job. Look at it again." },
    });
  });
});

describe("another day", () => {
  it("is taken with its time, counted, and frees the technician of this job alone", async () => {
    const old = { status: "no_show", dayRequested: true, reschedules: 2, timeWindow: "day" };
    const [{ job }, beside] = [await mintJob(odd.inShop, { job: old }), await mintJob(odd.inShop)];
    await given(job.id);
    await given(beside.job.id);
    const values = { id: job.id, scheduledOn: addDays(odd.today, 9), timeWindow: "pm" };
    const done = await push(actions.reschedule, values);
    expect(done).toMatchObject({
      to: `/${odd.slug}/jobs/${job.id}`,
      message: `Job #${job.number}: scheduled.`,
    });
    expect(await read(job.id)).toMatchObject({
      status: "scheduled",
      scheduledOn: midnightOf(values.scheduledOn),
      timeWindow: "pm",
      reschedules: 3,
      dayRequested: false,
    });
    expect([await assigned(job.id), await assigned(beside.job.id)]).toEqual([0, 1]);
    const { action, subject, detail } = await lastAudit(kernel, odd.shop);
    expect({ action, subject }).toEqual({ action: "job.reschedule", subject: job.id });
    expect(detail.note).toMatch(/^To \w{3}, \w{3} \d+, afternoon$/);
  });

  it("may be today by the shop's clock, and none before", async () => {
    const { job } = await mintJob(odd.inShop);
    const on = (scheduledOn: string) =>
      push(actions.reschedule, { id: job.id, scheduledOn, timeWindow: "am" });
    expect((await on(addDays(odd.today, -1))).errors).toEqual({
      scheduledOn: ["Choose today or a later day."],
    });
    expect((await on(odd.today)).errors).toBeUndefined();
    expect((await read(job.id)).scheduledOn).toEqual(midnightOf(odd.today));
  });

  it("that the customer wished for is confirmed, and no other", async () => {
    const wished = { job: { dayRequested: true } };
    const [{ job }, beside] = [await mintJob(odd.inShop, wished), await mintJob(odd.inShop, wished)];
    const done = await push(actions.confirmDay, { id: job.id });
    expect(done).toMatchObject({ to: `/${odd.slug}/jobs/${job.id}`, message: "The day is confirmed." });
    expect([(await read(job.id)).dayRequested, (await read(beside.job.id)).dayRequested]).toEqual([
      false,
      true,
    ]);
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({
      action: "job.confirm_day",
      subject: job.id,
    });
  });
});

it("a job is given up for a reason of that kind, and its technician is free", async () => {
  const [{ job }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
  await given(job.id);
  await given(beside.job.id);
  const off = (reason: string) => push(actions.cancel, { id: job.id, reason });
  expect((await off("A reason for something else")).errors).toEqual({
    reason: ["Choose why it is cancelled."],
  });
  const done = await off("Sold the car");
  expect(done).toMatchObject({
    to: `/${odd.slug}/jobs/${job.id}`,
    message: `Job #${job.number}: cancelled.`,
  });
  expect(await read(job.id)).toMatchObject({ status: "cancelled", statusReason: "Sold the car" });
  expect([await assigned(job.id), await assigned(beside.job.id)]).toEqual([0, 1]);
  expect(await lastAudit(kernel, odd.shop)).toMatchObject({ action: "job.cancel", subject: job.id });
});

it("notes are kept with the job alone", async () => {
  const [{ job }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
  const done = await push(actions.editNotes, { id: job.id, notes: "Gate code 17" });
  expect(done).toMatchObject({ to: `/${odd.slug}/jobs/${job.id}`, message: "Saved." });
  expect([(await read(job.id)).notes, (await read(beside.job.id)).notes]).toEqual(["Gate code 17", ""]);
  expect(await lastAudit(kernel, odd.shop)).toMatchObject({ action: "job.notes", subject: job.id });
});

describe("the list of jobs", () => {
  const at = { skip: 0, take: 50 };
  const today = new Date("2031-03-04");
  const list = (tab: JobTab, search = "", slice = at) =>
    odd.inShop((db) => listJobs(db, { tab, search, today, at: slice }));
  const byStatus = new Map<JobStatus, string>();
  const statuses: JobStatus[] = [
    ...(["scheduled", "dispatched", "incomplete", "no_show", "en_route", "in_progress"] as const),
    ...(["completed", "invoiced", "partially_paid", "paid", "closed", "cancelled", "void"] as const),
  ];

  beforeAll(async () => {
    odd = await mintFurnished(database, kernel);
    for (const status of statuses)
      byStatus.set(status, (await mintJob(odd.inShop, { job: { status } })).job.id);
  });
  const of = (...names: JobStatus[]) => names.map((name) => byStatus.get(name));

  it("has a tab for each state, today's across, and all", async () => {
    const shown = async (tab: JobTab) => {
      const { rows, total } = await list(tab);
      expect(total).toBe(rows.length);
      return idsOf(rows);
    };
    expect(await shown("upcoming")).toEqual(of("scheduled", "dispatched", "incomplete", "no_show"));
    expect(await shown("progress")).toEqual(of("en_route", "in_progress"));
    expect(await shown("invoice")).toEqual(of("completed"));
    expect(await shown("done")).toEqual(of("closed", "paid", "partially_paid", "invoiced"));
    expect(await shown("cancelled")).toEqual(of("void", "cancelled"));
    expect(await shown("today")).toEqual(of(...statuses.slice(0, -2)));
    expect(await shown("all")).toEqual(of(...statuses).reverse());
  });

  it("is in order of day, time and number; what is over comes latest first", async () => {
    const mint = async (scheduledOn: string, timeWindow: string, status: JobStatus) => {
      const job = { scheduledOn: new Date(scheduledOn), timeWindow, status };
      return (await mintJob(odd.inShop, { job })).job.id;
    };
    const [late, early, pm, am] = [
      await mint("2031-03-06", "am", "en_route"),
      await mint("2031-03-05", "pm", "en_route"),
      await mint("2031-03-01", "pm", "completed"),
      await mint("2031-03-01", "am", "completed"),
    ];
    const inProgress = [...of("en_route", "in_progress"), early, late];
    expect(idsOf((await list("progress")).rows)).toEqual(inProgress);
    expect(idsOf((await list("invoice")).rows)).toEqual([...of("completed"), pm, am]);
    expect(idsOf((await list("today")).rows)).toEqual(of(...statuses.slice(0, -2)));
    const page = await list("progress", "", { skip: 1, take: 2 });
    expect([idsOf(page.rows), page.total]).toEqual([inProgress.slice(1, 3), 4]);
  });

  it("finds by number, name, phone and plate, from the start or the end, and by nothing between", async () => {
    const customer = { name: "Zadie Quill", phone: "+17375550163" };
    const { job } = await mintJob(odd.inShop, { customer, vehicle: { plate: "QX71ZB" } });
    const found = async (search: string) => idsOf((await list("all", search)).rows);
    for (const search of [
      `#${job.number}`,
      `${job.number}`,
      "zadie q",
      "737",
      "(737) 555-0163",
      "qx7",
      "QX-71",
      "71ZB",
      "0163",
    ])
      expect([search, await found(search)]).toEqual([search, [job.id]]);
    for (const search of ["37", "x7", "9999999999999", "1.5", "71Z"])
      expect([search, await found(search)]).toEqual([search, []]);
    expect(await found("0")).toEqual([]);
    expect((await list("cancelled", "zadie")).total).toBe(0);
    const { rows } = await list("all", "zadie");
    expect(rows[0]).toMatchObject({ customer, vehicle: { plate: "QX71ZB" } });
  });
});

it("a job's page has what happened to it, its claim and its invoice, the newest first, and reasons for giving it up", async () => {
  const line = {
    kind: "labour",
    quantity: 100,
    unitCents: 7,
    totalCents: 7,
    taxable: false,
    rule: "",
    layer: "",
  };
  const lines = [
    { ...line, position: 2, description: "Second" },
    { ...line, position: 1, description: "First" },
  ];
  const quote = { insurerId: odd.insurers[0].id };
  const { job, customer, vehicle } = await mintJob(odd.inShop, { quote, lines });
  const other = await mintJob(odd.inShop);
  const of = { customerId: customer.id, issuedOn: new Date("2031-03-04"), subtotalCents: 1, taxCents: 0 };
  const [invoice, claim] = await odd.inShop(async (db) => [
    await db.invoice.create({
      data: { ...of, number: job.number, jobId: job.id, totalCents: 1, customerCents: 1 },
    }),
    await db.claim.create({
      data: {
        jobId: job.id,
        insurerId: odd.insurers[0].id,
        policyholder: "Ann",
        policyNumber: "1",
        lossDate: of.issuedOn,
        lossState: "TX",
        cause: "Hail",
        deductibleCents: 0,
      },
    }),
  ]);
  await odd.inShop(async (db) => {
    await db.reasonCode.create({ data: { kind: "cancelled", label: "A reason before all others" } });
    await db.reasonCode.create({ data: { kind: "void", label: "Nothing to do with it" } });
    const event = (action: string, subject: string, day: number) =>
      db.auditEvent.create({
        data: { action, subject, userName: "Ann", at: new Date(Date.UTC(2026, 0, day)) },
      });
    await event("job.late", job.id, 3);
    await event("invoice.early", invoice.id, 1);
    await event("claim.mid", claim.id, 2);
    await event("job.other", other.job.id, 4);
    await event("job.twin", job.id, 3);
  });
  const page = await odd.inShop((db) => getJob(db, job.id));
  expect(page.events.map(({ action }) => action)).toEqual([
    "job.twin",
    "job.late",
    "claim.mid",
    "invoice.early",
  ]);
  expect(page.job).toMatchObject({
    id: job.id,
    customer: { id: customer.id },
    vehicle: { id: vehicle.id },
    quote: {
      insurer: { id: odd.insurers[0].id },
      lines: [{ description: "First" }, { description: "Second" }],
    },
    invoices: [{ id: invoice.id }],
    claims: [{ id: claim.id }],
  });
  expect(page.reasons[0]).toBe("A reason before all others");
  expect(page.reasons).not.toContain("Nothing to do with it");
  expect(page.reasons).toEqual(page.reasons.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(page.shop).toMatchObject({ name: "Odd Glass", phone: "+15125550142" });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { moveJob } from "@/lib/domain/jobs/verbs";
import { getDay, getJobAssignment, listTechnicians } from "@/lib/domain/scheduling/queries";
import { assign, rescheduleJob, unassign } from "@/lib/domain/scheduling/verbs";
import type { Kernel } from "@/lib/tenancy/kernel";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, press } from "@/tests/support/doors";
import { type Furnished, idsOf, mintFurnished, mintJob } from "@/tests/support/furnished";
import { meet } from "@/tests/support/meet";

playDoors();
const actions = await import("./actions");

const zone = "America/Chicago";
const day = "2031-03-04";
let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
let [tessa, ben]: Actor[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

async function open() {
  odd = await mintFurnished(database, kernel, zone);
  tessa = await odd.actorOf("technician", "Tessa Tech");
  ben = await odd.actorOf("technician", "Ben Tech");
}
const idOf = (person: Actor | undefined) => person?.membershipId ?? "";
const rowOf = (jobId: string) => odd.inShop((db) => db.assignment.findFirst({ where: { jobId } }));
const assigning = (jobId: string, start: string, end: string, person = tessa) =>
  odd.inShop((db) => assign(db, { jobId, technicianId: idOf(person), start, end }, zone));

describe("a job", () => {
  beforeAll(open);

  it("is given with a time on its day by the shop's clock, and noted", async () => {
    const { job } = await mintJob(odd.inShop);
    const values = { jobId: job.id, technicianId: idOf(tessa), start: "08:07", end: "09:41" };
    const done = await press(odd.counter, actions.assignTechnician, values);
    expect(done).toMatchObject({
      to: `/${odd.slug}/dispatch?date=${day}`,
      message: `Tessa Tech has job #${job.number}, 8:07 AM – 9:41 AM.`,
    });
    expect(await rowOf(job.id)).toMatchObject({
      technicianId: idOf(tessa),
      startsAt: new Date(`${day}T14:07:00Z`),
      endsAt: new Date(`${day}T15:41:00Z`),
    });
    const { action, subject, detail } = await lastAudit(kernel, odd.shop);
    expect({ action, subject }).toEqual({ action: "dispatch.assign", subject: job.id });
    expect(detail.note).toBe("Tessa Tech, 8:07 AM – 9:41 AM");
  });

  it("is given to another at another time in place of the first", async () => {
    const { job } = await mintJob(odd.inShop);
    await assigning(job.id, "10:03", "10:59");
    await assigning(job.id, "17:11", "18:02", ben);
    expect(await odd.inShop((db) => db.assignment.count({ where: { jobId: job.id } }))).toBe(1);
    expect(await rowOf(job.id)).toMatchObject({
      technicianId: idOf(ben),
      startsAt: new Date(`${day}T23:11:00Z`),
      endsAt: new Date("2031-03-05T00:02:00Z"),
    });
  });

  it("is taken away from who has it, and no other from anybody", async () => {
    const [{ job }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    await assigning(job.id, "12:01", "12:31");
    await assigning(beside.job.id, "13:01", "13:31");
    const done = await press(odd.counter, actions.unassignTechnician, { jobId: job.id });
    expect(done).toMatchObject({
      to: `/${odd.slug}/dispatch?date=${day}`,
      message: `Job #${job.number} is unassigned.`,
    });
    expect([await rowOf(job.id), (await rowOf(beside.job.id))?.technicianId]).toEqual([null, idOf(tessa)]);
    const audit = await lastAudit(kernel, odd.shop);
    expect(audit).toMatchObject({ action: "dispatch.unassign", subject: job.id });
  });

  it("that is done is neither given nor taken away", async () => {
    const { job } = await mintJob(odd.inShop);
    await assigning(job.id, "20:01", "20:31");
    await odd.inShop((db) => db.job.updateMany({ where: { id: job.id }, data: { status: "completed" } }));
    await expect(assigning(job.id, "21:01", "21:31")).rejects.toThrow("nothing to assign");
    await expect(odd.inShop((db) => unassign(db, job.id))).rejects.toThrow("nothing to assign");
    expect(await rowOf(job.id)).not.toBeNull();
  });

  it("goes to an owner and an admin too, and to the counter never", async () => {
    const admin = await odd.actorOf("admin", "Ada Admin");
    const { job } = await mintJob(odd.inShop);
    await assigning(job.id, "06:01", "06:31", odd.owner);
    await assigning(job.id, "06:01", "06:31", admin);
    await expect(assigning(job.id, "06:01", "06:31", odd.counter)).rejects.toMatchObject({
      field: "technicianId",
    });
  });
});

describe("a technician's time", () => {
  beforeAll(open);

  it("is taken by a job within it, around it, and at either end; by none that only touches it, and none of another's", async () => {
    const { job } = await mintJob(odd.inShop);
    await assigning(job.id, "09:00", "10:30");
    const { job: next } = await mintJob(odd.inShop);
    const inTheWay = `This technician has job #${job.number} at that time (9:00 AM – 10:30 AM).`;
    for (const [start, end] of [
      ["09:15", "09:45"],
      ["08:00", "11:00"],
      ["08:00", "09:01"],
      ["10:29", "11:00"],
    ] as const)
      await expect(assigning(next.id, start, end)).rejects.toMatchObject({
        message: inTheWay,
        field: "start",
      });
    await assigning(next.id, "08:00", "09:00");
    await assigning(next.id, "10:30", "11:00");
    await assigning(next.id, "09:00", "10:30", ben);
  });

  it.each(["incomplete", "no_show", "cancelled", "void"])("is free where its job is %s", async (status) => {
    const [{ job }, next] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    await assigning(job.id, "15:00", "16:00", ben);
    await odd.inShop((db) =>
      db.job.updateMany({ where: { id: job.id }, data: { status: status as "void" } }),
    );
    await assigning(next.job.id, "15:00", "16:00", ben);
    await odd.inShop((db) => unassign(db, next.job.id));
  });

  it("is taken once where two dispatchers give it in the same moment: the second waits, then sees the first's", async () => {
    await open();
    const [one, two] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const giving = (jobId: string, start: string, end: string) => (db: Parameters<typeof assign>[0]) =>
      assign(db, { jobId, technicianId: idOf(tessa), start, end }, zone);
    const { first, second, waited } = await meet(
      odd.inShop,
      giving(one.job.id, "09:00", "10:00"),
      giving(two.job.id, "09:30", "10:30"),
    );
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    expect(await rowOf(two.job.id)).toBeNull();
  });
});

describe("one job, of which two dispose in the same moment", () => {
  beforeAll(open);
  type Db = Parameters<typeof assign>[0];
  const giving =
    (jobId: string, person = tessa) =>
    (db: Db) =>
      assign(db, { jobId, technicianId: idOf(person), start: "09:07", end: "10:01" }, zone);

  it("goes to who was named last", async () => {
    const { job } = await mintJob(odd.inShop);
    const { second, waited } = await meet(odd.inShop, giving(job.id), giving(job.id, ben));
    expect([second.status, waited]).toEqual(["fulfilled", true]);
    expect(await rowOf(job.id)).toMatchObject({ technicianId: idOf(ben) });
  });

  it("that gets another day is given on that day, or to nobody", async () => {
    const [{ job }, other] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const moving = (jobId: string) => (db: Db) => rescheduleJob(db, jobId, new Date("2031-03-06"), "am");
    const early = await meet(odd.inShop, moving(job.id), giving(job.id));
    expect([early.second.status, early.waited]).toEqual(["fulfilled", true]);
    expect((await rowOf(job.id))?.startsAt).toEqual(new Date("2031-03-06T15:07:00Z"));
    const late = await meet(odd.inShop, giving(other.job.id), moving(other.job.id));
    expect([late.second.status, late.waited]).toEqual(["fulfilled", true]);
    expect(await rowOf(other.job.id)).toBeNull();
  });

  it("that is done meanwhile stays with who did it", async () => {
    const { job } = await mintJob(odd.inShop, { job: { status: "in_progress" } });
    await odd.inShop(giving(job.id));
    const completing = (db: Db) => moveJob(db, job.id, "complete");
    const { first, second, waited } = await meet(odd.inShop, completing, (db) => unassign(db, job.id));
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    expect(second).toMatchObject({ reason: { message: expect.stringMatching(/is completed: there is/) } });
    expect(await rowOf(job.id)).toMatchObject({ technicianId: idOf(tessa) });
  });

  it("is taken away once", async () => {
    await open();
    const { job } = await mintJob(odd.inShop);
    await odd.inShop(giving(job.id));
    const taking = (db: Db) => unassign(db, job.id);
    const { first, second, waited } = await meet(odd.inShop, taking, taking);
    expect([first.status, waited]).toEqual(["fulfilled", true]);
    expect(second).toMatchObject({ reason: { message: "Nobody has this job." } });
  });
});

describe("what is read for dispatch", () => {
  beforeAll(open);

  it("is who can be given jobs, technicians first, each by name", async () => {
    await odd.actorOf("admin", "Ada Admin");
    const people = await odd.inShop(listTechnicians);
    expect(people.map(({ name, role }) => `${name}, ${role}`)).toEqual([
      "Ben Tech, technician",
      "Tessa Tech, technician",
      "Ada Admin, admin",
      "Olga Owner, owner",
    ]);
    expect(people[0]?.id).toBe(idOf(ben));
  });

  it("is a day's jobs in order of their time, without those that are off", async () => {
    const on = (job: object) => mintJob(odd.inShop, { job, vehicle: { plate: "DSP1" } });
    const [pm, am, late] = [
      await on({ timeWindow: "pm" }),
      await on({ timeWindow: "am" }),
      await on({ timeWindow: "am", status: "paid" }),
    ];
    for (const status of ["cancelled", "void"]) await on({ status });
    for (const scheduledOn of ["2031-03-03", "2031-03-05"]) await on({ scheduledOn: new Date(scheduledOn) });
    await assigning(am.job.id, "09:07", "10:00");
    const { jobs, technicians } = await odd.inShop((db) => getDay(db, new Date(day)));
    expect(idsOf(jobs)).toEqual(idsOf([am.job, late.job, pm.job]));
    expect(jobs[0]).toMatchObject({
      customer: { id: am.customer.id },
      vehicle: { plate: "DSP1" },
      assignments: [{ technicianId: idOf(tessa) }],
    });
    expect(technicians).toHaveLength(4);
  });

  it("is one job with who has it, or nobody", async () => {
    const { job, customer } = await mintJob(odd.inShop, { vehicle: { plate: "DSP2" } });
    const read = () => odd.inShop((db) => getJobAssignment(db, job.id));
    expect(await read()).toMatchObject({ job: { id: job.id }, assignment: null });
    await assigning(job.id, "11:00", "12:00", ben);
    const { job: shown, assignment } = await read();
    expect(shown).toMatchObject({ customer: { id: customer.id }, vehicle: { plate: "DSP2" } });
    expect(assignment).toMatchObject({ technician: { id: idOf(ben), user: { name: "Ben Tech" } } });
  });
});

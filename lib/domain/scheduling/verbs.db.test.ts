import { afterAll, beforeAll, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { countQueries } from "@/tests/support/count-queries";
import {
  mintCustomer,
  mintMember,
  mintTenant,
  openTestDatabase,
  type TestDatabase,
} from "@/tests/support/database";
import { getDay } from "./queries";
import { assign, unassign } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let technician: string;
let number = 1000;
const zone = "America/Chicago";

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

async function mintShop() {
  shop = await mintTenant(kernel);
  technician = (await mintMember(kernel, shop, "technician")).membershipId;
}

async function mintJob() {
  const { customer, vehicle } = await mintCustomer(kernel, shop);
  number += 1;
  const both = { number, customerId: customer.id, vehicleId: vehicle.id };
  const money = { subtotalCents: 0, taxCents: 0, totalCents: 0, customerCents: 0 };
  const scheduledOn = new Date("2026-03-03");
  return kernel.withTenant(shop, async (db) => {
    const quote = await db.quote.create({
      data: { ...both, ...money, glassPosition: "windshield", validUntil: scheduledOn },
    });
    return db.job.create({ data: { ...both, quoteId: quote.id, scheduledOn } });
  });
}

const assigning = (jobId: string, start: string, end: string, technicianId = technician) =>
  kernel.withTenant(shop, (db) => assign(db, { jobId, technicianId, start, end }, zone));

it("gives a technician one job at a time, and names the one in the way", async () => {
  await mintShop();
  const [first, second] = [await mintJob(), await mintJob()];
  await assigning(first.id, "09:00", "10:30");
  await expect(assigning(second.id, "10:00", "11:00")).rejects.toThrow(`job #${first.number} at that time`);
  await assigning(second.id, "10:30", "11:00");
  await assigning(first.id, "09:30", "10:30");
});

it("gives one of two jobs that are assigned to the same time at once", async () => {
  await mintShop();
  const [first, second] = [await mintJob(), await mintJob()];
  const both = [assigning(first.id, "09:00", "10:00"), assigning(second.id, "09:30", "10:30")];
  const results = await Promise.allSettled(both);
  expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("takes the time of a job that fell through as free", async () => {
  await mintShop();
  const [first, second] = [await mintJob(), await mintJob()];
  await assigning(first.id, "09:00", "10:00");
  await kernel.withTenant(shop, (db) =>
    db.job.updateMany({ where: { id: first.id }, data: { status: "no_show" } }),
  );
  await assigning(second.id, "09:00", "10:00");
  await expect(assigning(first.id, "12:00", "13:00")).rejects.toThrow("no show: there is nothing to assign");
});

it("takes a job away again, once", async () => {
  await mintShop();
  const { id } = await mintJob();
  await assigning(id, "09:00", "10:00");
  await kernel.withTenant(shop, (db) => unassign(db, id));
  await expect(kernel.withTenant(shop, (db) => unassign(db, id))).rejects.toThrow("Nobody has this job");
});

it("assigns neither the counter nor another shop's people", async () => {
  await mintShop();
  const { id } = await mintJob();
  const counter = await mintMember(kernel, shop, "counter");
  await expect(assigning(id, "09:00", "10:00", counter.membershipId)).rejects.toThrow("Choose a technician");
  const other = await mintTenant(kernel, "Other Glass");
  const outsider = await mintMember(kernel, other, "technician");
  await expect(assigning(id, "09:00", "10:00", outsider.membershipId)).rejects.toThrow("Not found");
});

it("shows a day of ten jobs with as many queries as a day of one", async () => {
  await mintShop();
  const day = () => kernel.withTenant(shop, (db) => getDay(db, new Date("2026-03-03")));
  await mintJob();
  const few = await countQueries(day);
  for (let more = 0; more < 9; more++) await mintJob();
  expect(await countQueries(day)).toBe(few);
});

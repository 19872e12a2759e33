import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import {
  mintCustomer,
  mintMember,
  mintTenant,
  openTestDatabase,
  type TestDatabase,
} from "@/tests/support/database";
import { cancelJob, rescheduleJob } from "../scheduling/verbs";
import { moveJob } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let number = 1000;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  await kernel.withTenant(shop, (db) =>
    db.reasonCode.create({ data: { kind: "cancelled", label: "Test reason" } }),
  );
});
afterAll(() => database.close());

async function mintJob(tenantId = shop) {
  const { customer, vehicle } = await mintCustomer(kernel, tenantId);
  number += 1;
  const both = { number, customerId: customer.id, vehicleId: vehicle.id };
  return kernel.withTenant(tenantId, async (db) => {
    const quote = await db.quote.create({
      data: {
        ...both,
        glassPosition: "windshield",
        subtotalCents: 0,
        taxCents: 0,
        totalCents: 0,
        customerCents: 0,
        validUntil: new Date("2026-04-01"),
      },
    });
    return db.job.create({ data: { ...both, quoteId: quote.id, scheduledOn: new Date("2026-03-03") } });
  });
}

const read = (id: string) => kernel.withTenant(shop, (db) => db.job.findFirstOrThrow({ where: { id } }));

describe("moving a job", () => {
  it("takes one step for two who press at once, and says so to the second", async () => {
    const { id } = await mintJob();
    const press = () => kernel.withTenant(shop, (db) => moveJob(db, id, "dispatch"));
    const results = await Promise.allSettled([press(), press()]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(id)).status).toBe("dispatched");
  });

  it("finds no job of another shop", async () => {
    const other = await mintTenant(kernel, "Other Glass");
    const { id } = await mintJob(other);
    await expect(kernel.withTenant(shop, (db) => moveJob(db, id, "dispatch"))).rejects.toThrow("Not found");
  });

  it("counts each new date, and frees the technician", async () => {
    const { id } = await mintJob();
    const { membershipId } = await mintMember(kernel, shop, "technician");
    await kernel.withTenant(shop, async (db) => {
      const span = { startsAt: new Date("2026-03-03T15:00:00Z"), endsAt: new Date("2026-03-03T16:00:00Z") };
      await db.assignment.create({ data: { jobId: id, technicianId: membershipId, ...span } });
      const job = await rescheduleJob(db, id, new Date("2026-03-05"), "am");
      expect(job).toMatchObject({ id, status: "scheduled" });
      expect(await db.assignment.count({ where: { jobId: id } })).toBe(0);
    });
    expect(await read(id)).toMatchObject({ reschedules: 1, timeWindow: "am", status: "scheduled" });
  });

  it("is given up for one of the shop's reasons alone", async () => {
    const { id } = await mintJob();
    await expect(kernel.withTenant(shop, (db) => cancelJob(db, id, "Whatever"))).rejects.toThrow(
      "Choose why",
    );
    await kernel.withTenant(shop, (db) => cancelJob(db, id, "Test reason"));
    expect(await read(id)).toMatchObject({ status: "cancelled", statusReason: "Test reason" });
  });
});

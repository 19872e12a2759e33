import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import { mintMember, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { meet } from "@/tests/support/meet";
import { mintJob } from "@/tests/support/mint-job";
import { assign } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

it("two who give a job its technician at once have both done so, the second last", async () => {
  const shop = await mintTenant(kernel);
  const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
  const jobId = await mintJob(kernel, shop);
  const [one, other] = [
    await mintMember(kernel, shop, "technician"),
    await mintMember(kernel, shop, "technician"),
  ];
  const times = { jobId, start: "09:00", end: "10:00" };
  const { first, second } = await meet(
    inShop,
    (db) => assign(db, { ...times, technicianId: one.membershipId }, "America/Chicago"),
    (db) => assign(db, { ...times, technicianId: other.membershipId }, "America/Chicago"),
  );
  const both = [first, second];
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  const kept = await kernel.withTenant(shop, (db) => db.assignment.findMany());
  expect(kept.map(({ technicianId }) => technicianId)).toEqual([other.membershipId]);
});

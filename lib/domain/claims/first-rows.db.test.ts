import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { meet } from "@/tests/support/meet";
import { mintJob } from "@/tests/support/mint-job";
import { fileClaim } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

it("of two who file a job's claim at once, the second hears why not", async () => {
  const shop = await mintTenant(kernel);
  const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
  const jobId = await mintJob(kernel, shop);
  const { rows } = await database.admin.query(
    "insert into insurers (id, name) values (gen_random_uuid(), $1) returning id",
    [`Test Insurer ${randomUUID()}`],
  );
  await kernel.withTenant(shop, (db) =>
    db.reasonCode.create({ data: { kind: "cause_of_loss", label: "Stone" } }),
  );
  const claim = {
    jobId,
    insurerId: rows[0].id as string,
    policyholder: "Ann",
    policyNumber: "P-1",
    claimNumber: "",
    lossDate: new Date(),
    lossState: "TX",
    cause: "Stone",
    deductibleCents: 0,
  };
  const run = (db: Db) => fileClaim(db, claim, new Date());
  const { first: one, second: other } = await meet(inShop, run, run);
  expect(one.status).toBe("fulfilled");
  expect(other).toMatchObject({ reason: { name: "Refusal", message: "This job has a claim already." } });
});

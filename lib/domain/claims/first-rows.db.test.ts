import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { meet } from "@/tests/support/meet";
import { mintJob } from "@/tests/support/mint-job";
import { moveJob } from "../jobs/verbs";
import { fileClaim, withdrawClaim } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

async function openClaim() {
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
  const filing = (policyNumber: string) => (db: Db) => fileClaim(db, { ...claim, policyNumber }, new Date());
  return { jobId, inShop, filing, kept: () => inShop((db) => db.claim.findMany({ where: { jobId } })) };
}

const refused = { reason: { name: "Refusal", message: "This job has a claim already." } };

it("of two who file a job's claim at once, the second hears why not", async () => {
  const { inShop, filing, kept } = await openClaim();
  const { first, second } = await meet(inShop, filing("P-1"), filing("P-2"));
  expect([first.status, second]).toEqual(["fulfilled", expect.objectContaining({ status: "rejected" })]);
  expect(second).toMatchObject(refused);
  expect(await kept()).toMatchObject([{ policyNumber: "P-1" }]);
});

it("of two who file a withdrawn claim again at once, too, and the first's is what stands", async () => {
  const { inShop, filing, kept } = await openClaim();
  const { id } = await inShop(filing("P-0"));
  await inShop((db) => withdrawClaim(db, id));
  const { first, second, waited } = await meet(inShop, filing("P-1"), filing("P-2"));
  expect([first.status, waited]).toEqual(["fulfilled", true]);
  expect(second).toMatchObject(refused);
  expect(await kept()).toMatchObject([{ id, policyNumber: "P-1", status: "reported" }]);
});

it("none is filed for a job that another cancels in the same moment", async () => {
  const { jobId, inShop, filing, kept } = await openClaim();
  const cancelling = (db: Db) => moveJob(db, jobId, "cancel");
  const { first, second, waited } = await meet(inShop, cancelling, filing("P-1"));
  expect([first.status, waited]).toEqual(["fulfilled", true]);
  expect(second).toMatchObject({ reason: { message: expect.stringMatching(/^This job is cancelled/) } });
  expect(await kept()).toEqual([]);
});

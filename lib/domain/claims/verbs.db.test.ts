import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { countQueries } from "@/tests/support/count-queries";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { listClaims } from "./queries";
import { correctClaim, fileClaim, withdrawClaim } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let insurerId: string;
let number = 1000;
const today = new Date("2026-03-03T00:00:00Z");

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  const name = `Test Insurer ${randomUUID()}`;
  const { rows } = await database.admin.query(
    "insert into insurers (id, name) values (gen_random_uuid(), $1) returning id",
    [name],
  );
  insurerId = rows[0].id;
  await inShop((db) => db.reasonCode.create({ data: { kind: "cause_of_loss", label: "Test cause" } }));
});
afterAll(() => database.close());

const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);

async function mintJob(status: "scheduled" | "cancelled" = "scheduled") {
  const { customer, vehicle } = await mintCustomer(kernel, shop);
  number += 1;
  const both = { number, customerId: customer.id, vehicleId: vehicle.id };
  const money = { subtotalCents: 0, taxCents: 0, totalCents: 0, customerCents: 0 };
  return inShop(async (db) => {
    const quote = await db.quote.create({
      data: { ...both, ...money, glassPosition: "windshield", validUntil: today },
    });
    return db.job.create({ data: { ...both, quoteId: quote.id, scheduledOn: today, status } });
  });
}

const details = () => ({
  insurerId,
  policyholder: "Ann Example",
  policyNumber: "P-1",
  claimNumber: "",
  lossDate: today,
  lossState: "TX",
  cause: "Test cause",
  deductibleCents: 25_000,
});

const filing = (jobId: string, changes = {}) =>
  inShop((db) => fileClaim(db, { jobId, ...details(), ...changes }, today));

it("files one claim a job, and another only when the first was withdrawn", async () => {
  const job = await mintJob();
  const { id } = await filing(job.id);
  await expect(filing(job.id)).rejects.toThrow("a claim already");
  await inShop((db) => withdrawClaim(db, id));
  await expect(inShop((db) => withdrawClaim(db, id))).rejects.toThrow("withdrawn already");
  await expect(inShop((db) => correctClaim(db, { id, ...details() }, today))).rejects.toThrow(
    "was withdrawn",
  );
  expect((await filing(job.id, { policyNumber: "P-2" })).id).toBe(id);
  const claim = await inShop((db) => db.claim.findFirstOrThrow({ where: { jobId: job.id } }));
  expect(claim).toMatchObject({ status: "reported", policyNumber: "P-2" });
});

it("takes the claim number when the insurer has given it", async () => {
  const job = await mintJob();
  const { id } = await filing(job.id);
  await inShop((db) => correctClaim(db, { id, ...details(), claimNumber: "C-9" }, today));
  const claim = await inShop((db) => db.claim.findFirstOrThrow({ where: { id } }));
  expect(claim).toMatchObject({ claimNumber: "C-9", policyNumber: "P-1" });
});

it("refuses a loss to come, a cause of nobody's, and a cancelled job", async () => {
  const job = await mintJob();
  await expect(filing(job.id, { lossDate: new Date("2026-03-04") })).rejects.toThrow("earlier day");
  await expect(filing(job.id, { cause: "Aliens" })).rejects.toThrow("Choose what caused");
  const cancelled = await mintJob("cancelled");
  await expect(filing(cancelled.id)).rejects.toThrow("is cancelled");
});

it("finds neither another shop's job nor an insurer that is none", async () => {
  const job = await mintJob();
  await expect(filing(job.id, { insurerId: randomUUID() })).rejects.toThrow();
  const other = await mintTenant(kernel, "Other Glass");
  await expect(
    kernel.withTenant(other, (db) => fileClaim(db, { jobId: job.id, ...details() }, today)),
  ).rejects.toThrow("Not found");
});

it("lists ten claims with as many queries as one", async () => {
  const list = () =>
    inShop((db) => listClaims(db, { withdrawn: false, search: "", at: { skip: 0, take: 50 } }));
  await filing((await mintJob()).id);
  const few = await countQueries(list);
  for (let more = 0; more < 9; more++) await filing((await mintJob()).id);
  expect(await countQueries(list)).toBe(few);
});

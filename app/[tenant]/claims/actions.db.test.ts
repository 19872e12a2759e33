import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { claimChoices, getClaim, getJobClaim, getJobToClaim, listClaims } from "@/lib/domain/claims/queries";
import { fileClaim, withdrawClaim } from "@/lib/domain/claims/verbs";
import type { Kernel } from "@/lib/tenancy/kernel";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, press } from "@/tests/support/doors";
import { type Furnished, idsOf, mintFurnished, mintJob } from "@/tests/support/furnished";
import { meet } from "@/tests/support/meet";

playDoors();
const actions = await import("./actions");

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
let details: Record<string, string>;
const cause = "Hail from the east";
const row = (id: string) => odd.inShop((db) => db.claim.findFirstOrThrow({ where: { id } }));

async function open() {
  odd = await mintFurnished(database, kernel);
  await odd.inShop((db) =>
    db.reasonCode.createMany({
      data: [
        { kind: "cause_of_loss", label: cause },
        { kind: "lost", label: "No cause of loss" },
      ],
    }),
  );
  details = {
    insurerId: odd.insurers[0].id,
    policyholder: "Ann Holder",
    policyNumber: "P-17",
    claimNumber: "C-3",
    lossDate: "2026-02-27",
    lossState: "NM",
    cause,
    deductibleCents: "250.13",
  };
}

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  await open();
});
afterAll(() => database.close());

const filed = async (jobId: string, more: Record<string, string> = {}) => {
  const { to = "", ...rest } = await press(odd.counter, actions.fileClaim, { jobId, ...details, ...more });
  return { id: to.split("/").at(-1) ?? "", to, ...rest };
};

describe("a claim", () => {
  it("is filed as typed, and noted", async () => {
    const { job } = await mintJob(odd.inShop);
    const before = Date.now();
    const { id, to, message } = await filed(job.id);
    expect({ to, message }).toEqual({ to: `/${odd.slug}/claims/${id}`, message: "The claim is filed." });
    const claim = await row(id);
    expect(claim).toMatchObject({
      jobId: job.id,
      insurerId: odd.insurers[0].id,
      status: "reported",
      policyholder: "Ann Holder",
      policyNumber: "P-17",
      claimNumber: "C-3",
      lossDate: new Date("2026-02-27"),
      lossState: "NM",
      cause,
      deductibleCents: 25_013,
    });
    expect(claim.filedAt.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({
      action: "claim.file",
      subject: id,
      userName: "Cora Counter",
    });
  });

  it("is corrected where it stands: no other claim, and not when it was filed", async () => {
    const [{ job }, { job: another }] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const [{ id }, beside] = [await filed(job.id), await filed(another.id)];
    const { filedAt } = await row(id);
    const changed = { policyholder: "Bob Holder", policyNumber: "P-18", claimNumber: "C-4", lossState: "TX" };
    const more = {
      ...changed,
      insurerId: odd.insurers[1].id,
      lossDate: "2026-02-26",
      deductibleCents: "500.01",
    };
    const done = await press(odd.counter, actions.correctClaim, { id, ...details, ...more });
    expect(done).toMatchObject({ to: `/${odd.slug}/claims/${id}`, message: "Saved." });
    expect(await row(id)).toMatchObject({
      ...changed,
      filedAt,
      insurerId: odd.insurers[1].id,
      lossDate: new Date("2026-02-26"),
      deductibleCents: 50_001,
    });
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({ action: "claim.correct", subject: id });
    expect((await row(beside.id)).policyNumber).toBe("P-17");
  });

  it("is withdrawn, which withdraws no other, and filed again under its id with a new day", async () => {
    const [{ job }, { job: another }] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const [{ id }, beside] = [await filed(job.id), await filed(another.id)];
    await odd.inShop((db) =>
      db.claim.updateMany({ where: { id }, data: { filedAt: new Date("2026-01-03") } }),
    );
    const done = await press(odd.counter, actions.withdrawClaim, { id });
    expect(done).toMatchObject({ to: `/${odd.slug}/claims/${id}`, message: "The claim is withdrawn." });
    expect(await lastAudit(kernel, odd.shop)).toMatchObject({ action: "claim.withdraw", subject: id });
    expect([(await row(id)).status, (await row(beside.id)).status]).toEqual(["cancelled", "reported"]);
    const correcting = await press(odd.counter, actions.correctClaim, { id, ...details });
    expect(correcting.message).toBe("This claim was withdrawn. File it again from its job.");
    expect((await filed(job.id)).id).toBe(id);
    const again = await row(id);
    expect(again.status).toBe("reported");
    expect(again.filedAt.getFullYear()).toBe(new Date().getFullYear());
  });

  it("may be for a loss of today, and for none of tomorrow; an unknown cause is refused on correcting too", async () => {
    const { job } = await mintJob(odd.inShop);
    const today = new Date("2026-03-03T00:00:00Z");
    const input = { ...details, lossDate: today, deductibleCents: 1 } as never as Parameters<
      typeof fileClaim
    >[1];
    const filing = (lossDate: string) =>
      odd.inShop((db) => fileClaim(db, { ...input, jobId: job.id, lossDate: new Date(lossDate) }, today));
    await expect(filing("2026-03-04")).rejects.toMatchObject({ field: "lossDate" });
    const { id } = await filing("2026-03-03");
    const correct = (more: Record<string, string>) =>
      press(odd.counter, actions.correctClaim, { id, ...details, ...more });
    expect((await correct({ cause: "No cause of loss" })).errors).toEqual({
      cause: ["Choose what caused the damage."],
    });
    expect((await correct({ insurerId: odd.shop })).status).toBe(404);
    expect(await row(id)).toMatchObject({ lossDate: today, deductibleCents: 1 });
  });

  it("is of a loss up to today by the shop's clock, when it is filed and when it is corrected", async () => {
    const { job } = await mintJob(odd.inShop);
    const late = { lossDate: addDays(odd.today, 1) };
    const refused = { lossDate: ["Choose today or an earlier day."] };
    expect((await filed(job.id, late)).errors).toEqual(refused);
    const { id, errors } = await filed(job.id, { lossDate: odd.today });
    expect(errors).toBeUndefined();
    const correct = async (more: Record<string, string>) =>
      (await press(odd.counter, actions.correctClaim, { id, ...details, ...more })).errors;
    expect(await correct(late)).toEqual(refused);
    expect(await correct({ lossDate: odd.today })).toBeUndefined();
  });

  it("is none for a job that is off: cancelled or void", async () => {
    for (const status of ["cancelled", "void"]) {
      const { job } = await mintJob(odd.inShop, { job: { status } });
      expect((await filed(job.id)).message).toMatch(/is cancelled/);
    }
  });

  it("is withdrawn by one of two who press in the same moment", async () => {
    const { job } = await mintJob(odd.inShop);
    const { id } = await filed(job.id);
    const { first, second } = await meet(
      odd.inShop,
      (db) => withdrawClaim(db, id),
      (db) => withdrawClaim(db, id),
    );
    expect([first.status, second.status]).toEqual(["fulfilled", "rejected"]);
    expect(second).toMatchObject({ reason: { message: "This claim is withdrawn already." } });
  });
});

describe("what is read of claims", () => {
  const at = { skip: 0, take: 50 };
  const list = (search: string, withdrawn = false, slice = at) =>
    odd.inShop((db) => listClaims(db, { withdrawn, search, at: slice }));

  it("is a page, the latest first, of those that stand or of those withdrawn", async () => {
    await open();
    const claims = [];
    for (const [claimNumber, policyNumber, policyholder, day] of [
      ["Quartz-1", "Amber-9", "Pearl Owner", "2026-01-02"],
      ["Topaz-2", "Beryl-8", "Opal Owner", "2026-01-04"],
      ["Onyx-3", "Coral-7", "Ruby Owner", "2026-01-03"],
    ]) {
      const { job } = await mintJob(odd.inShop, { vehicle: { plate: `P${claimNumber}` } });
      const insurerId = odd.insurers[claims.length === 1 ? 1 : 0].id;
      const { id } = await filed(job.id, { claimNumber, policyNumber, policyholder, insurerId } as never);
      await odd.inShop((db) =>
        db.claim.updateMany({ where: { id }, data: { filedAt: new Date(day ?? "") } }),
      );
      claims.push(id);
    }
    const [one = "", two = "", three = ""] = claims;
    const all = await list("");
    expect([idsOf(all.rows), all.total]).toEqual([[two, three, one], 3]);
    expect(all.rows[0]).toMatchObject({
      insurer: { name: odd.insurers[1].name },
      job: { vehicle: { plate: "PTopaz-2" } },
    });
    const second = await list("", false, { skip: 1, take: 1 });
    expect([idsOf(second.rows), second.total]).toEqual([[three], 3]);
    for (const search of ["topaz", "BERYL", "opal", "acorn mutual"])
      expect([search, idsOf((await list(search)).rows)]).toEqual([search, [two]]);
    await odd.inShop((db) => withdrawClaim(db, two));
    expect([idsOf((await list("")).rows), idsOf((await list("", true)).rows)]).toEqual([[three, one], [two]]);
    expect(await list("topaz")).toEqual({ rows: [], total: 0 });
  });

  it("is one claim with its job, and a job with what its claim needs", async () => {
    const { rows } = await database.admin.query<{ id: string }>(
      `insert into tpas (id, name, number_label) values (gen_random_uuid(), $1, 'Number') returning id`,
      [`Quick Adjusters ${odd.slug}`],
    );
    await database.admin.query("update insurers set tpa_id = $1 where id = $2", [
      rows[0]?.id,
      odd.insurers[0].id,
    ]);
    const { job, customer } = await mintJob(odd.inShop, {
      quote: { payer: "insurance", insurerId: odd.insurers[1].id },
      vehicle: { plate: "CLM1" },
    });
    const { id } = await filed(job.id);
    expect(await odd.inShop((db) => getClaim(db, id))).toMatchObject({
      insurer: { id: odd.insurers[0].id, tpa: { name: `Quick Adjusters ${odd.slug}` } },
      job: { customer: { id: customer.id }, vehicle: { plate: "CLM1" } },
    });
    expect(await odd.inShop((db) => getJobToClaim(db, job.id))).toMatchObject({
      customer: { id: customer.id },
      vehicle: { plate: "CLM1" },
      claims: [{ id }],
      quote: { insurer: { id: odd.insurers[1].id } },
    });
    expect(await odd.inShop((db) => getJobClaim(db, job.id))).toMatchObject({
      status: "scheduled",
      quote: { payer: "insurance" },
      claims: [{ id, insurer: { id: odd.insurers[0].id } }],
    });
  });

  it("are insurers by name, with who takes their claims, and the causes of loss alone", async () => {
    const { insurers, causes } = await odd.inShop(claimChoices);
    const mine = insurers.filter(({ label }) => label.endsWith(odd.slug));
    expect(mine).toEqual([
      { value: odd.insurers[1].id, label: odd.insurers[1].name, hint: undefined },
      {
        value: odd.insurers[0].id,
        label: odd.insurers[0].name,
        hint: `Glass claims usually go through Quick Adjusters ${odd.slug}`,
      },
    ]);
    const labels = causes.map(({ label }) => label);
    expect(labels).toContain(cause);
    expect(labels).not.toContain("No cause of loss");
    expect(labels).toEqual(labels.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(causes.every(({ value, label }) => value === label)).toBe(true);
  });
});

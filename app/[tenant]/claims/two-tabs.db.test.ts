import { afterAll, beforeAll } from "vitest";
import { claimNames } from "@/lib/domain/claims/claim";
import type { TestDatabase } from "@/tests/support/database";
import { playDoors } from "@/tests/support/doors";
import { type Furnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { tryInTwoTabs } from "@/tests/support/two-tabs";

playDoors();
const claims = await import("./actions");

let database: TestDatabase;
let odd: Furnished;
beforeAll(async () => {
  ({ database, odd } = await openFurnished());
  await odd.inShop((db) =>
    db.reasonCode.createMany({ data: [{ kind: "cause_of_loss", label: "Hail from the east" }] }),
  );
});
afterAll(() => database.close());

tryInTwoTabs(() => odd, {
  field: "claimNumber",
  other: "policyholder",
  open: async () => {
    const { job } = await mintJob(odd.inShop);
    const typed = {
      insurerId: odd.insurers[0].id,
      policyholder: "Ann Holder",
      policyNumber: "P-17",
      claimNumber: "",
      lossState: "NM",
      cause: "Hail from the east",
    };
    const lossDate = new Date("2026-02-27");
    const { id } = await odd.inShop((db) =>
      db.claim.create({ data: { jobId: job.id, ...typed, lossDate, deductibleCents: 25_013 } }),
    );
    return {
      action: claims.correctClaim,
      values: { id, ...typed, lossDate: "2026-02-27", deductibleCents: "250.13" },
      read: () => odd.inShop((db) => db.claim.findFirstOrThrow({ where: { id } })),
      names: claimNames,
    };
  },
});

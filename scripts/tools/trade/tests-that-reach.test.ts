import { expect, it } from "vitest";
import { testsThatReach } from "./tests-that-reach";

it("a verb is reached by its own tests and by those of the surface that imports it, and by no other noun's", () => {
  const tests = testsThatReach(["lib/domain/ledger/verbs.ts"]);
  for (const test of ["lib/domain/ledger/verbs.db.test.ts", "app/[tenant]/invoices/actions.db.test.ts"])
    expect(tests).toContain(test);
  expect(tests).not.toContain("lib/domain/claims/verbs.db.test.ts");
});

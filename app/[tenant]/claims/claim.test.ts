import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { NewClaim, requireClaimable, requirePast } from "./claim";

const posted = {
  jobId: "x",
  insurerId: "y",
  policyholder: "Ann Example",
  policyNumber: "P-1",
  lossDate: "2026-03-02",
  lossState: "TX",
  cause: "Road debris",
  deductibleCents: "250",
};

describe("the claim form", () => {
  it("takes a claim before the insurer has given it a number", () => {
    expect(NewClaim.parse(posted)).toMatchObject({ claimNumber: "", deductibleCents: 25_000 });
  });

  it("takes a deductible of nothing", () => {
    expect(NewClaim.parse({ ...posted, deductibleCents: "0" }).deductibleCents).toBe(0);
  });

  it("says what is missing, next to each field", () => {
    const fields = NewClaim.safeParse({ jobId: "x" }).error?.issues.map((issue) => issue.path.join("."));
    expect(fields).toEqual([
      "insurerId",
      "policyholder",
      "policyNumber",
      "lossDate",
      "lossState",
      "cause",
      "deductibleCents",
    ]);
  });
});

describe("a loss", () => {
  it("lies in the past or on this day", () => {
    const today = new Date("2026-03-03T00:00:00Z");
    expect(requirePast(today, today)).toBeUndefined();
    expect(() => requirePast(new Date("2026-03-04T00:00:00Z"), today)).toThrow(Refusal);
  });
});

describe("a job", () => {
  it("has one claim that stands", () => {
    expect(() => requireClaimable({ status: "scheduled", claims: [{ status: "reported" }] })).toThrow(
      /already/,
    );
    expect(requireClaimable({ status: "scheduled", claims: [{ status: "cancelled" }] })).toBeUndefined();
  });

  it("has none once it is cancelled", () => {
    expect(() => requireClaimable({ status: "cancelled", claims: [] })).toThrow(/cancelled/);
  });
});

import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { EditClaim, NewClaim, OneClaim, requireClaimable, requirePast, statusName } from "./claim";

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

describe("to the letter", () => {
  const said = (typed: object) =>
    NewClaim.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("each field goes where it belongs", () => {
    expect(
      NewClaim.parse({ ...posted, claimNumber: "C-77", lossState: "FL", deductibleCents: "251.37" }),
    ).toEqual({
      jobId: "x",
      insurerId: "y",
      policyholder: "Ann Example",
      policyNumber: "P-1",
      claimNumber: "C-77",
      lossDate: new Date("2026-03-02T00:00:00Z"),
      lossState: "FL",
      cause: "Road debris",
      deductibleCents: 25_137,
    });
    const { jobId: _, ...details } = posted;
    expect(EditClaim.parse({ id: "z", ...details })).toMatchObject({ id: "z", policyNumber: "P-1" });
    expect(OneClaim.parse({ id: "z" })).toEqual({ id: "z" });
  });

  it("what is missing is said in words", () => {
    expect(said({ jobId: "x", insurerId: "" })).toEqual([
      "insurerId: Choose an insurer.",
      "policyholder: Enter the policyholder's name.",
      "policyNumber: Enter the policy number.",
      "lossDate: Choose a date.",
      "lossState: Choose the state where it happened.",
      "cause: Choose what caused the damage.",
      expect.stringMatching(/^deductibleCents: /),
    ]);
    expect(said({ ...posted, lossState: "ZZ" })).toEqual(["lossState: Choose the state where it happened."]);
  });

  it("a deductible is at most $10,000, a number of 60 characters, a cause of 200", () => {
    expect(NewClaim.parse({ ...posted, deductibleCents: "10000" }).deductibleCents).toBe(1_000_000);
    expect(said({ ...posted, deductibleCents: "10000.01" })).toHaveLength(1);
    const long = { policyNumber: "p".repeat(60), claimNumber: "c".repeat(60), cause: "w".repeat(200) };
    expect(NewClaim.parse({ ...posted, ...long })).toMatchObject(long);
    for (const [field, text] of Object.entries(long))
      expect(said({ ...posted, [field]: `${text}.` })).toHaveLength(1);
  });

  it("a loss of tomorrow is refused beside its field, one of yesterday is not", () => {
    const today = new Date("2026-03-03T00:00:00Z");
    expect(() => requirePast(new Date("2026-03-04T00:00:00Z"), today)).toThrow(
      expect.objectContaining({ message: "Choose today or an earlier day.", field: "lossDate" }),
    );
    expect(requirePast(new Date("2026-03-02T00:00:00Z"), today)).toBeUndefined();
  });

  it("a job that is off has no claim, and any claim that stands is in the way", () => {
    const off = new Refusal("This job is cancelled: there is nothing to claim.");
    for (const status of ["cancelled", "void"])
      expect(() => requireClaimable({ status, claims: [] })).toThrow(off);
    const claims = [{ status: "cancelled" }, { status: "reported" }];
    expect(() => requireClaimable({ status: "completed", claims })).toThrow(
      new Refusal("This job has a claim already."),
    );
    expect(requireClaimable({ status: "paid", claims: [] })).toBeUndefined();
  });

  it("a state has a name", () => {
    expect(["cancelled", "reported"].map(statusName)).toEqual(["Withdrawn", "Reported"]);
  });
});

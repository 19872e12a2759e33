import { describe, expect, it } from "vitest";
import { approvalFor } from "./approval";

const who = (role: "owner" | "admin" | "counter" | "technician") => ({ role, userName: `A ${role}` });
const away = (cents: number, ofCents: number) => ({ cents, ofCents });

describe("what was taken off by hand", () => {
  it("needs nobody within the limit, which is the last that anyone may take", () => {
    // 7.5 % of $333.33 is $24.99975: $24.99 is within, $25.00 is over.
    expect(approvalFor([away(2_499, 33_333)], 750, who("counter"))).toEqual({
      approval: "none",
      approvedBy: "",
      givenAwayCents: 2_499,
    });
    expect(approvalFor([away(2_500, 33_333)], 750, who("counter"))).toEqual({
      approval: "needed",
      approvedBy: "",
      givenAwayCents: 2_500,
    });
    expect(approvalFor([away(2_500, 33_334)], 750, who("counter")).approval).toBe("none");
    expect(approvalFor([away(1_000, 10_000)], 1_000, who("counter")).approval).toBe("none");
    expect(approvalFor([away(1_001, 10_000)], 1_000, who("counter")).approval).toBe("needed");
  });

  it("is agreed to by an owner or admin who takes it off, with their name", () => {
    for (const role of ["owner", "admin"] as const)
      expect(approvalFor([away(5_000, 10_000)], 750, who(role))).toEqual({
        approval: "approved",
        approvedBy: `A ${role}`,
        givenAwayCents: 5_000,
      });
    for (const role of ["counter", "technician"] as const)
      expect(approvalFor([away(5_000, 10_000)], 750, who(role)).approval).toBe("needed");
    expect(approvalFor([away(1, 10_000)], 750, who("owner"))).toMatchObject({
      approval: "none",
      approvedBy: "",
    });
  });

  it("has no limit where the shop set none, and a limit of nothing lets nothing go", () => {
    expect(approvalFor([away(9_999, 10_000)], null, who("counter"))).toMatchObject({
      approval: "none",
      givenAwayCents: 9_999,
    });
    expect(approvalFor([away(1, 10_000)], 0, who("counter")).approval).toBe("needed");
    expect(approvalFor([away(0, 10_000)], 0, who("counter")).approval).toBe("none");
  });

  it("is over when one of several options is, and the most of them is what was given away", () => {
    const options = [away(900, 10_000), away(800, 5_000), away(-300, 10_000)];
    expect(approvalFor(options, 1_000, who("counter"))).toEqual({
      approval: "needed",
      approvedBy: "",
      givenAwayCents: 900,
    });
    expect(approvalFor(options, 1_600, who("counter")).approval).toBe("none");
  });

  it("is nothing where the price was raised, or there is none", () => {
    for (const none of [[], [away(-5, 10_000)]])
      expect(approvalFor(none, 0, who("counter"))).toEqual({
        approval: "none",
        approvedBy: "",
        givenAwayCents: 0,
      });
  });
});

import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { balanceOf, NewPayment, received, requirePayable, shareOf, statusOf, tabOf } from "./invoice";

const shares = { insurerCents: 40_000, insurerPaidCents: 0, customerCents: 10_000, customerPaidCents: 0 };
const today = new Date("2026-03-03T00:00:00Z");

describe("two payers", () => {
  it("owe and pay apart", () => {
    const after = { ...shares, ...received(shares, "customer", 10_000) };
    expect(after.status).toBe("partially_paid");
    expect(shareOf(after, "customer").balance).toBe(0);
    expect(shareOf(after, "insurer").balance).toBe(40_000);
    expect(balanceOf(after)).toBe(40_000);
    expect(received(after, "insurer", 40_000).status).toBe("paid");
  });

  it("come back to where they were when a payment is taken back", () => {
    const after = { ...shares, ...received(shares, "insurer", 15_000) };
    expect(received(after, "insurer", -15_000)).toEqual({
      insurerPaidCents: 0,
      customerPaidCents: 0,
      status: "invoiced",
    });
  });

  it("are both paid up where nothing is owed", () => {
    expect(statusOf({ insurerCents: 0, insurerPaidCents: 0, customerCents: 0, customerPaidCents: 0 })).toBe(
      "paid",
    );
  });
});

describe("a payment", () => {
  const payment = { payer: "customer" as const, amountCents: 10_000, receivedOn: today, seenPaidCents: 0 };
  const open = { ...shares, status: "invoiced" };

  it("may be part of the balance or all of it, never more", () => {
    expect(requirePayable(open, payment, today)).toBeUndefined();
    expect(requirePayable(open, { ...payment, amountCents: 1 }, today)).toBeUndefined();
    expect(() => requirePayable(open, { ...payment, amountCents: 10_001 }, today)).toThrow("$100.00");
  });

  it("is not received tomorrow", () => {
    const receivedOn = new Date("2026-03-04T00:00:00Z");
    expect(() => requirePayable(open, { ...payment, receivedOn }, today)).toThrow(Refusal);
  });

  it("is refused on a void invoice, on a paid share, and from a form that is out of date", () => {
    expect(() => requirePayable({ ...open, status: "void" }, payment, today)).toThrow(/void/);
    expect(() => requirePayable({ ...open, customerPaidCents: 10_000 }, payment, today)).toThrow(
      /paid already/,
    );
    expect(() => requirePayable({ ...open, customerPaidCents: 2_000 }, payment, today)).toThrow(/changed/);
  });
});

describe("the payment form", () => {
  const posted = {
    invoiceId: "x",
    payer: "customer",
    method: "cash",
    amountCents: "100.00",
    receivedOn: "2026-03-03",
    seenPaidCents: "0",
  };
  const problems = (changes: object) =>
    NewPayment.safeParse({ ...posted, ...changes }).error?.issues.map((issue) => issue.path.join("."));

  it("takes cash without a reference", () => {
    expect(NewPayment.parse(posted)).toMatchObject({ amountCents: 10_000, reference: "" });
  });

  it("needs a check number, and a reference for a card", () => {
    expect(problems({ method: "check" })).toEqual(["reference"]);
    expect(problems({ method: "card_terminal" })).toEqual(["reference"]);
    expect(problems({ method: "check", reference: "1042" })).toBeUndefined();
  });

  it("takes EFT from insurers alone, and cash from customers alone", () => {
    expect(problems({ method: "eft" })).toEqual(["method"]);
    expect(problems({ payer: "insurer" })).toEqual(["method"]);
    expect(problems({ payer: "insurer", method: "eft" })).toBeUndefined();
  });

  it("refuses nothing, and less than nothing", () => {
    expect(problems({ amountCents: "0" })).toEqual(["amountCents"]);
    expect(problems({ amountCents: "-5" })).toEqual(["amountCents"]);
  });
});

it("takes any text for a tab", () => {
  expect(tabOf("paid")).toBe("paid");
  expect(tabOf("constructor")).toBe("open");
});

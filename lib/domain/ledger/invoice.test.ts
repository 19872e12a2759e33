import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import {
  balanceOf,
  methodNames,
  methods,
  methodsOf,
  NewInvoice,
  NewPayment,
  received,
  requirePayable,
  shareOf,
  statusName,
  statusOf,
  tabOf,
  tabs,
  VoidInvoice,
  VoidPayment,
} from "./invoice";

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

describe("to the cent", () => {
  const odd = {
    insurerCents: 36_619,
    insurerPaidCents: 12_503,
    customerCents: 10_037,
    customerPaidCents: 4_411,
  };

  it("each payer's share is their own", () => {
    expect(shareOf(odd, "insurer")).toEqual({ owed: 36_619, paid: 12_503, balance: 24_116 });
    expect(shareOf(odd, "customer")).toEqual({ owed: 10_037, paid: 4_411, balance: 5_626 });
    expect(balanceOf(odd)).toBe(29_742);
  });

  it("what one pays is added to what they paid, and to nobody else's", () => {
    expect(received(odd, "insurer", 24_116)).toEqual({
      insurerPaidCents: 36_619,
      customerPaidCents: 4_411,
      status: "partially_paid",
    });
    expect(received(odd, "customer", 5_626)).toEqual({
      insurerPaidCents: 12_503,
      customerPaidCents: 10_037,
      status: "partially_paid",
    });
    const insurersPart = { ...odd, insurerPaidCents: 36_619 };
    expect(received(insurersPart, "customer", 5_625).status).toBe("partially_paid");
    expect(received(insurersPart, "customer", 5_626).status).toBe("paid");
  });

  it("is paid by the insurer alone where the customer owes nothing, and the other way round", () => {
    const alone = { insurerCents: 1, insurerPaidCents: 0, customerCents: 0, customerPaidCents: 0 };
    expect(statusOf(alone)).toBe("invoiced");
    expect(received(alone, "insurer", 1).status).toBe("paid");
    const other = { ...alone, insurerCents: 0, customerCents: 1 };
    expect(statusOf(other)).toBe("invoiced");
    expect(received(other, "customer", 1).status).toBe("paid");
  });

  it("is begun by a cent of either, and too much of one is not the other's", () => {
    expect(received(shares, "insurer", 1).status).toBe("partially_paid");
    expect(received(shares, "customer", 1).status).toBe("partially_paid");
    expect(statusOf({ ...shares, insurerPaidCents: 50_000 })).toBe("partially_paid");
    expect(statusOf({ ...shares, insurerPaidCents: 40_001, customerPaidCents: 10_001 })).toBe("paid");
  });

  it("a payment taken back leaves the other's", () => {
    expect(received(odd, "insurer", -12_503)).toEqual({
      insurerPaidCents: 0,
      customerPaidCents: 4_411,
      status: "partially_paid",
    });
  });

  const open = { ...odd, status: "partially_paid" };
  const payment = {
    payer: "insurer" as const,
    amountCents: 24_116,
    receivedOn: today,
    seenPaidCents: 16_914,
  };
  const refusal = (
    invoice: typeof open,
    paid: Omit<typeof payment, "payer"> & { payer: "insurer" | "customer" },
  ) => {
    try {
      requirePayable(invoice, paid, today);
      return null;
    } catch (error) {
      return [(error as Refusal).message, (error as Refusal).field];
    }
  };

  it("the balance is the payer's own, to the last cent", () => {
    expect(refusal(open, payment)).toBeNull();
    expect(refusal(open, { ...payment, amountCents: 24_117 })).toEqual([
      "At most the insurer's balance of $241.16.",
      "amountCents",
    ]);
    expect(refusal(open, { ...payment, payer: "customer", amountCents: 5_626 })).toBeNull();
    expect(refusal(open, { ...payment, payer: "customer", amountCents: 5_627 })).toEqual([
      "At most the customer's balance of $56.26.",
      "amountCents",
    ]);
  });

  it("a share that is paid takes no more, whatever the other owes", () => {
    const paid = { ...open, customerPaidCents: 10_037 };
    expect(refusal(paid, { ...payment, payer: "customer", amountCents: 1 })).toEqual([
      "The customer's share is paid already.",
      undefined,
    ]);
    expect(refusal(paid, { ...payment, seenPaidCents: 22_540 })).toBeNull();
  });

  it("a form from before another payment is refused, by either payer's", () => {
    const changed = [
      "The invoice's payments have changed meanwhile. Open the invoice again, then record what is missing.",
      undefined,
    ];
    for (const seenPaidCents of [16_913, 16_915, 12_503, 4_411])
      expect(refusal(open, { ...payment, seenPaidCents })).toEqual(changed);
  });

  it("is received today or before, and never on a void invoice", () => {
    const on = (day: string) => refusal(open, { ...payment, receivedOn: new Date(`${day}T00:00:00Z`) });
    expect([on("2026-03-02"), on("2026-03-03"), on("2026-03-04")]).toEqual([
      null,
      null,
      ["Choose today or an earlier day.", "receivedOn"],
    ]);
    expect(refusal({ ...open, status: "void" }, payment)).toEqual([
      "This invoice is void: it takes no payment.",
      undefined,
    ]);
  });
});

describe("the forms, in words", () => {
  const posted = {
    invoiceId: "x",
    payer: "insurer",
    method: "eft",
    amountCents: "123.47",
    reference: "E-9",
    receivedOn: "2026-03-03",
    seenPaidCents: "16914",
  };
  const said = (form: z.ZodType, typed: object) =>
    form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("each field goes where it belongs", () => {
    expect(NewPayment.parse(posted)).toEqual({
      invoiceId: "x",
      payer: "insurer",
      method: "eft",
      amountCents: 12_347,
      reference: "E-9",
      receivedOn: today,
      seenPaidCents: 16_914,
    });
    expect(NewInvoice.parse({ jobId: "j" })).toEqual({ jobId: "j" });
  });

  it("each payer pays in their own ways", () => {
    const ways = (payer: string) =>
      methods.filter((method) => !said(NewPayment, { ...posted, payer, method }));
    expect(ways("customer")).toEqual(["cash", "check", "card_terminal"]);
    expect(ways("insurer")).toEqual(["check", "card_terminal", "eft"]);
    expect(methodsOf).toEqual({
      customer: ["cash", "check", "card_terminal"],
      insurer: ["eft", "check", "card_terminal"],
    });
    expect(methods.map((method) => methodNames[method])).toEqual(["Cash", "Check", "Card terminal", "EFT"]);
  });

  it("says what is wrong beside each field", () => {
    expect(said(NewPayment, { ...posted, payer: "", method: "" })).toEqual([
      "payer: Choose who pays.",
      "method: Choose how it was paid.",
    ]);
    expect(said(NewPayment, { ...posted, method: "cash" })).toEqual(["method: Choose how it was paid."]);
    expect(said(NewPayment, { ...posted, method: "check", reference: "" })).toEqual([
      "reference: Enter the check number.",
    ]);
    expect(said(NewPayment, { ...posted, method: "card_terminal", reference: "" })).toEqual([
      "reference: Enter the last four digits of the card, or the terminal's reference.",
    ]);
    expect(said(NewPayment, { ...posted, amountCents: "0" })).toEqual([
      "amountCents: Enter an amount above zero.",
    ]);
    expect(said(NewPayment, { ...posted, amountCents: "0.01" })).toBeUndefined();
    expect(said(NewPayment, { ...posted, reference: "r".repeat(61) })).toHaveLength(1);
    expect(said(NewPayment, { ...posted, seenPaidCents: "1.5" })).toHaveLength(1);
  });

  it("voiding has a reason", () => {
    for (const form of [VoidInvoice, VoidPayment]) {
      expect(said(form, { id: "x" })).toEqual(["reason: Choose a reason."]);
      expect(said(form, { id: "x", reason: "w".repeat(201) })).toHaveLength(1);
      expect(form.parse({ id: "x", reason: "w".repeat(200) })).toEqual({ id: "x", reason: "w".repeat(200) });
    }
  });
});

it("each tab shows its states, and states have names", () => {
  expect(tabs).toEqual({ open: ["invoiced", "partially_paid"], paid: ["paid"], void: ["void"] });
  expect(["open", "paid", "void", ""].map(tabOf)).toEqual(["open", "paid", "void", "open"]);
  expect(["invoiced", "partially_paid", "paid", "void", "other"].map(statusName)).toEqual([
    "Open",
    "Partly paid",
    "Paid",
    "Void",
    "other",
  ]);
});

import { describe, expect, it } from "vitest";
import {
  isExpired,
  may,
  type QuoteStatus,
  STATUSES,
  statesFor,
  validityText,
  whyNotReady,
  whyNotSendable,
} from "./quote";

const today = "2026-03-03";
const line = { kind: "glass", totalCents: 32_400 };
const ready = {
  status: "draft" as QuoteStatus,
  validUntil: "2026-04-02",
  totalCents: 87_506,
  approval: "none",
  lines: [line],
  reviews: [] as string[],
};

describe("states", () => {
  it("an accepted quote stays as it is", () => {
    for (const verb of ["edit", "send", "accept", "lose", "reopen"] as const)
      expect(may(verb, "accepted")).toBe(false);
  });

  it("a lost quote can only be reopened", () => {
    expect(may("reopen", "lost")).toBe(true);
    for (const verb of ["edit", "send", "accept", "lose"] as const) expect(may(verb, "lost")).toBe(false);
  });

  it("what is open can be edited, approved, sent again, booked and lost", () => {
    for (const verb of ["edit", "approve", "send", "accept", "lose"] as const)
      expect(statesFor(verb)).toEqual(["draft", "sent"]);
  });
});

describe("expiry", () => {
  it("holds through its last day", () => {
    expect(isExpired({ status: "sent", validUntil: today }, today)).toBe(false);
    expect(isExpired({ status: "sent", validUntil: "2026-03-02" }, today)).toBe(true);
  });

  it("is of no matter once the quote is decided", () => {
    const expired = STATUSES.filter((status) => isExpired({ status, validUntil: "2026-01-01" }, today));
    expect(expired).toEqual(["draft", "sent"]);
  });
});

describe("ready for the customer", () => {
  it("a priced quote is", () => expect(whyNotReady(ready, today)).toBeNull());

  it("never gives glass away", () => {
    const lines = [
      { kind: "glass", totalCents: 0 },
      { kind: "labour", totalCents: 15_000 },
    ];
    expect(whyNotReady({ ...ready, lines }, today)).toMatch(/no price/);
  });

  it("included labor is fine", () => {
    const lines = [line, { kind: "labour", totalCents: 0 }];
    expect(whyNotReady({ ...ready, lines }, today)).toBeNull();
  });

  it("not before the deductible is known, though it can be booked", () => {
    const unknown = { ...ready, reviews: ["Deductible not known yet."] };
    expect(whyNotSendable(unknown, today)).toMatch(/deductible/);
    expect(validityText(unknown, [unknown], today)).toBe("Draft: not an offer yet");
    expect(whyNotReady(unknown, today)).toBeNull();
    expect(whyNotSendable(ready, today)).toBeNull();
  });

  it("not for nothing, and not at yesterday's prices", () => {
    expect(whyNotReady({ ...ready, totalCents: 0, lines: [] }, today)).toMatch(/nothing/);
    expect(whyNotReady({ ...ready, validUntil: "2026-03-02" }, today)).toMatch(/expired/);
  });
});

describe("on paper", () => {
  it("is an offer as long as it holds", () => {
    expect(validityText(ready, [ready], today)).toBe("Good until April 2, 2026");
    expect(validityText({ ...ready, status: "accepted" }, [ready], "2026-05-01")).toBe(
      "Good until April 2, 2026",
    );
  });

  it("is none before it was approved, without a price on any option, or after its day", () => {
    const waiting = { ...ready, approval: "needed" };
    const unpriced = { ...ready, lines: [{ ...line, totalCents: 0 }] };
    for (const options of [[waiting], [ready, unpriced]])
      expect(validityText(ready, options, today)).toBe("Draft: not an offer yet");
    expect(validityText(ready, [ready], "2026-04-03")).toBe("Expired April 2, 2026");
  });
});

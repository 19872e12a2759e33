import { describe, expect, it } from "vitest";
import {
  isExpired,
  LISTS,
  listLabels,
  may,
  type QuoteStatus,
  STATUSES,
  statesFor,
  tooLate,
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

describe("to the letter", () => {
  const waiting = "More was taken off than the counter may. An owner or admin has to approve it first.";
  const expired = "This quote has expired. Edit and save it, and today's prices hold.";
  const unpriced =
    "The glass has no price yet. Edit the quote and choose a part, or set the price of the glass.";

  it("why a quote is not ready, the first reason first", () => {
    const free = { ...ready, lines: [line, { kind: "glass", totalCents: 0 }] };
    expect(whyNotReady(free, today)).toBe(unpriced);
    expect(whyNotReady({ ...free, totalCents: 0, validUntil: "2026-03-02", approval: "needed" }, today)).toBe(
      unpriced,
    );
    expect(whyNotReady({ ...ready, totalCents: 0, validUntil: "2026-03-02" }, today)).toBe(
      "This quote comes to nothing. Edit it first.",
    );
    expect(whyNotReady({ ...ready, totalCents: 1 }, today)).toBeNull();
    expect(whyNotReady({ ...ready, validUntil: "2026-03-02", approval: "needed" }, today)).toBe(expired);
    expect(whyNotReady({ ...ready, approval: "needed" }, today)).toBe(waiting);
    expect(whyNotReady({ ...ready, approval: "approved" }, today)).toBeNull();
    expect(whyNotReady({ ...ready, validUntil: today }, today)).toBeNull();
    expect(whyNotReady({ ...ready, lines: [{ kind: "glass", totalCents: 1 }] }, today)).toBeNull();
  });

  it("why a quote can't be sent: what keeps it from being booked, or a deductible that nobody knows", () => {
    const unknown = ["Look at this.", "Deductible not known yet."];
    expect(whyNotSendable({ ...ready, reviews: unknown }, today)).toBe(
      "What the customer pays is not known before the deductible is. Edit the quote and enter it.",
    );
    expect(whyNotSendable({ ...ready, reviews: ["Look at this."] }, today)).toBeNull();
    expect(whyNotSendable({ ...ready, approval: "needed", reviews: unknown }, today)).toBe(waiting);
    expect(whyNotSendable({ ...ready, approval: "needed" }, today)).toBe(waiting);
  });

  it("what each verb starts from", () => {
    const open = ["draft", "sent"];
    const verbs = ["edit", "approve", "send", "accept", "lose", "reopen"] as const;
    expect(verbs.map(statesFor)).toEqual([open, open, open, open, open, ["lost"]]);
    for (const verb of verbs) expect(STATUSES.filter((status) => may(verb, status))).toEqual(statesFor(verb));
  });

  it("who comes too late is told with what", () => {
    const words = (["edit", "approve", "send", "accept", "lose", "reopen"] as const).map(
      (verb) => tooLate(verb).message,
    );
    expect(words).toEqual(
      ["changed", "approved", "sent", "booked", "marked as lost", "reopened"].map(
        (done) => `This quote can't be ${done} any more. Reload the page to see where it stands.`,
      ),
    );
  });

  it("lists have names", () => {
    expect(LISTS.map((list) => listLabels[list])).toEqual([
      "Draft",
      "Sent",
      "Accepted",
      "Lost",
      "To approve",
    ]);
  });

  it("a decided quote's paper says its day, though it could not be sent any more", () => {
    const free = { ...ready, lines: [{ ...line, totalCents: 0 }] };
    expect(validityText({ ...ready, status: "accepted" }, [free], today)).toBe("Good until April 2, 2026");
    expect(validityText({ ...ready, status: "sent" }, [free], today)).toBe("Draft: not an offer yet");
    expect(validityText(ready, [], today)).toBe("Good until April 2, 2026");
    expect(validityText({ ...ready, validUntil: today }, [ready], today)).toBe("Good until March 3, 2026");
  });
});

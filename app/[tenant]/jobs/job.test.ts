import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { type JobStatus, may, NewDate, nextVerb, requireComing, stateAfter, tabOf, tabs } from "./job";

const mobile = (status: JobStatus) => ({ status, place: "mobile" });
const shop = (status: JobStatus) => ({ status, place: "shop" });

describe("a job's life", () => {
  it("goes from scheduled to completed on the road", () => {
    let job = mobile("scheduled");
    for (const verb of ["dispatch", "depart", "start", "complete"] as const) {
      expect(nextVerb(job)).toBe(verb);
      job = mobile(stateAfter(verb, job));
    }
    expect(job.status).toBe("completed");
    expect(nextVerb(job)).toBeNull();
  });

  it("has no drive at the shop", () => {
    expect(may("depart", shop("dispatched"))).toBe(false);
    expect(nextVerb(shop("dispatched"))).toBe("start");
    expect(stateAfter("noShow", shop("dispatched"))).toBe("no_show");
    expect(may("start", mobile("dispatched"))).toBe(false);
  });

  it("comes back after a no-show or an interruption, and may be given up then", () => {
    for (const status of ["incomplete", "no_show"] as const) {
      expect(nextVerb(mobile(status))).toBe("reschedule");
      expect(stateAfter("putBack", mobile(status))).toBe("scheduled");
      expect(stateAfter("cancel", mobile(status))).toBe("cancelled");
    }
  });

  it("is not cancelled or moved once the work has begun", () => {
    for (const status of ["in_progress", "completed", "invoiced", "paid", "cancelled"] as const) {
      expect(may("cancel", shop(status))).toBe(false);
      expect(may("reschedule", shop(status))).toBe(false);
    }
  });

  it("stays where the money has begun", () => {
    const verbs = [
      "dispatch",
      "depart",
      "start",
      "complete",
      "interrupt",
      "reopen",
      "noShow",
      "putBack",
    ] as const;
    for (const status of ["invoiced", "partially_paid", "paid", "closed", "void"] as const)
      for (const verb of verbs) expect(may(verb, shop(status))).toBe(false);
  });

  it("says why a step is refused", () => {
    expect(() => stateAfter("complete", shop("cancelled"))).toThrow(Refusal);
    expect(() => stateAfter("complete", shop("no_show"))).toThrow(/no-show by now/);
  });
});

describe("the list", () => {
  it("shows every state under exactly one tab", () => {
    const all = Object.values(tabs).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(13);
  });

  it("takes any text for a tab", () => {
    expect(tabOf("done")).toBe("done");
    expect(tabOf("nonsense")).toBe("upcoming");
    expect(tabOf("toString")).toBe("upcoming");
  });
});

describe("a new date", () => {
  it("is today or later", () => {
    const today = new Date("2026-03-03T00:00:00Z");
    expect(() => requireComing(new Date("2026-03-02T00:00:00Z"), today)).toThrow(Refusal);
    expect(requireComing(today, today)).toBeUndefined();
  });

  it("needs a part of the day", () => {
    const parsed = NewDate.safeParse({ id: "x", scheduledOn: "2026-03-03", timeWindow: "night" });
    expect(parsed.error?.issues[0]?.message).toBe("Choose a part of the day.");
  });
});

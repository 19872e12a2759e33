import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import {
  Cancellation,
  Interruption,
  type JobStatus,
  may,
  NewDate,
  Notes,
  nextVerb,
  OneJob,
  requireComing,
  stateAfter,
  statusName,
  tabOf,
  tabs,
  type Verb,
} from "./job";

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

const all: JobStatus[] = [
  "scheduled",
  "dispatched",
  "en_route",
  "in_progress",
  "incomplete",
  "no_show",
  "completed",
  "invoiced",
  "partially_paid",
  "paid",
  "closed",
  "cancelled",
  "void",
];

describe("every step", () => {
  // biome-ignore format: a step a line
  const steps: [Verb, JobStatus[], JobStatus[], JobStatus][] = [
    ["dispatch", ["scheduled"], ["scheduled"], "dispatched"],
    ["depart", ["dispatched"], [], "en_route"],
    ["start", ["en_route"], ["dispatched", "en_route"], "in_progress"],
    ["complete", ["in_progress"], ["in_progress"], "completed"],
    ["interrupt", ["in_progress"], ["in_progress"], "incomplete"],
    ["reopen", ["completed"], ["completed"], "in_progress"],
    ["noShow", ["en_route"], ["dispatched", "en_route"], "no_show"],
    ["putBack", ["dispatched", "en_route", "incomplete", "no_show"], ["dispatched", "en_route", "incomplete", "no_show"], "scheduled"],
    ["reschedule", ["scheduled", "dispatched", "en_route", "incomplete", "no_show"], ["scheduled", "dispatched", "en_route", "incomplete", "no_show"], "scheduled"],
    ["cancel", ["scheduled", "dispatched", "incomplete", "no_show"], ["scheduled", "dispatched", "incomplete", "no_show"], "cancelled"],
  ];

  it.each(steps)(
    "%s starts from its states on the road and at the shop, and leads to one",
    (verb, road, floor, to) => {
      expect(all.filter((status) => may(verb, mobile(status)))).toEqual(road);
      expect(all.filter((status) => may(verb, shop(status)))).toEqual(floor);
      for (const status of floor) expect(stateAfter(verb, shop(status))).toBe(to);
      for (const status of road) expect(stateAfter(verb, mobile(status))).toBe(to);
      for (const status of all.filter((one) => !road.includes(one)))
        expect(() => stateAfter(verb, mobile(status))).toThrow(Refusal);
    },
  );

  it("is refused in words", () => {
    expect(() => stateAfter("dispatch", shop("in_progress"))).toThrow(
      new Refusal("This job is in progress by now, so that is not possible."),
    );
  });
});

it("the next step of each state, on the road and at the shop", () => {
  const next = (job: (status: JobStatus) => { status: JobStatus; place: string }) =>
    Object.fromEntries(all.map((status) => [status, nextVerb(job(status))]));
  const waiting = {
    completed: null,
    invoiced: null,
    partially_paid: null,
    paid: null,
    closed: null,
    cancelled: null,
    void: null,
  };
  const usual = {
    scheduled: "dispatch",
    en_route: "start",
    in_progress: "complete",
    incomplete: "reschedule",
    no_show: "reschedule",
  };
  expect(next(mobile)).toEqual({ ...waiting, ...usual, dispatched: "depart" });
  expect(next(shop)).toEqual({ ...waiting, ...usual, dispatched: "start" });
});

it("a state has a name", () => {
  const names = ["no_show", "en_route", "partially_paid", "void"] as const;
  expect(names.map(statusName)).toEqual(["No-show", "En route", "Partially paid", "Void"]);
});

it("each tab shows its states, and a URL names each tab", () => {
  expect(tabs).toEqual({
    upcoming: ["scheduled", "dispatched", "incomplete", "no_show"],
    progress: ["en_route", "in_progress"],
    invoice: ["completed"],
    done: ["invoiced", "partially_paid", "paid", "closed"],
    cancelled: ["cancelled", "void"],
  });
  const names = ["upcoming", "progress", "invoice", "done", "cancelled", "today", "all"];
  expect(names.map(tabOf)).toEqual(names);
  expect(tabOf("")).toBe("upcoming");
});

describe("the forms", () => {
  const said = (form: z.ZodType, typed: object) =>
    form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("an interruption and a cancellation have a reason", () => {
    expect(said(Interruption, { id: "x", reason: "" })).toEqual(["reason: Enter what stopped the work."]);
    expect(Interruption.parse({ id: "x", reason: "Hail" })).toEqual({ id: "x", reason: "Hail" });
    expect(said(Cancellation, { id: "x" })).toEqual(["reason: Choose why it is cancelled."]);
    expect(said(Cancellation, { id: "x", reason: "w".repeat(201) })).toHaveLength(1);
    expect(Cancellation.parse({ id: "x", reason: "w".repeat(200) }).reason).toHaveLength(200);
    expect(Cancellation.parse({ id: "x", reason: "w" })).toEqual({ id: "x", reason: "w" });
  });

  it("notes may be long, or none", () => {
    expect(Notes.parse({ id: "x" })).toEqual({ id: "x", notes: "" });
    expect(Notes.parse({ id: "x", notes: "w".repeat(2000) }).notes).toHaveLength(2000);
    expect(said(Notes, { id: "x", notes: "w".repeat(2001) })).toHaveLength(1);
  });

  it("a new date is a day and a part of it", () => {
    const typed = { id: "x", scheduledOn: "2026-03-03" };
    for (const timeWindow of ["am", "pm", "day"])
      expect(NewDate.parse({ ...typed, timeWindow })).toEqual({
        id: "x",
        scheduledOn: new Date("2026-03-03T00:00:00Z"),
        timeWindow,
      });
    expect(OneJob.parse({ id: "x" })).toEqual({ id: "x" });
  });

  it("a day that is over is refused beside its field", () => {
    const today = new Date("2026-03-03T00:00:00Z");
    const yesterday = new Date("2026-03-02T00:00:00Z");
    expect(() => requireComing(yesterday, today)).toThrow(
      expect.objectContaining({ message: "Choose today or a later day.", field: "scheduledOn" }),
    );
    expect(requireComing(new Date("2026-03-04T00:00:00Z"), today)).toBeUndefined();
  });
});

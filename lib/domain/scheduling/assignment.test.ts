import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import {
  Assign,
  dayNamed,
  isAssignable,
  overlap,
  requireAssignable,
  requireFree,
  spanOf,
  spanText,
  usualTimes,
} from "./assignment";

const zone = "America/Chicago";
const span = (start: string, end: string) => spanOf(zone, "2026-03-03", start, end);

describe("a technician's time", () => {
  it("is the shop's time, across daylight saving", () => {
    expect(span("09:00", "10:00").startsAt.toISOString()).toBe("2026-03-03T15:00:00.000Z");
    expect(spanOf(zone, "2026-07-03", "09:00", "10:00").startsAt.toISOString()).toBe(
      "2026-07-03T14:00:00.000Z",
    );
    expect(spanText(zone, span("09:00", "13:30"))).toBe("9:00 AM – 1:30 PM");
  });

  it("holds one job at a time; one may end when the next begins", () => {
    expect(overlap(span("09:00", "10:00"), span("09:59", "11:00"))).toBe(true);
    expect(overlap(span("09:00", "12:00"), span("10:00", "11:00"))).toBe(true);
    expect(overlap(span("09:00", "10:00"), span("10:00", "11:00"))).toBe(false);
  });

  it("refuses with the job that is in the way", () => {
    const others = [{ ...span("09:00", "10:30"), job: { number: 1042 } }];
    expect(() => requireFree(span("10:00", "11:00"), others, zone)).toThrow(
      "job #1042 at that time (9:00 AM",
    );
    expect(requireFree(span("10:30", "11:00"), others, zone)).toBeUndefined();
  });
});

describe("the form", () => {
  const posted = { jobId: "x", technicianId: "y", start: "09:00", end: "10:00" };

  it("wants an end after the start", () => {
    expect(Assign.parse(posted)).toEqual(posted);
    const found = Assign.safeParse({ ...posted, end: "09:00" });
    expect(found.error?.issues.map((issue) => issue.path.join("."))).toEqual(["end"]);
  });

  it("wants times and a technician", () => {
    const fields = Assign.safeParse({ jobId: "x", start: "9", end: "24:00" }).error?.issues;
    expect(fields?.map((issue) => issue.path.join("."))).toEqual(["technicianId", "start", "end"]);
  });
});

it("assigns no job that is done or off", () => {
  expect(requireAssignable({ number: 1, status: "scheduled" })).toBeUndefined();
  expect(() => requireAssignable({ number: 1, status: "no_show" })).toThrow(Refusal);
});

it("takes any text for a day", () => {
  expect(dayNamed("2026-02-28", "2026-03-03")).toEqual({
    day: "2026-02-28",
    before: "2026-02-27",
    after: "2026-03-01",
    fault: null,
  });
  expect(dayNamed("tomorrow", "2026-03-03").day).toBe("2026-03-03");
});

describe("to the minute", () => {
  it("a span keeps its day and both of its times", () => {
    expect(spanOf(zone, "2026-03-04", "09:07", "13:41")).toEqual({
      startsAt: new Date("2026-03-04T15:07:00Z"),
      endsAt: new Date("2026-03-04T19:41:00Z"),
    });
  });

  it("overlap is the same seen from both", () => {
    const nine = span("09:00", "10:00");
    const touching = [span("08:00", "09:00"), span("10:00", "11:00")];
    const meeting = [span("08:00", "09:01"), span("09:59", "11:00"), span("09:10", "09:20"), nine];
    for (const other of touching)
      expect([overlap(nine, other), overlap(other, nine)]).toEqual([false, false]);
    for (const other of meeting) expect([overlap(nine, other), overlap(other, nine)]).toEqual([true, true]);
  });

  it("the job in the way is the one that is at that time, beside the field of the start", () => {
    const others = [
      { ...span("07:00", "08:00"), job: { number: 1041 } },
      { ...span("09:00", "10:30"), job: { number: 1042 } },
    ];
    expect(() => requireFree(span("10:00", "11:00"), others, zone)).toThrow(
      expect.objectContaining({
        message: "This technician has job #1042 at that time (9:00 AM – 10:30 AM).",
        field: "start",
      }),
    );
  });
});

it("gives to somebody what is still to be done", () => {
  const states = ["scheduled", "dispatched", "en_route", "in_progress", "incomplete", "no_show", "completed"];
  states.push("invoiced", "partially_paid", "paid", "closed", "cancelled", "void");
  expect(states.filter(isAssignable)).toEqual(["scheduled", "dispatched", "en_route", "in_progress"]);
  expect(() => requireAssignable({ number: 1042, status: "partially_paid" })).toThrow(
    new Refusal("Job #1042 is partially paid: there is nothing to assign."),
  );
});

it("suggests the times of a part of the day", () => {
  expect(usualTimes("pm")).toEqual({ start: "13:00", end: "14:30" });
  for (const other of ["am", "day", ""]) expect(usualTimes(other)).toEqual({ start: "09:00", end: "10:30" });
});

it("takes a day of this century from a URL, and no other", () => {
  const named = (name: string) => dayNamed(name, "2026-03-03").day;
  expect(["2000-01-01", "2099-12-31"].map(named)).toEqual(["2000-01-01", "2099-12-31"]);
  expect(["1999-12-31", "2100-01-01", "2026-02-30", ""].map(named)).toEqual(Array(4).fill("2026-03-03"));
  const said = (name: string) => dayNamed(name, "2026-03-03").fault;
  expect(["1999-12-31", "2206-03-03"].map(said)).toEqual(
    Array(2).fill("Choose a day between 2000 and 2099."),
  );
  expect(["2026-02-30", "tomorrow"].map(said)).toEqual(
    Array(2).fill("Choose a day that is in the calendar."),
  );
  expect(["2000-01-01", "2099-12-31", ""].map(said)).toEqual([null, null, null]);
  expect(dayNamed("", "2026-03-01")).toEqual({
    day: "2026-03-01",
    before: "2026-02-28",
    after: "2026-03-02",
    fault: null,
  });
});

describe("what is wrong with a form, in words", () => {
  const said = (typed: object) =>
    Assign.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("stands beside each field", () => {
    expect(said({ jobId: "x", technicianId: "" })).toEqual([
      "technicianId: Choose a technician.",
      "start: Choose when it starts.",
      "end: Choose when it ends.",
    ]);
    expect(said({ jobId: "x", technicianId: "y", start: "09:01", end: "09:00" })).toEqual([
      "end: Choose an end after the start.",
    ]);
    expect(said({ jobId: "x", technicianId: "y", start: "09:00", end: "09:01" })).toBeUndefined();
  });

  it.each(["00:00", "09:59", "19:05", "20:00"])("%s is a time", (start) => {
    expect(said({ jobId: "x", technicianId: "y", start, end: "23:59" })).toBeUndefined();
  });

  it.each(["24:00", "9:00", "09:60", "109:00", "09:000", "25:10"])("%s is none", (end) => {
    expect(said({ jobId: "x", technicianId: "y", start: "00:00", end })).toContain(
      "end: Choose when it ends.",
    );
  });
});

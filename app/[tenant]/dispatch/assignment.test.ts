import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { Assign, dayNamed, overlap, requireAssignable, requireFree, spanOf, spanText } from "./assignment";

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
  });
  expect(dayNamed("tomorrow", "2026-03-03").day).toBe("2026-03-03");
});

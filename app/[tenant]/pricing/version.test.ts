import { describe, expect, it } from "vitest";
import { ChangeNote, holdsFrom, stateOf } from "./version";

const today = "2026-03-03";
const version = (number: number, effectiveFrom: string, cancelledAt: Date | null = null) => ({
  number,
  effectiveFrom,
  cancelledAt,
});

describe("the day a change holds from", () => {
  it("is today, or the later day asked for", () => {
    expect(holdsFrom(null, today, null)).toBe(today);
    expect(holdsFrom(null, today, version(1, "2026-01-01"))).toBe(today);
    expect(holdsFrom("2026-04-01", today, version(1, today))).toBe("2026-04-01");
    expect(() => holdsFrom("2026-03-02", today, null)).toThrow("Choose today or a later day.");
    expect(() => holdsFrom("2062-04-01", today, null)).toThrow("within the next two years");
  });

  it("is never before that of the prices it is made on", () => {
    const waiting = version(4, "2026-03-20");
    expect(holdsFrom(null, today, waiting)).toBe("2026-03-20");
    expect(() => holdsFrom(today, today, waiting)).toThrow("Version 4 waits for Fri, Mar 20");
  });

  it("may be left empty, and is a day", () => {
    expect(ChangeNote.parse({})).toEqual({ reason: "", effectiveFrom: null, madeOn: null });
    expect(ChangeNote.safeParse({ effectiveFrom: "2026-02-30" }).error?.issues[0]?.message).toBe(
      "Choose a date.",
    );
  });
});

it("says where a version stands", () => {
  expect(stateOf(version(3, today), 3, today)).toBe("in force");
  expect(stateOf(version(2, today), 3, today)).toBe("earlier");
  expect(stateOf(version(4, "2026-03-04"), 3, today)).toBe("scheduled");
  expect(stateOf(version(4, "2026-03-04", new Date()), 3, today)).toBe("cancelled");
});

import { describe, expect, it } from "vitest";
import { ChangeNote, holdsFrom, OneVersion, stateOf } from "./version";

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

describe("to the day", () => {
  const refused = (...of: Parameters<typeof holdsFrom>) => {
    try {
      return holdsFrom(...of);
    } catch (error) {
      const { message, field } = error as { message: string; field?: string };
      return [message, field];
    }
  };

  it("today and two years from it are the first and the last", () => {
    expect(refused(today, today, null)).toBe(today);
    expect(refused("2028-03-03", today, null)).toBe("2028-03-03");
    expect(refused("2028-03-04", today, null)).toEqual([
      "Choose a day within the next two years.",
      "effectiveFrom",
    ]);
    expect(refused("2026-03-02", today, version(4, "2026-03-20"))).toEqual([
      "Choose today or a later day.",
      "effectiveFrom",
    ]);
  });

  it("a version that waits is waited for to its day", () => {
    const waiting = version(4, "2026-03-20");
    expect(refused("2026-03-20", today, waiting)).toBe("2026-03-20");
    expect(refused("2026-03-21", today, waiting)).toBe("2026-03-21");
    expect(refused("2026-03-19", today, waiting)).toEqual([
      "Version 4 waits for Fri, Mar 20, and this change is made on it. Choose that day or a later one, or cancel that version first under History.",
      "effectiveFrom",
    ]);
    expect(refused(null, today, version(4, "2026-03-02"))).toBe(today);
  });

  it("a note says why, from when, and on what it was made", () => {
    expect(ChangeNote.parse({ reason: "Season", effectiveFrom: " 2026-04-01 ", madeOn: "12" })).toEqual({
      reason: "Season",
      effectiveFrom: "2026-04-01",
      madeOn: 12,
    });
    const madeOn = (typed: string) => ChangeNote.parse({ madeOn: typed }).madeOn;
    expect(["0", "999999999", "1234567890", "-1", "1x", "x1"].map(madeOn)).toEqual([
      0,
      999_999_999,
      ...Array(4).fill(null),
    ]);
    expect(ChangeNote.safeParse({ reason: "r".repeat(301) }).success).toBe(false);
    expect(ChangeNote.safeParse({ reason: "r".repeat(300) }).success).toBe(true);
    expect(OneVersion.parse({ id: "v" })).toEqual({ id: "v" });
  });

  it("a version is scheduled from tomorrow, and was one before where its day has come", () => {
    expect(stateOf(version(4, today), 3, today)).toBe("earlier");
    expect(stateOf(version(4, "2026-03-04"), null, today)).toBe("scheduled");
    expect(stateOf(version(3, today, new Date()), 3, today)).toBe("cancelled");
  });
});

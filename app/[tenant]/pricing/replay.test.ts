import { expect, it } from "vitest";
import { triedOn } from "./replay";

it("typed prices are tried on the day they are to hold from, and never before the prices they are made on", () => {
  const waiting = { id: "", number: 3, effectiveFrom: "2026-12-01" };
  expect(triedOn("2026-11-25", { waiting: null, today: "2026-11-21" })).toBe("2026-11-25");
  for (const typed of ["", "2026-11-01", "20"])
    expect(triedOn(typed, { waiting: null, today: "2026-11-21" })).toBe("2026-11-21");
  for (const typed of ["", "2026-11-25"])
    expect(triedOn(typed, { waiting, today: "2026-11-21" })).toBe("2026-12-01");
});

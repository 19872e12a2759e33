import { expect, it } from "vitest";
import { told } from "./told";

const change = { result: null, unchanged: false, effectiveFrom: "2026-03-03", today: "2026-03-03" } as const;

it("says what was done, when that holds, and when nothing was", () => {
  expect(told("Saved.", change)).toBe("Saved.");
  expect(told("Saved.", { ...change, effectiveFrom: "2026-03-05" })).toBe("Saved. In force from Thu, Mar 5.");
  expect(told("Saved.", { ...change, unchanged: true })).toBe("Nothing changed: these prices stand already.");
});

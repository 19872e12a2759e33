import { expect, it } from "vitest";
import { stateCodes, stateOptions } from "./states";

it("the fifty states, the District and Puerto Rico, each once", () => {
  expect(stateCodes).toHaveLength(52);
  expect(new Set(stateCodes).size).toBe(52);
  for (const code of ["AL", "DC", "PR", "TX", "WY"]) expect(stateCodes).toContain(code);
  expect(stateOptions[0]).toEqual({ value: "AL", label: "AL" });
});

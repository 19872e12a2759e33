import { expect, it } from "vitest";
import zipcodes from "zipcodes";
import { stateOfZip } from "./zip-states";

it("knows the state of every ZIP code, but for a few at a border or on islands", () => {
  const codes = Array.from({ length: 100_000 }, (_, n) => String(n).padStart(5, "0"));
  const known = codes.flatMap((zip) => zipcodes.lookup(zip) ?? []);
  const others = known.filter(({ zip, state }) => stateOfZip(zip) !== state);
  expect(known.length).toBeGreaterThan(40_000);
  expect(others.length).toBeLessThan(20);
  expect(codes.filter((zip) => !stateOfZip(zip) && zipcodes.lookup(zip))).toEqual([]);
  expect(["", "78", "000", "715xx"].map(stateOfZip)).toEqual([null, null, null, null]);
});

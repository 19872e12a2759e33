import { expect, it } from "vitest";
import { matchingOptions } from "./matching-options";

const option = (label: string, hint?: string) => ({ value: label, label, hint });
const insurers = [
  "Allstate",
  "American Family",
  "Farm Bureau",
  "Mid-State Mutual",
  "State Auto",
  "State Farm",
].map((label) => option(label));
const found = (text: string, options = insurers) => matchingOptions(options, text).map(({ label }) => label);

it("offers what begins with the text before what holds it", () => {
  expect(found("state")).toEqual(["State Auto", "State Farm", "Allstate", "Mid-State Mutual"]);
  expect(found("STATE F")).toEqual(["State Farm"]);
});

it("offers a word that begins with the text before one that holds it", () => {
  expect(found("fam", [option("Unfamiliar"), option("American Family")])).toEqual([
    "American Family",
    "Unfamiliar",
  ]);
});

it("finds words in any order and in the hint, keeps the order given and all of them for no text", () => {
  expect(found("farm state")).toEqual(["State Farm"]);
  expect(found("555", [option("Ann", "(512) 555-0100"), option("Bo")])).toEqual(["Ann"]);
  expect(found("  ")).toEqual(insurers.map(({ label }) => label));
});

it("shows at most fifty, the best of them", () => {
  const many = [...Array.from({ length: 60 }, (_, n) => option(`x glass ${n}`)), option("Glass first")];
  expect(found("glass", many)).toHaveLength(50);
  expect(found("glass", many)[0]).toBe("Glass first");
});

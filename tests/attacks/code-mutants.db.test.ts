import { afterAll, beforeAll, expect, it } from "vitest";
import { makeScratch, type Scratch } from "./mutants/scratch";
import { sourceMutants } from "./mutants/source";

// A few of what `npm run mutate` breaks, so that each run of the tests shows that breaking is noticed.
let scratch: Scratch;
beforeAll(() => {
  scratch = makeScratch();
});
afterAll(() => scratch.remove());

const mutants = sourceMutants();
const sample = [
  "{ AND: [filter, where] }",
  "this.refuseAdding(to, verbs)",
  "!gate.allow.includes(actor.role)",
  "one.slug === slug",
];

it("every line to break is still there, and there are many", () => {
  expect(mutants.length).toBeGreaterThan(80);
});

it("the copy passes as it is", async () => {
  expect(await scratch.failsAsItIs()).toBeNull();
});

it.each(sample)("breaking %s is noticed", async (part) => {
  const mutant = mutants.find(({ name }) => name.includes(part));
  expect(mutant && (await scratch.noticedBy(mutant))).toBeTruthy();
});

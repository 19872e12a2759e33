import { expect, it } from "vitest";
import { filterNamed, filters, inWords } from "./event";

it("has words for every kind that a filter shows, and every kind is in a filter of its own", () => {
  const [all, ...apart] = filters;
  expect(apart.flatMap(({ kinds }) => kinds).sort()).toEqual([...all.kinds].sort());
  for (const kind of all.kinds) expect(inWords(kind).meaning).toMatch(/\.$/);
});

it("shows all where a filter is unknown", () => {
  expect(filterNamed("sign-in").label).toBe("Sign-in");
  expect(filterNamed("__proto__").name).toBe("all");
});

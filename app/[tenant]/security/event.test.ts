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

it("each kind is told with its tone, and one that is not known by its own name", () => {
  expect(
    ["sign_in_failed", "sign_in_throttled", "outside_id", "outside_shop", "other"].map((kind) => [
      inWords(kind).label,
      inWords(kind).tone,
    ]),
  ).toEqual([
    ["Failed sign-in", "neutral"],
    ["Sign-in held", "warn"],
    ["Not in this shop", "bad"],
    ["Another address", "bad"],
    ["other", "neutral"],
  ]);
  expect(["all", "sign-in", "outside"].map((name) => filterNamed(name).name)).toEqual([
    "all",
    "sign-in",
    "outside",
  ]);
  expect(filterNamed("outside").kinds).toEqual(["outside_id", "outside_shop"]);
});

import { expect, it } from "vitest";
import { changed } from "../changed";
import { inWords, linesOf } from "./in-words";

it("a change is told by what it was about and by each value before and after", () => {
  const before = {
    id: "1",
    listPriceCents: 50_000,
    kitHalves: 3,
    features: ["camera"],
    fits: [{}],
    demo: false,
    owner: "x",
  };
  const after = { listPriceCents: 52_500, kitHalves: 4, features: [], fits: [{}, {}], demo: true };
  const detail = changed("DW01256GTYN", before, after);
  expect(inWords("part.edit", detail)).toBe("Changed DW01256GTYN");
  expect(linesOf(detail)).toEqual([
    "List price: $500.00 → $525.00",
    "Adhesive kits: 1.5 → 2",
    "Features: camera → –",
    "Vehicles: 1 → 2",
    "Demo: no → yes",
  ]);
});

it("what is new comes from nothing, what is deleted goes to it, and what stayed is not told", () => {
  expect(linesOf(changed("LYNX", null, { name: "LYNX", phone: "", demo: false, clipsQty: 0 }))).toEqual([
    "Name: – → LYNX",
  ]);
  expect(linesOf(changed("LYNX", { name: "LYNX", id: "1" }, null))).toEqual(["Name: LYNX → –"]);
  expect(linesOf(changed("LYNX", { name: "LYNX" }, { name: "LYNX" }))).toEqual([]);
});

it("an import is told by its file and its sums", () => {
  const detail = { file: "list.csv", added: 2, changed: 1, unchanged: 0 };
  expect([inWords("parts.import", detail), ...linesOf(detail)]).toEqual([
    "Imported list.csv",
    "2 new, 1 changed, 0 as they were",
  ]);
});

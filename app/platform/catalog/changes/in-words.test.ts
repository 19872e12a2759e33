import { expect, it } from "vitest";
import { changed } from "@/lib/domain/catalog/changed";
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

it("each kind of change has its verb, and any other is told as it is", () => {
  const verbs = ["part.add", "part.edit", "part.delete", "parts.import", "part.other", "odd"];
  expect(verbs.map((action) => inWords(action, { label: "X" }))).toEqual([
    "Added X",
    "Changed X",
    "Deleted X",
    "Imported X",
    "part.other X",
    "odd X",
  ]);
  expect(inWords("part.edit", {})).toBe("Changed");
});

it("each value is told as people read it", () => {
  const after = {
    listPriceCents: 0,
    listEffectiveFrom: "2026-03-03T00:00:00.000Z",
    laborMinutes: 90,
    kitHalves: 3,
    mouldingRequired: true,
    calibration: "dual",
    interchange: ["A", "B"],
    supersededBy: "",
    numberDigits: 9,
    tpaName: "LYNX",
    secret: "x",
  };
  expect(
    linesOf(
      changed(
        "X",
        {
          ...after,
          listPriceCents: null,
          listEffectiveFrom: null,
          laborMinutes: 60,
          kitHalves: 2,
          mouldingRequired: false,
          calibration: null,
          interchange: [],
          supersededBy: "Y",
          numberDigits: null,
          tpaName: "",
          secret: "y",
        },
        after,
      ),
    ),
  ).toEqual([
    "Holds from: – → 2026-03-03",
    "Labor minutes: 60 → 90",
    "Adhesive kits: 1 → 1.5",
    "Moulding: no → yes",
    "Calibration: – → dual",
    "Interchange: – → A, B",
    "Superseded by: Y → –",
    "Digits: – → 9",
    "Claims go through: – → LYNX",
  ]);
});

it("an import without some of its sums counts them as none", () => {
  expect(linesOf({ file: "x.csv", added: 3 })).toEqual(["3 new, 0 changed, 0 as they were"]);
  expect(linesOf({})).toEqual([]);
});

it("what is kept of a change is what differs, deeply, with both values", () => {
  expect(changed("X", { a: 1, b: [1], c: { d: 1 }, gone: 1 }, { a: 2, b: [1], c: { d: 2 } })).toEqual({
    label: "X",
    changes: { a: [1, 2], c: [{ d: 1 }, { d: 2 }] },
  });
  expect(changed("X", { a: 1 }, null).changes).toEqual({ a: [1, null] });
  expect(changed("X", null, { a: undefined, b: 0 }).changes).toEqual({ b: [null, 0] });
});

it("what was something and is nothing now is told", () => {
  expect(linesOf(changed("X", { clipsQty: 3, demo: true }, { clipsQty: 0, demo: false }))).toEqual([
    "Clips: 3 → 0",
    "Demo: yes → no",
  ]);
});

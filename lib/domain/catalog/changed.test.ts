import { expect, it } from "vitest";
import { changed } from "./changed";

it("of what is changed the fields that differ are kept, before and after, and what was not told is none", () => {
  const before = { id: "7", name: "Zenith", phone: "+15125550142", digits: 9, kinds: ["a", "b"], gone: "x" };
  const after = { name: "Zenith", phone: "", digits: null, kinds: ["b", "a"] };
  expect(changed("Zenith", before, after)).toEqual({
    label: "Zenith",
    changes: {
      phone: ["+15125550142", ""],
      digits: [9, null],
      kinds: [
        ["a", "b"],
        ["b", "a"],
      ],
    },
  });
});

it("what is as it was is no change, though it is another object", () => {
  const row = { holdsFrom: new Date("2026-03-05"), fits: [{ year: 2017 }] };
  const again = { holdsFrom: new Date("2026-03-05"), fits: [{ year: 2017 }] };
  expect(changed("DW02501GTYN", row, again).changes).toEqual({});
});

it("of what is new all is kept that has a value, of what is deleted all that it had", () => {
  expect(changed("Acorn", null, { name: "Acorn", tpaId: undefined, digits: 0 }).changes).toEqual({
    name: [null, "Acorn"],
    digits: [null, 0],
  });
  expect(changed("Acorn", { id: "7", name: "Acorn" }, null).changes).toEqual({
    id: ["7", null],
    name: ["Acorn", null],
  });
  expect(changed("Acorn", { name: "Acorn" }, { name: "Acorn", phone: "1" }).changes).toEqual({
    phone: [null, "1"],
  });
});

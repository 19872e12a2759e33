import { describe, expect, it } from "vitest";
import { z } from "zod";
import { filled, numberedRows } from "./form-rows";

const rows = numberedRows(
  z.object({ name: z.string().min(1, "Enter a name."), kind: z.string().optional() }),
  3,
  ["name", "note"],
);
const said = (posted: unknown) =>
  rows.safeParse(posted).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("rows of a form", () => {
  it("keep their numbers, with nothing where one is blank or was removed", () => {
    const posted = [undefined, { name: "a" }, { name: " ", kind: "chosen" }, { name: "", note: "b" }];
    expect(said(posted)).toEqual(["3.name: Enter a name."]);
    const read = rows.parse(posted.slice(0, 3));
    expect(read).toEqual([undefined, { name: "a" }, undefined]);
    expect(filled(read)).toEqual([{ name: "a" }]);
    expect(rows.parse(undefined)).toEqual([]);
  });

  it("take holes for rows that were removed", () => {
    const posted: unknown[] = [];
    posted[2] = { name: "c" };
    expect(rows.parse(posted)).toEqual([undefined, undefined, { name: "c" }]);
  });

  it("are as many as are allowed, and their numbers may run ahead, but not for ever", () => {
    const named = (count: number) => Array.from({ length: count }, () => ({ name: "a" }));
    const gap = (length: number) => [...Array(length - 1).fill(undefined), { name: "a" }];
    expect(said(named(3))).toBeUndefined();
    expect(said(named(4))).toEqual([": At most 3 rows."]);
    expect(said(gap(15))).toBeUndefined();
    expect(said(gap(16))).toEqual([": At most 3 rows."]);
    for (const none of ["x", null, { 0: { name: "a" } }]) expect(said(none)).toEqual([": At most 3 rows."]);
  });
});

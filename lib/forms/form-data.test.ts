import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { optionalLines } from "./fields";
import { badInput } from "./form-answer";
import { readForm, typedValues } from "./form-data";

function posted(...fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readForm(form);
}

it("nests by dots and numbers, and lists what repeats", () => {
  expect(
    posted(["name", "Ann"], ["lines.0.kind", "glass"], ["lines.1.kind", "kit"], ["tag", "a"], ["tag", "b"]),
  ).toEqual({ name: "Ann", lines: [{ kind: "glass" }, { kind: "kit" }], tag: ["a", "b"] });
});

it("leaves React's own fields out", () => {
  expect(posted(["$ACTION_ID_x", ""], ["a", "1"])).toEqual({ a: "1" });
});

it("takes no way into an object's insides", () => {
  posted(["__proto__.polluted", "1"], ["a.constructor.prototype.polluted", "1"]);
  expect("polluted" in {}).toBe(false);
});

it("survives names that don't fit together, and row numbers that ask for a giant list", () => {
  expect(posted(["a", "1"], ["a.b", "2"], ["c.0.d", "3"], ["c.x", "4"])).toEqual({ a: "1", c: [{ d: "3" }] });
  const { rows } = posted(["rows.0.a", "1"], ["rows.4294967294.a", "2"]) as { rows: unknown[] };
  expect(rows).toEqual([{ a: "1" }]);
});

it("drops what Postgres takes in no text", () => {
  expect(posted(["name", "An\0n"])).toEqual({ name: "Ann" });
});

it("keeps what was typed but secrets, files and React's own fields", () => {
  const form = new FormData();
  form.set("name", "Ann");
  form.set("newPassword", "p");
  form.set("clientSecret", "s");
  form.set("$ACTION_ID_x", "1");
  form.set("logo", new File(["x"], "x.png"));
  for (const tag of ["a", "b"]) form.append("tag", tag);
  form.set("empty", "");
  expect(typedValues(form)).toEqual({ name: "Ann", tag: ["a", "b"], empty: "" });
});

it("a list holds up to a thousand rows, and no name leads into another's text", () => {
  const { rows } = posted(["rows.999.a", "1"], ["rows.1000.a", "2"]) as { rows: unknown[] };
  expect(rows).toHaveLength(1000);
  expect(posted(["a.b", "1"], ["a.b.c", "2"], ["a.d", "3"])).toEqual({ a: { b: "1", d: "3" } });
  expect(posted(["list.0", "x"], ["list.1", "y"])).toEqual({ list: ["x", "y"] });
  for (const name of ["prototype", "constructor", "__proto__"])
    expect(posted([`${name}`, "1"], ["a", "2"])).toEqual({ a: "2" });
});

it("counts what people see: a line's end is one letter", () => {
  const notes = `${"x".repeat(1998)}\r\ny`;
  expect(z.object({ notes: optionalLines() }).safeParse(posted(["notes", notes])).success).toBe(true);
  expect(z.object({ notes: optionalLines() }).safeParse(posted(["notes", `${notes}z`])).success).toBe(false);
});

/** React hands an answer to the browser only where it is plain data all through. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (value === null || typeof value !== "object") return typeof value !== "function";
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

it("answers whatever names are posted with plain data", () => {
  const key = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "a", "0", "then", "");
  const name = fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => keys.join("."));
  const fields = fc.array(fc.tuple(name, fc.string({ unit: "binary" })), { maxLength: 12 });
  const anyPath = z.any().superRefine((value, context) => {
    for (const path of Object.keys(value)) context.addIssue({ code: "custom", path: [path], message: "No." });
  });
  fc.assert(
    fc.property(fields, (all) => {
      const form = new FormData();
      for (const [field, value] of all) form.append(field, value);
      const { error } = anyPath.safeParse(readForm(form));
      expect(isPlain(readForm(form))).toBe(true);
      expect(isPlain({ values: typedValues(form), ...(error && badInput(error)) })).toBe(true);
    }),
  );
});

it("keeps a field named as an object's insides out of what is shown again, however often it comes", () => {
  const form = new FormData();
  for (const value of ["1", "2"]) form.append("__proto__", value);
  expect(isPlain(typedValues(form))).toBe(true);
});

it("hands a file on as it is", () => {
  const form = new FormData();
  const logo = new File(["x"], "x.png");
  form.set("logo", logo);
  expect(readForm(form)).toEqual({ logo });
});

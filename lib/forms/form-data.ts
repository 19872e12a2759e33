import type { FormState } from "./form";
import { asTyped } from "./typed-text";

const SECRET = /password|secret/i;
/** Names that reach into an object's insides. */
const isUnsafe = (name: string) => /^(__proto__|constructor|prototype)$/.test(name);
/** A list has at most a thousand rows: a row number is no way to ask for a giant one. */
const ROW = /^\d{1,3}$/;

const text = (value: FormDataEntryValue) => (typeof value === "string" ? asTyped(value) : value);

/**
 * A posted form as nested plain data: `lines.0.kind` becomes `{ lines: [{ kind }] }`, a repeated name becomes a list.
 * React's own fields (`$ACTION...`) are left out, and so are names that don't fit together.
 */
export function readForm(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    const all = form.getAll(name).map(text);
    const path = name.split(".");
    if (path.some(isUnsafe)) continue;
    let node: unknown = root;
    path.forEach((key, index) => {
      const next = path[index + 1];
      if (node === null || typeof node !== "object" || (Array.isArray(node) && !ROW.test(key))) return;
      const open = node as Record<string, unknown>;
      if (next === undefined) open[key] = all.length > 1 ? all : all[0];
      else open[key] ??= ROW.test(next) ? [] : {};
      node = open[key];
    });
  }
  return root;
}

/** What was typed, to show again. Files and passwords are not kept. */
export function typedValues(form: FormData): NonNullable<FormState>["values"] {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || SECRET.test(name) || isUnsafe(name)) continue;
    const all = form.getAll(name).filter((value) => typeof value === "string");
    if (all.length > 0) values[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}

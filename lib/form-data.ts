import type { FormState } from "./form";

const SECRET = /password|secret/i;

/**
 * A posted form as nested plain data: `lines.0.kind` becomes `{ lines: [{ kind }] }`, a repeated name becomes a list.
 * React's own fields (`$ACTION...`) are left out.
 */
export function readForm(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    const all = form.getAll(name);
    const path = name.split(".");
    if (path.some((key) => key === "__proto__" || key === "constructor" || key === "prototype")) continue;
    let node: Record<string, unknown> = root;
    path.forEach((key, index) => {
      if (index === path.length - 1) {
        node[key] = all.length > 1 ? all : all[0];
        return;
      }
      node[key] ??= /^\d+$/.test(path[index + 1] ?? "") ? [] : {};
      node = node[key] as Record<string, unknown>;
    });
  }
  return root;
}

/** What was typed, to show again. Files and passwords are not kept. */
export function typedValues(form: FormData): NonNullable<FormState>["values"] {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || SECRET.test(name)) continue;
    const all = form.getAll(name).filter((value) => typeof value === "string");
    if (all.length > 0) values[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}

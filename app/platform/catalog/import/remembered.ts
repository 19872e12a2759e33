import { type ImportColumn, importColumns, type Mapping, squash } from "@/lib/domain/catalog/import/columns";

const KEY = "catalog-import-columns";

/** What was chosen for each heading before, in this browser. */
export function readRemembered(): Record<string, ImportColumn> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, ImportColumn>;
    return Object.fromEntries(Object.entries(kept).filter(([, column]) => importColumns.includes(column)));
  } catch {
    return {};
  }
}

/** Keeps what each heading was said to tell, for the next file of the same make. */
export function remember(headings: readonly string[], mapping: Mapping): void {
  const said = (Object.entries(mapping) as [ImportColumn, number][]).map(([column, index]) => [
    squash(headings[index] ?? ""),
    column,
  ]);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readRemembered(), ...Object.fromEntries(said) }));
  } catch {
    // A browser that keeps nothing guesses anew.
  }
}

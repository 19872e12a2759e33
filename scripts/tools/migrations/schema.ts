import { listed } from "./sql-statements.ts";

/** An identifier as Postgres reads it, with or without quotes and a schema. */
export const NAME = String.raw`((?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))?)`;

/** @returns the name without quotes and without `public.`. */
export const plain = (name: string): string =>
  name
    .split(".")
    .map((part) => (part.startsWith('"') ? part.slice(1, -1) : part.toLowerCase()))
    .join(".")
    .replace(/^public\./, "");

const COLUMN = new RegExp(
  String.raw`^${NAME} (.+?)(?= (?:not null|null|default|primary|unique|references|check|constraint|generated|collate)\b|$)`,
  "i",
);
const NO_COLUMN = /^(constraint|primary key|unique|check|foreign key|exclude|like)\b/i;

/** @returns a column's name and its type, without the rest of its definition; null for a constraint. */
export function columnOf(definition: string): { name: string; type: string } | null {
  if (NO_COLUMN.test(definition)) return null;
  const [, name = "", type = ""] = COLUMN.exec(definition) ?? [];
  return name ? { name: plain(name), type: type.toLowerCase() } : null;
}

/** The tables that migrations have made so far, and their columns' types. */
export class Tables {
  private readonly columns = new Map<string, Map<string, string>>();

  has(table: string): boolean {
    return this.columns.has(table);
  }

  typeOf(table: string, column: string): string | undefined {
    return this.columns.get(table)?.get(column);
  }

  /** Notes a new table by the list in its brackets. */
  add(table: string, body: string): void {
    this.columns.set(table, new Map());
    for (const definition of listed(body)) this.addColumn(table, definition);
  }

  addColumn(table: string, definition: string): void {
    const column = columnOf(definition);
    if (column) this.columns.get(table)?.set(column.name, column.type);
  }

  setType(table: string, column: string, type: string): void {
    this.columns.get(table)?.set(column, type);
  }
}

/** Whether every value of one type is one of the other, and Postgres changes the column without rewriting its table. */
export function widens(from: string, to: string): boolean {
  const [, fromName = "", fromSize = ""] = /^([a-z ]+?) ?(?:\(([\d, ]+)\))?$/.exec(from) ?? [];
  const [, toName = "", toSize = ""] = /^([a-z ]+?) ?(?:\(([\d, ]+)\))?$/.exec(to) ?? [];
  const characters = (name: string) => name === "varchar" || name === "character varying";
  if (characters(fromName) && (toName === "text" || (characters(toName) && !toSize))) return true;
  const [size = 0, scale = 0] = fromSize.split(",").map(Number);
  const [newSize = 0, newScale = 0] = toSize.split(",").map(Number);
  if (characters(fromName) && characters(toName)) return fromSize !== "" && newSize >= size;
  if (fromName !== toName) return false;
  if (fromName === "numeric") return !toSize || (newSize >= size && newScale === scale);
  return fromSize === toSize || (toSize !== "" && newSize >= size);
}

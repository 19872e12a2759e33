import type pg from "pg";
import { isUuid, running, type Written } from "./scope";
import { searched } from "./searched";

const WRITES =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?(?:"?public"?\s*\.\s*)?"?(\w+)"?/gi;
const ONE_TABLE = /^\s*(?:insert\s+into|delete\s+from(?![\s\S]*\busing\b)|update(?![\s\S]*\bfrom\b))\b/i;
const SAYS = /\breturning\b/i;

/**
 * Has a statement say which rows of searched tables it writes. It is made to return their ids where it returns nothing, which changes
 * neither the rows nor their count.
 * @returns the statement to send, and what is to see its result; null for one that writes no searched table.
 */
export function witnessed(text: string) {
  const written = running.getStore()?.written;
  if (!written) return null;
  const named = [...text.matchAll(WRITES)].map(([, name = ""]) => name.toLowerCase());
  const tables = [...new Set(named.filter((name) => Object.hasOwn(searched, name)))];
  if (tables.length === 0) return null;
  const plain = tables.length === 1 && ONE_TABLE.test(text);
  return {
    text: plain && !SAYS.test(text) ? `${text.replace(/[\s;]+$/, "")} returning id` : text,
    note: (result: pg.QueryResult) => {
      const ids = plain ? idsIn(result) : null;
      for (const table of tables) add(written, table, ids);
    },
  };
}

export type Witnessed = NonNullable<ReturnType<typeof witnessed>>;

function idsIn({ fields, rows }: pg.QueryResult): string[] | null {
  const place = fields.findIndex(({ name }) => name === "id");
  if (place < 0) return null;
  return rows.map((row) => (Array.isArray(row) ? row[place] : row.id)).filter(isUuid);
}

function add(written: Written, table: string, ids: string[] | null): void {
  const before = written.get(table);
  if (before === "all") return;
  written.set(table, ids === null ? "all" : new Set([...(before ?? []), ...ids]));
}

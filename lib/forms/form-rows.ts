import { z } from "zod";

type Posted = Record<string, unknown>;

/** Row numbers never shrink while a form is open, so they may run ahead of how many rows there are. */
const NUMBERS_PER_ROW = 5;

/**
 * Repeated rows of a form, posted as `rates.3.name`. A row keeps its number, so that its messages find it, and `undefined` stands
 * where a row was removed or left blank.
 * @param typed the fields of a row that people type: a row with none of them filled is blank.
 */
export function numberedRows<Row extends z.ZodType>(row: Row, most: number, typed: readonly string[]) {
  const isBlank = (posted: Posted | undefined) =>
    !posted || typed.every((field) => String(posted[field] ?? "").trim() === "");
  return z.preprocess(
    (posted) => {
      if (posted === undefined) return [];
      if (!Array.isArray(posted) || posted.length > most * NUMBERS_PER_ROW) return null;
      const rows = Array.from(posted as (Posted | undefined)[], (one) => (isBlank(one) ? undefined : one));
      return rows.filter(Boolean).length > most ? null : rows;
    },
    z.array(row.optional(), { error: `At most ${most} rows.` }),
  );
}

/** The rows that were filled in. */
export function filled<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}

import { parseNags } from "@/lib/glass/parts/nags";
import type { ImportColumn, Mapping } from "./columns";
import type { CsvTable } from "./read-csv";

export const ROWS_A_BATCH = 500;

/** Longer than anything a part can be told. What is cut off a longer cell would have been refused with its row anyway. */
export const LONGEST_CELL = 1_000;

const cut = (cell = "") => (cell.length > LONGEST_CELL ? cell.trim().slice(0, LONGEST_CELL) : cell);

/** Rows as they are posted: the row's number in the file, then a cell for each column. */
export type Batch = { columns: ImportColumn[]; rows: [number, ...string[]][] };

/**
 * Cuts a file into batches. Rows of one part number, which tell the vehicles it fits, come together and stay together,
 * so that each batch can be saved by itself and again.
 */
export function batchesOf({ rows }: Pick<CsvTable, "rows">, mapping: Mapping): Batch[] {
  const columns = Object.keys(mapping) as ImportColumn[];
  const places = columns.map((column) => mapping[column] ?? -1);
  const groups = new Map<string, Batch["rows"]>();
  for (const { row, cells } of rows) {
    const number = cells[mapping.nagsNumber ?? -1] ?? "";
    const reading = parseNags(number);
    const key = reading.ok ? reading.part.nagsNumber : number;
    const group = groups.get(key) ?? [];
    group.push([row, ...places.map((place) => cut(cells[place]))]);
    groups.set(key, group);
  }
  const batches: Batch[] = [];
  let open: Batch["rows"] = [];
  for (const group of groups.values()) {
    if (open.length + group.length > ROWS_A_BATCH && open.length > 0) {
      batches.push({ columns, rows: open });
      open = [];
    }
    open.push(...group);
    for (; open.length > ROWS_A_BATCH; open = open.slice(ROWS_A_BATCH))
      batches.push({ columns, rows: open.slice(0, ROWS_A_BATCH) });
  }
  return open.length > 0 ? [...batches, { columns, rows: open }] : batches;
}

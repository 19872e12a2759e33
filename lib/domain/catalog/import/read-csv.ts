import { type RowFault, readTable } from "@/lib/forms/table-text";
import { parseNags } from "@/lib/glass/parts/nags";
import { guessMapping } from "./columns";

export type CsvTable = {
  headings: string[];
  /** `row` is counted as a spreadsheet counts. Rows without any text are left out. */
  rows: { row: number; cells: string[] }[];
  /** Rows that can't be read, and those above the headings. */
  faults: RowFault[];
  /** The columns in which something stands, counted from 0. */
  filled: number[];
};

/**
 * Reads a file, or pasted text, in the browser, see `readTable`.
 * @throws Error in words for the person who chose the file
 */
export async function readCsv(source: File | string): Promise<CsvTable> {
  const text = typeof source === "string" ? source : textOf(await bytesOf(source));
  if (text.includes("\0"))
    throw new Error("This is no CSV file. Save your spreadsheet as CSV and choose that.");
  const named = (cells: readonly string[]) => {
    const mapping = guessMapping(cells);
    return mapping.nagsNumber === undefined || cells.some(isPart) ? 0 : Object.keys(mapping).length;
  };
  const { headings, rows, faults } = readTable(text, { named, guesses: true, spans: true });
  const part = headings?.cells.find(isPart);
  if (part)
    throw new Error(`The first row has to be headings, such as part_number, and not the part ${part}.`);
  if (!headings || rows.length + faults.length === 0)
    throw new Error("There are no rows below the headings.");
  const filled = headings.cells.flatMap((_, at) => (rows.some(({ cells }) => cells[at]) ? at : []));
  return { headings: headings.cells, rows, faults, filled };
}

const isPart = (cell: string) => parseNags(cell).ok;

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Error("The file could not be read. Choose it again.");
  }
}

/** UTF-16 by its mark, else UTF-8, and where the bytes are not that what Excel on Windows writes. */
function textOf(bytes: ArrayBuffer): string {
  const mark = new Uint8Array(bytes.slice(0, 2)).join(" ");
  if (mark === "255 254") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "254 255") return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

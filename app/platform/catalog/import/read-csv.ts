import Papa from "papaparse";
import { parseNags } from "@/lib/glass/nags";

export type CsvTable = {
  headings: string[];
  /** `row` is counted as a spreadsheet counts: the headings are row 1. Rows without any text are left out. */
  rows: { row: number; cells: string[] }[];
};

/**
 * Reads a file, or pasted text, in the browser: commas, semicolons, tabs or bars between cells, quotes, any line ending, with or
 * without a byte order mark. @throws Error in words for the person who chose the file.
 */
export async function readCsv(source: File | string): Promise<CsvTable> {
  const text = typeof source === "string" ? source : textOf(await bytesOf(source));
  if (text.includes("\0"))
    throw new Error("This is no CSV file. Save your spreadsheet as CSV and choose that.");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open)
    throw new Error(
      `Row ${(open.row ?? 0) + 1} begins a cell with a quotation mark that is never closed, so the rows after it can't be told apart. Close it and choose the file again.`,
    );
  return tableOf(data);
}

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

const HEADINGS_WITHIN = 20_000;

/** What stands between the headings most often, quoted ones apart. */
function delimiterOf(text: string): string {
  const start = text.slice(0, HEADINGS_WITHIN).trimStart();
  const [headings = ""] = start.replace(/"[^"]*"/g, "").split(/[\r\n]/, 1);
  const count = (delimiter: string) => headings.split(delimiter).length;
  return [",", ";", "\t", "|"].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function tableOf(records: string[][]): CsvTable {
  const isFilled = (cells: string[]) => cells.some((cell) => cell.trim() !== "");
  const rows = records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => isFilled(cells));
  const [first, ...others] = rows;
  const part = first?.cells.find((cell) => parseNags(cell).ok);
  if (part)
    throw new Error(`The first row has to be headings, such as part_number, and not the part ${part}.`);
  if (!first || others.length === 0) throw new Error("There are no rows below the headings.");
  return { headings: first.cells.map((heading) => heading.replace(/^\uFEFF/, "").trim()), rows: others };
}

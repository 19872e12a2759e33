import Papa from "papaparse";

/** One megabyte at a time, so that the page stays alive while a large file is read. */
const CHUNK = 1_000_000;

export type CsvTable = {
  headings: string[];
  /** `row` is counted as a spreadsheet counts: the headings are row 1. Rows without any text are left out. */
  rows: { row: number; cells: string[] }[];
};

/**
 * Reads a file, or pasted text, in the browser: commas, semicolons, tabs or bars between cells, quotes, any line ending, with or
 * without a byte order mark. @param progress hears the share that is read. @throws Error in words for the person who chose the file.
 */
export async function readCsv(
  source: File | string,
  progress: (share: number) => void = () => {},
): Promise<CsvTable> {
  const start = typeof source === "string" ? source.slice(0, CHUNK) : await source.slice(0, CHUNK).text();

  const size = typeof source === "string" ? source.length : source.size;
  const records: string[][] = [];
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(source as File, {
      chunkSize: CHUNK,
      delimiter: delimiterOf(start),
      chunk: ({ data, meta }) => {
        for (const record of data) records.push(record);
        progress(Math.min(1, meta.cursor / Math.max(1, size)));
      },
      complete: () => resolve(tableOf(records)),
      error: () => reject(new Error("The file could not be read. Save it as CSV and try again.")),
    });
  });
}

/** What stands between the headings most often, quoted ones apart. */
function delimiterOf(start: string): string {
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
  if (!first || others.length === 0) throw new Error("There are no rows below the headings.");
  return { headings: first.cells.map((heading) => heading.replace(/^\uFEFF/, "").trim()), rows: others };
}

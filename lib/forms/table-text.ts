import Papa from "papaparse";

/** A row of a list, counted from 1 as the lines of its text are, or the records where cells may hold several lines. */
export type TextRow = { row: number; cells: string[] };

/** A row, or a part of one, that is left out, and why. */
export type RowFault = { row: number; message: string };

export type TextTable = { delimiter: string; headings: TextRow | null; rows: TextRow[]; faults: RowFault[] };

type Reading = {
  /** How many of a row's cells name a column that is known; what names one is the row of headings. */
  named: (cells: readonly string[]) => number;
  /** Whether a row that names nothing known may still be the headings, as the first with several cells. */
  guesses: boolean;
  /** A cell in quotation marks may go on in the next line. Else each line stands for itself. */
  spans: boolean;
  /** How many columns there are, where the headings do not say. */
  columns?: number;
};

const DELIMITERS = ["\t", ";", ",", "|"];
const HEADINGS_WITHIN = 20;
const HEADINGS_TEXT = 20_000;
const LONGEST_CELL = 1_000;

/**
 * A list as text, as a spreadsheet saves or copies it: tabs, semicolons, commas or bars between cells, any line ends, also mixed, with
 * or without a byte order mark, Excel's `sep=;` and a title above the headings. Every cell that says something is in a row below the
 * headings, or in a row that a fault names.
 * @throws Error in words where a quotation mark makes the rows run into each other
 */
export function readTable(text: string, reading: Reading): TextTable {
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [told, delimiterTold] = /^"?sep=([^\n])"?[^\S\n]*(?=\n|$)/i.exec(lines) ?? [];
  const below = told ? lines.slice(told.length) : lines;
  const delimiter = delimiterTold ?? delimiterOf(below, reading);
  const faults: RowFault[] = [];
  const read = reading.spans ? recordsOf(below, delimiter) : linesOf(below, delimiter, faults);
  const filled = read.filter(({ cells }) => cells.some(Boolean));
  const at = headingsAt(filled, reading);
  for (const { row, cells } of filled.slice(0, Math.max(at, 0)))
    faults.push({
      row,
      message: `It stands above the headings: ${cells.filter(Boolean).join(", ").slice(0, 80)}`,
    });
  const headings = filled[at] ?? null;
  const width = reading.columns ?? headings?.cells.length ?? Number.POSITIVE_INFINITY;
  const rows = filled.slice(at + 1).filter(({ row, cells }) => {
    const message = cellsFault(cells, width, delimiter);
    if (message) faults.push({ row, message });
    return !message;
  });
  return { delimiter, headings, rows, faults: faults.sort((one, other) => one.row - other.row) };
}

function cellsFault(cells: string[], width: number, delimiter: string): string | null {
  const more = cells.slice(width).find(Boolean);
  if (more) return `${more.slice(0, 80)} is in none of the ${width} columns.`;
  const swallows = cells.some((cell) =>
    cell
      .split("\n")
      .slice(1)
      .some((line) => line.split(delimiter).length >= width),
  );
  if (width > 1 && swallows) return "A quotation mark takes this row and others after it into one cell.";
  const long = cells.some((cell) => cell.length > LONGEST_CELL);
  return long ? `A cell has more than ${LONGEST_CELL.toLocaleString("en-US")} characters.` : null;
}

const parse = (text: string, delimiter: string) => Papa.parse<string[]>(text, { delimiter, newline: "\n" });
const trimmed = (cells: string[]) => cells.map((cell) => cell.trim());

function recordsOf(text: string, delimiter: string): TextRow[] {
  const { data, errors } = parse(text, delimiter);
  const [open] = errors.filter(({ type }) => type === "Quotes");
  if (open)
    throw new Error(
      `Row ${(open.row ?? 0) + 1} begins a cell with a quotation mark that is never closed, or goes on behind it, so the rows after it can't be told apart. Mend it and try again.`,
    );
  return data.map((cells, index) => ({ row: index + 1, cells: trimmed(cells) }));
}

/** A quotation mark left open ends with its line; where it took other cells with it, that is a fault. */
function linesOf(text: string, delimiter: string, faults: RowFault[]): TextRow[] {
  return text.split("\n").flatMap((line, index) => {
    const { data, errors } = parse(line, delimiter);
    const cells = data[0] ?? [];
    const merged = errors.some(({ code }) => code === "InvalidQuotes" || code === "MissingQuotes");
    if (merged && cells.at(-1)?.includes(delimiter)) {
      faults.push({
        row: index + 1,
        message: `A quotation mark takes several cells together: ${line.slice(0, 80)}`,
      });
      return [];
    }
    return { row: index + 1, cells: trimmed(cells) };
  });
}

/** What makes headings of the first rows; a tab is what spreadsheets copy; else what stands in the first row most often. */
function delimiterOf(text: string, { named }: Reading): string {
  const lines = text
    .slice(0, HEADINGS_TEXT)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const first = lines[0] ?? "";
  const cellsOf = (line: string, delimiter: string) => trimmed(parse(line, delimiter).data[0] ?? []);
  const best = (score: (delimiter: string) => number) =>
    DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).sort(
      (a, b) => b.score - a.score,
    )[0];
  const headings = best((one) =>
    Math.max(0, ...lines.slice(0, HEADINGS_WITHIN).map((line) => headingScore(cellsOf(line, one), named))),
  );
  if (headings && headings.score > 0) return headings.delimiter;
  return first.includes("\t") ? "\t" : (best((one) => cellsOf(first, one).length)?.delimiter ?? ",");
}

const headingScore = (cells: string[], named: Reading["named"]) =>
  named(cells) > 0 ? named(cells) + cells.length / 1_000 : 0;

/** Where the headings are among the rows that say something; -1 where there are none. */
function headingsAt(rows: readonly TextRow[], { named, guesses }: Reading): number {
  const first = rows.slice(0, HEADINGS_WITHIN);
  const known = first.findIndex(({ cells }) => named(cells) > 0);
  if (known >= 0 || !guesses) return known;
  const several = first.findIndex(({ cells }) => cells.filter(Boolean).length > 1);
  return several >= 0 || first.length === 0 ? several : 0;
}

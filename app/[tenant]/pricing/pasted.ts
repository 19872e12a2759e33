import Papa from "papaparse";
import { z } from "zod";
import { keptNumber } from "@/lib/catalogue";
import { Refusal } from "@/lib/refusal";
import type { Db } from "@/lib/tenancy/tenancy";

const MOST_LINES = 500;
/** More letters than any list of so many lines has. */
export const MOST_TEXT = 60_000;
const FAULTS_SHOWN = 8;

/** The field that lines are pasted into. */
const FIELD = "pasted";

type Numbered = { nagsNumber: string };

/** What a line tells of a part: its number, and what its other cells say. An empty cell tells nothing. */
export type PastedRow<Row extends Numbered> = { line: number } & Numbered & Partial<Row>;

/**
 * Lines as a spreadsheet copies them: cells apart by tabs, semicolons or commas, with a line of headings or without.
 * @param row reads the cells of a line, as a form of one part posts them. @param columns what they are called, by name, in their order.
 */
export const pastedRows = <Row extends Numbered>(row: z.ZodType<Row>, columns: Record<string, string>) =>
  z
    .string()
    .default("")
    .transform((text, context) => {
      const faults: string[] = [];
      const lines = text.length > MOST_TEXT ? [] : linesOf(text, Object.values(columns));
      const rows = lines.flatMap(({ line, cells, fault }) => {
        if (fault) {
          faults.push(`Line ${line}: ${fault}`);
          return [];
        }
        const told = Object.fromEntries(Object.keys(columns).map((name, at) => [name, cells[at] ?? ""]));
        const read = row.safeParse(told);
        if (read.success) return [{ line, ...filledOf(read.data, told) }];
        for (const { path, message } of read.error.issues)
          faults.push(`Line ${line}, ${columns[String(path[0])]?.toLowerCase()}: ${message}`);
        return [];
      });
      if (text.length > MOST_TEXT || rows.length > MOST_LINES)
        faults.unshift(`At most ${MOST_LINES} lines at once.`);
      if (rows.length === 0 && faults.length === 0) faults.push("Paste at least one line.");
      for (const message of shown(faults)) context.addIssue({ code: "custom", message });
      return rows;
    });

type Line = { line: number; cells: string[]; fault: string | null };

/** The lines that say something, without the one of headings. Each stands for itself: a quotation mark left open ends with its line. */
function linesOf(text: string, labels: string[]): Line[] {
  const delimiter = ["\t", ";"].find((one) => text.includes(one)) ?? ",";
  const [first, ...others] = text
    .split(/\r\n?|\n/)
    .map((typed, index) => {
      const cells = (Papa.parse<string[]>(typed, { delimiter }).data[0] ?? []).map((cell) => cell.trim());
      return { line: index + 1, cells, fault: cellsFault(cells, delimiter, labels) };
    })
    .filter(({ cells }) => cells.some(Boolean));
  if (!first || !isHeading(first.cells)) return first ? [first, ...others] : [];
  const fault = headingFault(first.cells, labels);
  return fault ? [{ ...first, fault }, ...others] : others;
}

function cellsFault(cells: string[], delimiter: string, labels: string[]): string | null {
  const unclear = delimiter === "," && cutByComma(cells);
  if (unclear) return `${unclear} is one number or two. Put tabs or semicolons between the cells.`;
  const more = cells.slice(labels.length).find(Boolean);
  return more ? `${more} is in none of the ${labels.length} columns.` : null;
}

/** "1,250.00" or a European "620,00" that was cut in two by its own comma. */
function cutByComma(cells: string[]): string | undefined {
  const at = cells.findIndex(
    (cell, index) => /^\$?\d{1,3}$/.test(cell) && /^(\d{3}(\.\d\d)?|0\d)$/.test(cells[index + 1] ?? ""),
  );
  return at < 0 ? undefined : `${cells[at]},${cells[at + 1]}`;
}

/** A part has a number, with a digit; its price or its count has one, too. */
const isHeading = (cells: string[]) => !cells.some((cell) => /\d/.test(cell));

/** A heading that names another column than its own: what is below would go where it does not belong. */
function headingFault(headings: string[], labels: string[]): string | null {
  const misplaced = headings.find(
    (heading, at) => !names(heading, labels[at] ?? "") && labels.some((label) => names(heading, label)),
  );
  if (!misplaced) return null;
  return `${misplaced} is not in its place. Put the columns in this order: ${labels.join(", ").toLowerCase()}.`;
}

/** "Price" and "Price, USD" name "Your price". */
function names(heading: string, label: string): boolean {
  const [said, known] = [heading.toLowerCase(), label.toLowerCase()];
  const key = known.split(" ").at(-1);
  return Boolean(said && key) && (known.includes(said) || said.includes(String(key)));
}

function filledOf<Row extends Numbered>(read: Row, told: Record<string, string>): Numbered & Partial<Row> {
  const filled = Object.entries(read).filter(([name]) => told[name] !== "");
  return Object.fromEntries(filled) as Numbered & Partial<Row>;
}

const shown = (faults: string[]) =>
  faults.length <= FAULTS_SHOWN
    ? faults
    : [...faults.slice(0, FAULTS_SHOWN), `And ${faults.length - FAULTS_SHOWN} more.`];

/**
 * The rows with their numbers as the shop's catalogue keeps them, in the order of their numbers: two lists that are saved at once
 * wait for each other and never for good.
 * @throws Refusal that names the line, for a number that no part has and one that comes twice
 */
export async function keepNumbers<Row extends { line: number } & Numbered>(
  db: Db,
  rows: Row[],
): Promise<Row[]> {
  const lines = new Map<string, number>();
  const kept: Row[] = [];
  for (const row of rows) {
    const nagsNumber = await keptNumber(db, row.nagsNumber, FIELD).catch(onLine(row.line));
    const before = lines.get(nagsNumber);
    if (before) refuseLine(row.line, `${nagsNumber} is on line ${before} already.`);
    lines.set(nagsNumber, row.line);
    kept.push({ ...row, nagsNumber });
  }
  return kept.toSorted((one, other) => (one.nagsNumber < other.nagsNumber ? -1 : 1));
}

/** @throws Refusal beside the pasted lines */
export function refuseLine(line: number, message: string): never {
  throw new Refusal(`Line ${line}: ${message}`, FIELD);
}

const onLine = (line: number) => (error: unknown) => {
  if (error instanceof Refusal) refuseLine(line, error.message);
  throw error;
};

/** "Saved: 10 new, 2 changed." */
export const pastedText = (rows: readonly unknown[], added: number): string =>
  `Saved: ${added} new, ${rows.length - added} changed.`;

import { z } from "zod";
import { type RowFault, readTable, type TextTable } from "@/lib/forms/table-text";
import { Refusal } from "@/lib/refusal";
import type { Db } from "@/lib/tenancy/tenancy";
import { keptNumber } from "./catalog";

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
      const labels = Object.values(columns);
      const tooLong = text.length > MOST_TEXT;
      const { delimiter, headings, rows: lines, faults } = readList(tooLong ? "" : text, labels);
      const misplaced = headings && headingFault(headings.cells, labels);
      if (misplaced) faults.push({ row: headings.row, message: misplaced });
      const rows = lines.flatMap(({ row: line, cells }) => {
        const unclear = delimiter === "," && cutByComma(cells);
        if (unclear) {
          const message = `${unclear} is one number or two. Put tabs or semicolons between the cells.`;
          faults.push({ row: line, message });
          return [];
        }
        const told = Object.fromEntries(Object.keys(columns).map((name, at) => [name, cells[at] ?? ""]));
        const read = row.safeParse(told);
        if (read.success) return [{ line, ...filledOf(read.data, told) }];
        for (const { path, message } of read.error.issues)
          faults.push({ row: line, column: columns[String(path[0])]?.toLowerCase(), message });
        return [];
      });
      for (const message of shown(faults, tooLong || rows.length > MOST_LINES, lines.length))
        context.addIssue({ code: "custom", message });
      return rows;
    });

type Fault = RowFault & { column?: string };

/** Each line stands for itself; what names columns and has no digit is a line of headings. */
const readList = (text: string, labels: string[]): TextTable & { faults: Fault[] } =>
  readTable(text, {
    named: (cells) =>
      isHeading(cells) ? cells.filter((cell) => labels.some((label) => names(cell, label))).length : 0,
    guesses: false,
    spans: false,
    columns: labels.length,
  });

/** "1,250.00" or a European "620,00" that was cut in two by its own comma. */
function cutByComma(cells: string[]): string | undefined {
  const at = cells.findIndex(
    (cell, index) => /^\$?\d{1,3}$/.test(cell) && /^(\d{3}(\.\d\d)?|0\d)$/.test(cells[index + 1] ?? ""),
  );
  return at < 0 ? undefined : `${cells[at]},${cells[at + 1]}`;
}

/** A part has a number, with a digit; its price or its count has one, too. */
const isHeading = (cells: readonly string[]) => !cells.some((cell) => /\d/.test(cell));

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

function shown(faults: readonly Fault[], tooMany: boolean, lines: number): string[] {
  const said = faults
    .toSorted((one, other) => one.row - other.row)
    .map(({ row, column, message }) => `Line ${row}${column ? `, ${column}` : ""}: ${message}`);
  if (tooMany) said.unshift(`At most ${MOST_LINES} lines at once.`);
  if (lines === 0 && said.length === 0) said.push("Paste at least one line.");
  return said.length <= FAULTS_SHOWN
    ? said
    : [...said.slice(0, FAULTS_SHOWN), `And ${said.length - FAULTS_SHOWN} more.`];
}

/**
 * The rows with their numbers as the shop's catalog keeps them, in the order of their numbers: two lists that are saved at once
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

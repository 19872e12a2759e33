import Papa from "papaparse";
import { z } from "zod";
import { keptNumber } from "@/lib/catalogue";
import { Refusal } from "@/lib/refusal";
import type { Db } from "@/lib/tenancy/tenancy";

const MOST_LINES = 500;
const MOST_TEXT = 60_000;
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
      const rows = linesOf(text).flatMap(({ line, cells, unclear }) => {
        if (unclear) {
          faults.push(
            `Line ${line}: ${unclear} is one number or two. Put tabs or semicolons between the cells.`,
          );
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

type Line = { line: number; cells: string[]; unclear: string | undefined };

function linesOf(text: string): Line[] {
  const delimiter = ["\t", ";"].find((one) => text.includes(one)) ?? ",";
  return Papa.parse<string[]>(text, { delimiter })
    .data.map((texts, index) => {
      const cells = texts.map((cell) => cell.trim());
      return { line: index + 1, cells, unclear: delimiter === "," ? thousandsIn(cells) : undefined };
    })
    .filter(({ line, cells }) => cells.some(Boolean) && !(line === 1 && isHeading(cells)));
}

/** "1,250.00" that was cut in two by its own comma. */
function thousandsIn(cells: string[]): string | undefined {
  const at = cells.findIndex(
    (cell, index) => /^\$?\d{1,3}$/.test(cell) && /^\d{3}(\.\d\d)?$/.test(cells[index + 1] ?? ""),
  );
  return at < 0 ? undefined : `${cells[at]},${cells[at + 1]}`;
}

/** A part number has a digit, a heading has none. */
const isHeading = ([first = ""]: string[]) => !/\d/.test(first);

function filledOf<Row extends Numbered>(read: Row, told: Record<string, string>): Numbered & Partial<Row> {
  const filled = Object.entries(read).filter(([name]) => told[name] !== "");
  return Object.fromEntries(filled) as Numbered & Partial<Row>;
}

const shown = (faults: string[]) =>
  faults.length <= FAULTS_SHOWN
    ? faults
    : [...faults.slice(0, FAULTS_SHOWN), `And ${faults.length - FAULTS_SHOWN} more.`];

/**
 * The rows with their numbers as the shop's catalogue keeps them.
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
  return kept;
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

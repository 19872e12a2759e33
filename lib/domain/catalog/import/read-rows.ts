import { type PartRow, partOf } from "../forms";
import { type Fit, fitFields, partFields, yearsFault } from "../part-fields";
import type { Batch } from "./batches";
import { COLUMNS, type ImportColumn } from "./columns";

/** Why a row is left out, and which of its cells is to blame. */
export type ImportFault = { row: number; column: string; message: string };

/** How many parts a batch adds, changes and leaves as they are, and which rows are left out. */
export type Imported = { added: number; changed: number; unchanged: number; faults: ImportFault[] };

/** What the rows of one part number tell of it. An empty cell tells nothing, and leaves what is there. */
export type ToldPart = {
  row: number;
  nagsNumber: string;
  part: Partial<PartRow> & { nagsNumber: string };
  fits: Fit[];
};

type Cells = Partial<Record<ImportColumn, string>>;

const isFit = (column: string): column is keyof typeof fitFields => column in fitFields;

/** Reads the rows of a batch. Rows with a fault are left out, the others of the same number are not. */
export function readRows({ columns, rows }: Batch): { told: ToldPart[]; faults: ImportFault[] } {
  const told = new Map<string, ToldPart>();
  const faults: ImportFault[] = [];
  for (const [row, ...values] of rows) {
    const cells: Cells = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? ""]));
    const refuse = (column: ImportColumn, message: string) =>
      faults.push({ row, column: COLUMNS[column].label, message });
    const before = faults.length;
    const part = readPart(cells, refuse);
    const fit = readFit(cells, refuse);
    if (!part || faults.length > before) continue;
    const known = told.get(part.nagsNumber);
    const other = known && differing(known.part, part);
    if (other) refuse(other, `Row ${known.row} says something else for ${part.nagsNumber}.`);
    else if (known) {
      known.part = { ...known.part, ...part };
      known.fits = withFit(known.fits, fit);
    } else told.set(part.nagsNumber, { row, nagsNumber: part.nagsNumber, part, fits: fit ? [fit] : [] });
  }
  return { told: [...told.values()], faults };
}

type Refuse = (column: ImportColumn, message: string) => void;

function readPart(cells: Cells, refuse: Refuse): ToldPart["part"] | null {
  const reading = partFields.nagsNumber.safeParse(cells.nagsNumber ?? "");
  if (!reading.success) {
    refuse("nagsNumber", reading.error.issues[0]?.message ?? "");
    return null;
  }
  const told: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(partFields)) {
    const cell = cells[column as ImportColumn] ?? "";
    if (column === "nagsNumber" || cell.trim() === "") continue;
    const read = field.safeParse(cell);
    if (read.success) told[column] = read.data;
    else refuse(column as ImportColumn, read.error.issues[0]?.message ?? "");
  }
  if (told.supersededBy === reading.data.nagsNumber) refuse("supersededBy", "A part can't replace itself.");
  return partOf({ ...(told as Partial<PartRow>), nagsNumber: reading.data });
}

function readFit(cells: Cells, refuse: Refuse): Fit | null {
  const filled = Object.entries(cells).filter(([column, cell]) => isFit(column) && cell.trim() !== "");
  if (filled.length === 0) return null;
  const typed = { ...cells, yearTo: cells.yearTo?.trim() ? cells.yearTo : (cells.yearFrom ?? "") };
  const fit: Record<string, unknown> = {};
  let whole = true;
  for (const [column, field] of Object.entries(fitFields)) {
    const read = field.safeParse(typed[column as ImportColumn] ?? "");
    if (read.success) fit[column] = read.data;
    else {
      whole = false;
      refuse(column as ImportColumn, read.error.issues[0]?.message ?? "");
    }
  }
  const fault = whole ? yearsFault(fit as Fit) : null;
  if (fault) refuse("yearTo", fault);
  return whole && !fault ? (fit as Fit) : null;
}

/** The column in which two rows of one number contradict each other. */
function differing(one: object, other: object): ImportColumn | undefined {
  const [before, now] = [one, other] as Record<string, unknown>[];
  return Object.keys(now ?? {}).find(
    (column) =>
      column in (before ?? {}) &&
      column in COLUMNS &&
      JSON.stringify(before?.[column]) !== JSON.stringify(now?.[column]),
  ) as ImportColumn | undefined;
}

export const fitKey = ({ yearFrom, yearTo, make, model, bodyStyle }: Fit) =>
  JSON.stringify([yearFrom, yearTo, make, model, bodyStyle]);

const withFit = (fits: Fit[], fit: Fit | null) =>
  fit && !fits.some((one) => fitKey(one) === fitKey(fit)) ? [...fits, fit] : fits;

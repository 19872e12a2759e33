import { dayOf, formatLongDate } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";

type Values = Record<string, unknown>;

/**
 * What a form is opened on, to be posted along with it: by it the second of two who save tells what the first did meanwhile.
 * @param names the form's own names, which are those of the row.
 */
export const shownOf = (row: Values, names: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])));

/** Two who changed the same: neither undoes the other unseen. The form keeps what was typed, and a second save is one over what it tells. */
export class Overlap extends Refusal {
  override name = "Overlap";

  /** @param errors what stands in each field now. @param shown what the form is on from now on. */
  constructor(
    readonly errors: Record<string, string[]>,
    readonly shown: string,
  ) {
    super(
      "This was changed meanwhile, in another window or by somebody else. Look at the marked fields; saving again keeps yours.",
    );
  }
}

/** Each is lost to somebody who saved between the look and the save. */
const MOST_TRIES = 5;

type Saving<Row extends Values, Data extends Values> = {
  /** As the form posted it; without it what was typed is saved over whatever stands. */
  shown: string | undefined;
  typed: Data;
  /** The row as it stands. @throws NotFound */
  read: () => Promise<Row>;
  /** Saves to the row only where it still has the values of `guard`. @returns how many rows it was. */
  save: (data: Partial<Data>, guard: Partial<Row>) => Promise<{ count: number }>;
  /** Fields that mean something only together: two people change none of a group at once. */
  together?: readonly (readonly string[])[];
  /** Values that people don't read as they are kept, by field. */
  words?: Record<string, (value: never) => string>;
};

/**
 * Saves what this person changed and leaves what others did meanwhile to other fields.
 * @returns the row as it is now. @throws NotFound; Overlap where both changed the same
 */
export async function saveShown<Row extends Values, Data extends Values>(
  saving: Saving<Row, Data>,
): Promise<Row> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = await saving.read();
    const data = merged(now, saving);
    const guard = Object.fromEntries(Object.keys(saving.typed).map((name) => [name, now[name]]));
    const { count } = await saving.save(data, guard as Partial<Row>);
    if (count > 0) return { ...now, ...data };
  }
  throw new Refusal("Others keep changing this. Wait a moment and save again.");
}

function merged<Row extends Values, Data extends Values>(
  now: Row,
  { shown, typed, together = [], words = {} }: Saving<Row, Data>,
): Partial<Data> {
  const was = readShown(shown);
  if (!was) return typed;
  const names = Object.keys(typed);
  const groupOf = (name: string) => together.find((group) => group.includes(name)) ?? [name];
  const touched = (values: Values) => names.filter((name) => name in was && !same(values[name], was[name]));
  const [mine, theirs] = [touched(typed), touched(now)];
  const both = theirs.filter(
    (name) => !same(typed[name], now[name]) && groupOf(name).some((one) => mine.includes(one)),
  );
  if (both.length > 0) {
    const errors = both.map((name) => [name, [`Now: ${inWords(now[name], words[name])}.`]]);
    // What was told counts as seen from now on; in all else the form still stands where it was opened.
    const seen = both.map((name) => [name, now[name]]);
    throw new Overlap(
      Object.fromEntries(errors),
      shownOf({ ...was, ...Object.fromEntries(seen) }, Object.keys(was)),
    );
  }
  return Object.fromEntries(
    names.filter((name) => mine.includes(name) || !(name in was)).map((name) => [name, typed[name]]),
  ) as Partial<Data>;
}

/** Dates are compared as they travel. */
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function readShown(shown: string | undefined): Values | null {
  try {
    const values = JSON.parse(shown ?? "");
    return typeof values === "object" && values ? values : null;
  } catch {
    return null;
  }
}

function inWords(value: unknown, words?: (value: never) => string): string {
  if (words) return words(value as never);
  if (value instanceof Date) return formatLongDate(dayOf(value));
  if (typeof value === "boolean") return value ? "ticked" : "not ticked";
  return value === null || value === undefined || value === "" ? "empty" : `“${value}”`;
}

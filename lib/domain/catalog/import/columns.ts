import { fitFields, partFields } from "../part-fields";

/** All that an imported row can tell: a part, and a vehicle that it fits. */
export const importFields = { ...partFields, ...fitFields };

export type ImportColumn = keyof typeof importFields;

type Known = {
  label: string;
  /** What other lists call it; compared without case, spaces and signs. */
  also: string[];
};

/** In the order in which the page asks for them. The first alias heads the column in our own sample. */
export const COLUMNS: Record<ImportColumn, Known> = {
  nagsNumber: {
    label: "Part number",
    also: ["part_number", "nags", "nags number", "nags part", "number", "part", "sku"],
  },
  description: { label: "Description", also: ["description", "desc", "name", "part description"] },
  listPriceCents: {
    label: "List price",
    also: ["list_price", "list", "price", "nags price", "nags list", "msrp"],
  },
  listEffectiveFrom: {
    label: "Price holds from",
    also: ["effective_from", "effective", "effective date", "date", "price date"],
  },
  laborMinutes: {
    label: "Labor hours",
    also: ["labor_hours", "labour hours", "labor", "hours", "nags labor", "nags hours"],
  },
  kitHalves: {
    label: "Adhesive kits",
    also: ["kits", "kit quantity", "kit", "urethane", "urethane kits", "adhesive"],
  },
  mouldingRequired: {
    label: "Moulding",
    also: ["moulding", "molding", "moulding required", "molding required"],
  },
  clipsQty: { label: "Clips", also: ["clips", "clip quantity", "clips quantity", "hardware"] },
  calibration: { label: "Calibration", also: ["calibration", "recalibration", "recal", "adas"] },
  features: { label: "Features", also: ["features", "feature", "options"] },
  side: { label: "Side", also: ["side", "position side"] },
  interchange: { label: "Interchange", also: ["interchange", "interchanges with", "alternates"] },
  supersededBy: { label: "Superseded by", also: ["superseded_by", "replaced by", "superseded"] },
  demo: { label: "Demo part", also: ["demo"] },
  yearFrom: { label: "From year", also: ["year_from", "first year", "start year", "year", "from"] },
  yearTo: { label: "To year", also: ["year_to", "last year", "end year", "to"] },
  make: { label: "Make", also: ["make", "vehicle make"] },
  model: { label: "Model", also: ["model", "vehicle model"] },
  bodyStyle: { label: "Body style", also: ["body_style", "body", "style"] },
};

export const importColumns = Object.keys(COLUMNS) as ImportColumn[];

/** Which column of the file, counted from 0, tells what. */
export type Mapping = Partial<Record<ImportColumn, number>>;

export const squash = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * Guesses what each column of a file tells, by its heading.
 * @param remembered what was chosen for a heading before: it goes first.
 */
export function guessMapping(
  headings: readonly string[],
  remembered: Record<string, ImportColumn> = {},
): Mapping {
  const mapping: Mapping = {};
  const take = (column: ImportColumn | undefined, index: number) => {
    const free = column && mapping[column] === undefined && !Object.values(mapping).includes(index);
    if (free && index >= 0) mapping[column] = index;
  };
  headings.forEach((heading, index) => {
    take(remembered[squash(heading)], index);
  });
  for (const column of importColumns)
    for (const name of [COLUMNS[column].label, ...COLUMNS[column].also])
      take(
        column,
        headings.findIndex((heading) => squash(heading) === squash(name)),
      );
  return mapping;
}

type Headed = { headings: readonly string[]; filled: readonly number[] };

/** The columns of a file in which something stands that nobody has said what it tells, counted from 0. */
export const leftOut = ({ filled }: Headed, mapping: Mapping): number[] =>
  filled.filter((place) => !Object.values(mapping).includes(place));

/** What a column is called, so that no two go by one name. */
export function columnName({ headings }: Pick<Headed, "headings">, place: number): string {
  const heading = headings[place] ?? "";
  const isTwin = headings.some((other, at) => at !== place && squash(other) === squash(heading));
  if (!heading) return `Column ${place + 1}`;
  return isTwin ? `${heading} (column ${place + 1})` : heading;
}

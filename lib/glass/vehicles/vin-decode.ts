import { checkVin, modelYears } from "./vin";

/** A maker's code; `make` is null when one maker's code serves several makes. */
export type VinWmi = { wmi: string; make: string | null; manufacturer: string | null; vehicleType: string };

/** The years in which a maker used a schema; no end means it still does. */
export type VinWmiSchema = { wmi: string; schemaId: number; yearFrom: number; yearTo: number | null };

/** What one pattern of characters means: `keys` covers positions 4 to 8 and, after `|`, 10 to 17. */
export type VinPattern = {
  schemaId: number;
  keys: string;
  element: string;
  value: string;
  make: string | null;
  /** Of several that match in schemas of the same age, the bigger wins. */
  specificity: number;
};

/** The rows a decode needs: those of the VIN's own maker's code and of its schemas. */
export type VinRows = { wmi: VinWmi | null; schemas: VinWmiSchema[]; patterns: VinPattern[] };

/** A vehicle as NHTSA's vPIC names it; null where vPIC is silent. */
export type DecodedVin = {
  vin: string;
  make: string | null;
  model: string | null;
  year: number | null;
  series: string | null;
  trim: string | null;
  bodyStyle: string | null;
  doors: number | null;
  vehicleType: string | null;
  /** In words for the person at the counter; what was decoded still stands. */
  errors: string[];
};

const BODY_STYLES: [RegExp, string][] = [
  [/^Sedan/, "Sedan"],
  [/^Coupe/, "Coupe"],
  [/^Convertible|^Roadster/, "Convertible"],
  [/^Hatchback/, "Hatchback"],
  [/^Sport Utility Vehicle|^Crossover/, "SUV"],
  [/^Wagon/, "Wagon"],
  [/^Minivan/, "Minivan"],
  [/^Cargo Van|^Van$|^Step Van/, "Van"],
  [/^Pickup|^Sport Utility Truck/, "Pickup"],
  [/^Truck/, "Truck"],
  [/^Incomplete/, "Chassis"],
  [/^Bus/, "Bus"],
];

/**
 * Decodes a VIN from vPIC's rows. A wrong check digit is reported and decoded all the same.
 * @param vin as typed
 * @param rows the maker's code, its schemas and their patterns; rows of other schemas are ignored
 * @param thisYear the current year, by which the two meanings of position 10 are told apart
 */
export function decodeVin(vin: string, rows: VinRows, thisYear: number): DecodedVin {
  const check = checkVin(vin);
  const nothing = blank(check.vin);
  if (!check.usable) return { ...nothing, errors: [check.error ?? check.warning ?? ""] };
  const errors = check.warning ? [check.warning] : [];
  const years = modelYears(check.vin, thisYear);
  if (years.length === 0)
    errors.push(`Position 10 is ${check.vin[9]}, which is no model year. Choose the year by hand.`);
  if (!rows.wmi) {
    errors.push("The maker of this VIN is unknown. Choose make and model by hand.");
    return { ...nothing, year: years[0] ?? null, errors };
  }
  const readings = years.map((year) => ({ year, found: matches(check.vin, year, rows) }));
  const best = readings.find((reading) => pick(reading.found, "model")) ?? readings[0];
  const model = best && pick(best.found, "model");
  if (!model) errors.push("The model could not be told from this VIN. Choose it by hand.");
  return { ...nothing, ...describe(rows.wmi, best?.found ?? [], model), year: best?.year ?? null, errors };
}

/** The schemas whose patterns a decode needs, for all the years that the VIN may mean. */
export function schemasFor(vin: string, schemas: VinWmiSchema[], thisYear: number): number[] {
  const years = modelYears(checkVin(vin).vin, thisYear);
  const ids = schemas.filter((schema) => years.some((year) => covers(schema, year))).map((s) => s.schemaId);
  return [...new Set(ids)];
}

function describe(wmi: VinWmi, found: Match[], model: Match | undefined): Partial<DecodedVin> {
  const value = (element: string) => pick(found, element)?.value ?? null;
  const body = value("bodyStyle");
  const doors = value("doors");
  return {
    make: model?.make ?? wmi.make,
    model: model?.value ?? null,
    series: value("series"),
    trim: value("trim"),
    bodyStyle: body && (BODY_STYLES.find(([pattern]) => pattern.test(body))?.[1] ?? body),
    doors: doors && Number(doors) > 0 ? Number(doors) : null,
    vehicleType: wmi.vehicleType,
  };
}

type Match = VinPattern & { yearFrom: number };

function matches(vin: string, year: number, rows: VinRows): Match[] {
  const covering = rows.schemas.filter((schema) => covers(schema, year));
  return rows.patterns.flatMap((pattern) => {
    const schema = covering.find((candidate) => candidate.schemaId === pattern.schemaId);
    return schema && matchesKeys(pattern.keys, vin) ? [{ ...pattern, yearFrom: schema.yearFrom }] : [];
  });
}

/** NHTSA's order: the schema written for the latest year first, then specificity. */
function pick(found: Match[], element: string): Match | undefined {
  return found
    .filter((pattern) => pattern.element === element)
    .sort((a, b) => b.yearFrom - a.yearFrom || b.specificity - a.specificity)[0];
}

/** `*` is any character, `[A-CX]` a class; keys shorter than their part of the VIN leave the rest open. */
function matchesKeys(keys: string, vin: string): boolean {
  const [descriptor = "", indicator = ""] = keys.split("|");
  return startsLike(vin.slice(3, 8), descriptor) && startsLike(vin.slice(9), indicator);
}

function startsLike(text: string, keys: string): boolean {
  const tokens = keys.match(/\[[^\]]*\]|./g) ?? [];
  if (tokens.length > text.length) return false;
  return tokens.every((token, index) => {
    const character = text[index] ?? "";
    if (token === "*" || token === character) return true;
    return token.length > 1 && inClass(character, token.slice(1, -1));
  });
}

function inClass(character: string, members: string): boolean {
  const ranges = members.match(/.-.|./g) ?? [];
  return ranges.some((range) => character >= (range[0] ?? "") && character <= (range.at(-1) ?? ""));
}

function covers(schema: VinWmiSchema, year: number): boolean {
  return year >= schema.yearFrom && (schema.yearTo === null || year <= schema.yearTo);
}

function blank(vin: string): DecodedVin {
  return {
    vin,
    make: null,
    model: null,
    year: null,
    series: null,
    trim: null,
    bodyStyle: null,
    doors: null,
    vehicleType: null,
    errors: [],
  };
}

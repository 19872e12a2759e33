import { type NagsNumber, parseNags } from "../../../lib/glass/parts/nags";
import type { Calibration, CatalogPart } from "../../../lib/glass/pricing/quote-types";
import { openings } from "./part-openings";
import { type Vehicle, vehicles } from "./vehicles";

/** Which vehicles a part fits; no body style means any. */
export type Fit = { yearFrom: number; yearTo: number; make: string; model: string; bodyStyle: string | null };

/**
 * A part of the demo catalog: a real vehicle, with an invented number in NAGS format and an invented list price.
 * Real ones are licensed, so a shop imports its own.
 */
export type DemoPart = Omit<CatalogPart, "nagsNumber"> & {
  demo: true;
  nagsNumber: string;
  prefix: string;
  number: string;
  colorCode: string;
  attachments: boolean;
  premium: boolean;
  /** Empty, `left`, `right`, `front left` and so on. */
  side: string;
  listEffectiveFrom: string;
  calibration: Calibration | null;
  features: string[];
  interchange: string[];
  supersededBy: string | null;
  fits: Fit[];
};

/** Invented numbers begin here, far above those in use. */
const FIRST_NUMBER = 90_001;

const DOMESTIC = ["Ford", "Chevrolet", "GMC", "Ram", "Jeep", "Chrysler", "Tesla"];

/** One part in so many has no list price, as happens in real catalogs. */
const UNLISTED_EVERY = 167;

const LIST_EFFECTIVE_FROM = "2026-01-01";

/** The part of the worked quotes, for the windshield that comes first on a 2019 RAV4. */
const WORKED = {
  nagsNumber: "DW02501GTYN",
  listPriceCents: 72_000,
  laborMinutes: 150,
  kitHalves: 4,
  clipsQty: 4,
} as const;

/** The whole demo catalog, the same every time. */
export const demoParts: DemoPart[] = withInterchange(
  vehicles.flatMap((vehicle) => vehicle.generations.flatMap((years) => drafts(vehicle, years))).map(numbered),
);

type Draft = Omit<DemoPart, keyof NagsNumber | "interchange" | "supersededBy"> & {
  glassPosition: DemoPart["glassPosition"];
  letter: string;
  suffix: string;
};

function drafts(vehicle: Vehicle, [yearFrom, yearTo]: [number, number]): Draft[] {
  const { make, model, bodyStyle } = vehicle;
  const fits = [{ yearFrom, yearTo, make, model, bodyStyle }];
  return openings(vehicle, yearFrom).map(({ name, ...opening }) => ({
    ...opening,
    demo: true,
    description: `Demo ${name}, ${make} ${model} ${yearFrom}-${yearTo}`,
    listEffectiveFrom: LIST_EFFECTIVE_FROM,
    fits,
  }));
}

function numbered({ letter, suffix, ...draft }: Draft, index: number): DemoPart {
  const [fit] = draft.fits;
  const worked =
    fit?.model === "RAV4" && fit.yearFrom === 2019 && draft.features.join() === "camera,shade_band";
  const maker = DOMESTIC.includes(fit?.make ?? "") ? "D" : "F";
  const text = worked ? WORKED.nagsNumber : `${maker}${letter}${FIRST_NUMBER + index}${suffix}`;
  const reading = parseNags(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  const { nagsNumber, prefix, number, colorCode, attachments, premium } = reading.part;
  return {
    ...draft,
    listPriceCents: index % UNLISTED_EVERY === UNLISTED_EVERY - 1 ? null : draft.listPriceCents,
    ...(worked ? WORKED : {}),
    nagsNumber,
    prefix,
    number,
    colorCode: colorCode ?? "",
    attachments: attachments ?? false,
    premium: premium ?? false,
    interchange: [],
    supersededBy: null,
  };
}

/** Twins under one skin take each other's glass; and two numbers have been replaced by later ones, as happens. */
function withInterchange(parts: DemoPart[]): DemoPart[] {
  const key = (part: DemoPart, model: string) =>
    [model, part.fits[0]?.yearFrom, part.glassPosition, part.side, part.features.join()].join();
  const silverado = new Map(parts.map((part) => [key(part, part.fits[0]?.model ?? ""), part.nagsNumber]));
  const twins = new Map<string, string>();
  for (const part of parts) {
    const twin = part.fits[0]?.model === "Sierra" ? silverado.get(key(part, "Silverado")) : undefined;
    if (twin) twins.set(part.nagsNumber, twin).set(twin, part.nagsNumber);
  }
  const linked = parts.map((part) => {
    const twin = twins.get(part.nagsNumber);
    return twin ? { ...part, interchange: [twin] } : part;
  });
  return [...linked, ...superseded(linked)];
}

function superseded(parts: DemoPart[]): DemoPart[] {
  const successors = parts.filter(
    (part) => part.glassPosition === "back_glass" && ["Camry", "F-150"].includes(part.fits[0]?.model ?? ""),
  );
  return successors.slice(0, 2).map((part, index) => {
    const number = String(FIRST_NUMBER + parts.length + index);
    const nagsNumber = part.nagsNumber.replace(part.number, number);
    return { ...part, nagsNumber, number, interchange: [], supersededBy: part.nagsNumber };
  });
}

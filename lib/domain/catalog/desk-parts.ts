import type { IsoDate } from "@/lib/dates";
import { parseNags } from "@/lib/glass/parts/nags";
import type { CatalogPart } from "@/lib/glass/pricing/quote-types";
import { codeBegins, same } from "@/lib/search";
import type { Db } from "@/lib/tenancy/tenancy";
import { isOwn, listPriceOn, onePerNumber, ownNumbered } from "./catalog";

/** A part of the shared catalog or of the shop's own, as the desk shows it. */
export type DeskPart = Omit<CatalogPart, "nagsNumber"> & {
  nagsNumber: string;
  side: string;
  features: string[];
  /** Its number and price are invented. */
  demo: boolean;
  supersededBy: string | null;
  /** The shop's own: no other shop has it. */
  own: boolean;
  /** Listed for the vehicle that was asked for. */
  fits: boolean;
  /** On this shop's shelves; null where it keeps none, or nobody asked. */
  stock: { onHand: number; bin: string } | null;
};

type Car = { year: number; make: string; model: string; bodyStyle: string };
type Row = Awaited<ReturnType<typeof fitsOf>>[number]["part"];

/** More glass than any car has, in all its variants. */
const MOST_FITS = 240;

function fitsOf(db: Db, { year, make, model }: Car) {
  return db.partFit.findMany({
    where: { make, model, yearFrom: { lte: year }, yearTo: { gte: year } },
    include: { part: true },
    orderBy: { id: "asc" },
    take: MOST_FITS,
  });
}

/** Every part listed for a vehicle, whichever way make and model are spelled: "f150" finds the F-150. */
export async function partsFor(db: Db, car: Car, on: IsoDate): Promise<DeskPart[]> {
  const asTyped = await fitsOf(db, car);
  const spelled = asTyped.length > 0 ? null : await spellingOf(db, car);
  const fits = spelled ? await fitsOf(db, { ...car, ...spelled }) : asTyped;
  const body = car.bodyStyle.toLowerCase();
  const bodyFits = (style: string | null) =>
    !style || !body || body.includes(style.toLowerCase()) || style.toLowerCase().includes(body);
  const parts = fits.filter((fit) => bodyFits(fit.bodyStyle)).map((fit) => fit.part);
  const own = await db.part.findMany({ where: { nagsNumber: { in: parts.map((part) => part.nagsNumber) } } });
  return onePerNumber([...parts, ...own])
    .sort((one, other) => (one.nagsNumber < other.nagsNumber ? -1 : 1))
    .map((part) => deskPart(part, true, on));
}

/** Make and model as the catalog spells them, which is how insurers want them; null where it has no such vehicle. */
export async function spellingOf(
  db: Db,
  { make, model }: { make: string; model: string },
): Promise<{ make: string; model: string } | null> {
  const known = await db.partFit.groupBy({
    by: ["make", "model"],
    where: { make: same(make) },
  });
  return known.find((one) => squash(one.model) === squash(model)) ?? null;
}

const squash = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The parts of a number as typed: one for a whole number, all colors for one without, one of the shop's own for a number outside of NAGS. */
export async function partsNumbered(db: Db, typed: string, on: IsoDate): Promise<DeskPart[]> {
  const reading = parseNags(typed);
  if (!reading.ok) {
    const own = await db.part.findMany({ where: ownNumbered(typed) });
    return own.map((part) => deskPart(part, false, on));
  }
  const { nagsNumber, prefix, number } = reading.part;
  const exact = onePerNumber(await db.part.findMany({ where: { nagsNumber } }));
  if (exact.length > 0) return exact.map((part) => deskPart(part, false, on));
  const rows = await db.part.findMany({
    // The index finds prefix and number; under row level security it can't find where a number begins.
    where: { prefix, number, nagsNumber: codeBegins(nagsNumber) },
    orderBy: { nagsNumber: "asc" },
    take: 24,
  });
  return onePerNumber(rows).map((row) => deskPart(row, false, on));
}

/** The one part that a number means; null where the catalog has none, or more than one. */
export async function partNumbered(db: Db, typed: string, on: IsoDate): Promise<DeskPart | null> {
  const [part, ...others] = typed ? await partsNumbered(db, typed, on) : [];
  return part && others.length === 0 ? part : null;
}

function deskPart(row: Row, fits: boolean, on: IsoDate): DeskPart {
  return {
    nagsNumber: row.nagsNumber,
    description: row.description,
    glassPosition: row.glassPosition as DeskPart["glassPosition"],
    listPriceCents: listPriceOn(row, on),
    laborMinutes: row.laborMinutes,
    kitHalves: row.kitHalves,
    mouldingRequired: row.mouldingRequired,
    clipsQty: row.clipsQty,
    calibration: row.calibration as DeskPart["calibration"],
    side: row.side,
    features: row.features,
    demo: row.demo,
    supersededBy: row.supersededBy,
    own: isOwn(row),
    fits,
    stock: null,
  };
}

/** The same parts, each with how many are on the shelf and where. */
export async function withStock(db: Db, parts: readonly DeskPart[]): Promise<DeskPart[]> {
  const nagsNumber = { in: parts.map((part) => part.nagsNumber) };
  const rows = await db.stockItem.findMany({ where: { nagsNumber } });
  const kept = new Map(rows.map(({ nagsNumber, onHand, bin }) => [nagsNumber, { onHand, bin }]));
  return parts.map((part) => ({ ...part, stock: kept.get(part.nagsNumber) ?? null }));
}

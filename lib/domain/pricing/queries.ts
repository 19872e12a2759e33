import type { Actor } from "@/lib/auth/actor";
import { dateIn, dayOf, type IsoDate } from "@/lib/dates";
import { listPriceOn, numberHolds, onePerNumber } from "@/lib/domain/catalog/catalog";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import { parseNags, squashNags } from "@/lib/glass/parts/nags";
import type { Calibration, CataloguePart, PartOverride } from "@/lib/glass/pricing/quote-types";
import { formatCents } from "@/lib/money";
import { codeBegins, holds } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { stateOfZip } from "@/lib/zip-states";
import { bookOf } from "./book";
import { type Sample, unknownSample } from "./preview/preview";
import { readSnapshot } from "./snapshot";

const CHOICES = 10;

/** What every preview stands on: the saved prices, without those of single parts, and a part to try them on. */
export async function loadDesk(db: Db, { slug, timeZone }: Actor): Promise<PreviewDesk> {
  const first = { listPriceCents: { not: null }, glassPosition: "windshield", calibration: { not: null } };
  const part = await db.part.findFirst({ where: first, orderBy: { nagsNumber: "asc" } });
  const newest = await newestNumber(db);
  const today = dateIn(timeZone, new Date());
  const own = part && (await db.partOverride.findFirst({ where: { nagsNumber: part.nagsNumber } }));
  const { zip, state } = await db.tenant.findFirstOrThrow({ select: { zip: true, state: true } });
  return {
    book: bookOf(await readSnapshot(db, [])),
    waiting: waitingOn(newest, today),
    madeOn: newest?.number ?? 0,
    sample: part && sampleOf(part, own, today),
    today,
    zip,
    state: state || (stateOfZip(zip) ?? ""),
    shop: `/${slug}`,
  };
}

/** The newest version, where its day is still to come: what the editor shows, and changes, is that. Null otherwise. */
export async function waitingVersion(db: Db, timeZone: string): Promise<PreviewDesk["waiting"]> {
  return waitingOn(await newestNumber(db), dateIn(timeZone, new Date()));
}

const newestNumber = (db: Db) =>
  db.priceVersion.findFirst({
    where: { cancelledAt: null },
    orderBy: { number: "desc" },
    select: { id: true, number: true, effectiveFrom: true },
  });

function waitingOn(newest: Awaited<ReturnType<typeof newestNumber>>, today: IsoDate): PreviewDesk["waiting"] {
  if (!newest || dayOf(newest.effectiveFrom) <= today) return null;
  return { ...newest, effectiveFrom: dayOf(newest.effectiveFrom) };
}

type PartRow = NonNullable<Awaited<ReturnType<Db["part"]["findFirst"]>>>;

/** A row of the catalogue as the engine takes it, with its list price of a day. */
export function cataloguePart(row: PartRow, on: IsoDate): CataloguePart {
  const { nagsNumber, description, laborMinutes, kitHalves, mouldingRequired, clipsQty } = row;
  const glassPosition = row.glassPosition as CataloguePart["glassPosition"];
  const calibration = row.calibration as Calibration | null;
  return {
    nagsNumber,
    description,
    glassPosition,
    listPriceCents: listPriceOn(row, on),
    laborMinutes,
    kitHalves,
    mouldingRequired,
    clipsQty,
    calibration,
  };
}

function sampleOf(row: PartRow, own: Sample["override"], on: IsoDate): Sample {
  return { part: cataloguePart(row, on), override: own && ofPart(own), demo: row.demo };
}

function ofPart({ nagsNumber, priceCents, costCents }: PartOverride): PartOverride {
  return { nagsNumber, priceCents, costCents };
}

/** The first few catalogue parts whose number begins so, then those whose description holds every word, ready to be priced. */
export async function searchCatalogue(db: Db, search: string, on: IsoDate) {
  const reading = parseNags(search);
  const starts = [squashNags(search), ...(reading.ok ? [reading.part.nagsNumber] : [])].filter(Boolean);
  const words = search.split(/\s+/).filter(Boolean);
  const begins = {
    OR: starts.flatMap((start) => [
      { nagsNumber: codeBegins(start) },
      { prefix: "", number: codeBegins(start) },
    ]),
  };
  const says = {
    AND: words.map((word) => ({ description: holds(word) })),
  };
  const find = (where: object, take: number) =>
    db.part.findMany({ where, orderBy: { nagsNumber: "asc" }, take });
  const first = await find(begins, CHOICES);
  const rest = first.length < CHOICES ? await find({ ...says, NOT: begins }, CHOICES - first.length) : [];
  const rows = onePerNumber([...first, ...rest]);
  const own = await db.partOverride.findMany({
    where: { nagsNumber: { in: rows.map((row) => row.nagsNumber) } },
  });
  return rows.map((row) => ({
    value: row.nagsNumber,
    label: `${row.nagsNumber} ${row.description}`,
    hint: listText(row.demo, listPriceOn(row, on)),
    sample: sampleOf(row, own.find(({ nagsNumber }) => nagsNumber === row.nagsNumber) ?? null, on),
  }));
}

/** "List $720.00 (demo price)"; a catalogue may know no price. */
function listText(demo: boolean, cents: number | null): string {
  if (cents === null) return "No list price";
  return `List ${formatCents(cents)}${demo ? " (demo price)" : ""}`;
}

/** The shop's own prices and costs of some parts. */
export async function overridesOf(db: Db, numbers: string[]): Promise<PartOverride[]> {
  const own = await db.partOverride.findMany({ where: { nagsNumber: { in: numbers } } });
  return own.map(ofPart);
}

/** What the first page of pricing says of a shop. */
export async function loadOverview(db: Db) {
  const book = bookOf(await readSnapshot(db, []));
  const ownParts = await db.partOverride.count();
  return { book, ownParts };
}

/** One page of the parts with a price or a cost of this shop's own, with what the catalogue says of them. */
export async function listParts(
  db: Db,
  search: string,
  { skip, take }: { skip: number; take: number },
  today: IsoDate,
) {
  const where = numberHolds(search);
  const rows = await db.partOverride.findMany({ where, orderBy: { nagsNumber: "asc" }, skip, take });
  const known = await db.part.findMany({
    where: { nagsNumber: { in: rows.map((row) => row.nagsNumber) } },
  });
  const parts = onePerNumber(known).map((part) => ({ ...part, listPriceCents: listPriceOn(part, today) }));
  return {
    rows: rows.map((row) => ({
      ...row,
      part: parts.find((one) => one.nagsNumber === row.nagsNumber),
    })),
    total: await db.partOverride.count({ where }),
  };
}

/** One own part, with the sample it is tried on. @throws NotFound */
export async function getPart(db: Db, id: string, today: IsoDate) {
  const own = await db.partOverride.findUniqueOrThrow({ where: by("id", id) });
  const [part] = onePerNumber(await db.part.findMany({ where: { nagsNumber: own.nagsNumber } }));
  const sample = part
    ? sampleOf(part, own, today)
    : { ...unknownSample(own.nagsNumber), override: ofPart(own) };
  return { own, sample };
}

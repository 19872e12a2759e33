import type { IsoDate } from "@/lib/dates";
import { listPriceOn, onePerNumber } from "@/lib/domain/catalog/catalog";
import { inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { parseNags, squashNags } from "@/lib/glass/parts/nags";
import type { PartOverride } from "@/lib/glass/pricing/quote-types";
import { formatCents } from "@/lib/money";
import { codeBegins, holds } from "@/lib/search";
import { sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { ofPart, sampleOf, unknownSample } from "../sample";

const CHOICES = 10;

/** The first few catalog parts whose number begins so, then those whose description holds every word, ready to be priced. */
export async function searchCatalog(db: Db, search: string, on: IsoDate) {
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

/** "List $720.00 (demo price)"; a catalog may know no price. */
function listText(demo: boolean, cents: number | null): string {
  if (cents === null) return "No list price";
  return `List ${formatCents(cents)}${demo ? " (demo price)" : ""}`;
}

/** The shop's own prices and costs of some parts. */
export async function overridesOf(db: Db, numbers: string[]): Promise<PartOverride[]> {
  const own = await db.partOverride.findMany({ where: { nagsNumber: { in: numbers } } });
  return own.map(ofPart);
}

const ways: Ways = { kinds: ["override"], to: sql`select subject from hit` };

/** One page of the parts with a price or a cost of this shop's own, with what the catalog says of them. */
export async function listParts(db: Db, search: string, at: Slice, today: IsoDate) {
  const page = { table: sql`part_overrides`, where: sql`true`, search, ways, order: sql`nags_number`, at };
  const { ids, total } = await pageOf(db, page);
  const rows = inOrder(ids, await db.partOverride.findMany({ where: { id: { in: ids } } }));
  const known = await db.part.findMany({
    where: { nagsNumber: { in: rows.map((row) => row.nagsNumber) } },
  });
  const parts = onePerNumber(known).map((part) => ({ ...part, listPriceCents: listPriceOn(part, today) }));
  return {
    rows: rows.map((row) => ({
      ...row,
      part: parts.find((one) => one.nagsNumber === row.nagsNumber),
    })),
    total,
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

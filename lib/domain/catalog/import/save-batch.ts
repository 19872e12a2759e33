import { randomUUID } from "node:crypto";
import type { SystemDb } from "@/lib/tenancy/tenancy";
import { oneAtATime } from "../as-shown";
import { listPriceBefore, priceFault } from "../catalog";
import type { PartRow } from "../forms";
import type { Fit } from "../part-fields";
import { shared } from "../queries";
import { catalogDay } from "../today";
import type { Batch } from "./batches";
import { COLUMNS } from "./columns";
import { fitKey, type Imported, type ImportFault, readRows, type ToldPart } from "./read-rows";

type Part = PartRow & { id: string; listPriceBeforeCents: number | null };
type Known = Awaited<ReturnType<typeof knownParts>>[number];

/** What a new part is unless its row says otherwise. */
const FRESH = {
  side: "",
  listPriceCents: null,
  listEffectiveFrom: null,
  listPriceBeforeCents: null,
  laborMinutes: 0,
  kitHalves: 0,
  mouldingRequired: false,
  clipsQty: 0,
  calibration: null,
  features: [],
  interchange: [],
  supersededBy: null,
  demo: false,
};

/**
 * Saves a batch of rows: a part is added or changed by its number, and vehicles are added to those it fits. Doing it again changes
 * nothing. @param from the day from which list prices hold whose row names none. @param dryRun only tells what would be done.
 */
export async function saveBatch(
  db: SystemDb,
  { batch, from, dryRun }: { batch: Batch; from: Date | null; dryRun: boolean },
): Promise<Imported> {
  if (!dryRun) await oneAtATime(db);
  const { told, faults } = readRows(batch);
  const known = new Map((await knownParts(db, told)).map((part) => [part.nagsNumber, part]));
  const today = catalogDay();
  const writes: Part[] = [];
  const fits: { nagsNumber: string; fit: Fit }[] = [];
  const count = { added: 0, changed: 0, unchanged: 0 };
  for (const one of told) {
    const before = known.get(one.nagsNumber);
    const part = { ...FRESH, ...before, ...one.part, ...heldFrom(one, from) } as Part;
    part.listPriceBeforeCents = listPriceBefore(before, part, today);
    const fault = faultOf(part, one.row);
    if (fault) {
      faults.push(fault);
      continue;
    }
    const kept = new Set(before?.fits.map(fitKey));
    const added = one.fits.filter((fit) => !kept.has(fitKey(fit)));
    fits.push(...added.map((fit) => ({ nagsNumber: one.nagsNumber, fit })));
    const differs = !before || differ(before, part);
    if (differs) writes.push({ ...part, id: before?.id ?? randomUUID() });
    count[!before ? "added" : differs || added.length > 0 ? "changed" : "unchanged"]++;
  }
  if (!dryRun) await write(db, writes, fits, known);
  return { ...count, faults: faults.sort((a, b) => a.row - b.row) };
}

function knownParts(db: SystemDb, told: ToldPart[]) {
  return db.part.findMany({
    where: { ...shared, nagsNumber: { in: told.map(({ nagsNumber }) => nagsNumber) } },
    include: { fits: true },
  });
}

/** A price without a day of its own holds from the day given for the file. */
const heldFrom = ({ part }: ToldPart, from: Date | null) =>
  part.listPriceCents && !part.listEffectiveFrom && from ? { listEffectiveFrom: from } : {};

function faultOf(part: Part, row: number): ImportFault | null {
  if (!part.description)
    return { row, column: COLUMNS.description.label, message: "A new part needs a description." };
  const message = priceFault(part);
  return message ? { row, column: COLUMNS.listEffectiveFrom.label, message } : null;
}

function differ(before: Known, now: Part): boolean {
  const [old, part] = [before, now] as unknown as Record<string, unknown>[];
  return Object.keys(FRESH)
    .concat("description")
    .some((column) => JSON.stringify(old?.[column]) !== JSON.stringify(part?.[column]));
}

/** One statement for all parts and one for all vehicles, however many. */
async function write(
  db: SystemDb,
  parts: Part[],
  fits: { nagsNumber: string; fit: Fit }[],
  known: Map<string, Known>,
): Promise<void> {
  const ids = new Map([...known].map(([number, { id }]) => [number, id]));
  if (parts.length > 0) for (const row of await upsert(db, parts)) ids.set(row.number, row.id);
  // A catalog that grows from nothing: the plan by which keys are checked is made anew, or it stays that of an empty table.
  await db.$executeRaw`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
  await db.partFit.createMany({
    data: fits.flatMap(({ nagsNumber, fit }) => {
      const partId = ids.get(nagsNumber);
      return partId ? [{ ...fit, partId }] : [];
    }),
  });
}

function upsert(db: SystemDb, parts: Part[]) {
  return db.$queryRaw<{ id: string; number: string }[]>`
    insert into parts (id, nags_number, prefix, number, color_code, attachments, premium, glass_position, side, description, list_price_cents,
      list_effective_from, list_price_before_cents, labor_minutes, kit_halves, moulding_required, clips_qty, calibration, features, interchange, superseded_by, demo)
    select * from json_to_recordset(${JSON.stringify(parts)}::json) as told (id uuid, "nagsNumber" text, prefix text, number text, "colorCode" text,
      attachments boolean, premium boolean, "glassPosition" text, side text, description text, "listPriceCents" int, "listEffectiveFrom" date,
      "listPriceBeforeCents" int, "laborMinutes" int, "kitHalves" int, "mouldingRequired" boolean, "clipsQty" int, calibration text, features text[], interchange text[],
      "supersededBy" text, demo boolean)
    on conflict (owner, nags_number) do update set side = excluded.side, description = excluded.description,
      list_price_cents = excluded.list_price_cents, list_effective_from = excluded.list_effective_from, list_price_before_cents = excluded.list_price_before_cents, labor_minutes = excluded.labor_minutes,
      kit_halves = excluded.kit_halves, moulding_required = excluded.moulding_required, clips_qty = excluded.clips_qty,
      calibration = excluded.calibration, features = excluded.features, interchange = excluded.interchange,
      superseded_by = excluded.superseded_by, demo = excluded.demo
    returning id, nags_number as number`;
}

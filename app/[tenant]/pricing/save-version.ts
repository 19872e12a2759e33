import type { Done } from "@/lib/action";
import type { Actor } from "@/lib/auth/actor";
import { dateIn, dayOf, formatDate, type IsoDate, midnightOf } from "@/lib/dates";
import { NO_PRICES, readSnapshot, type Snapshot, snapshotOf } from "@/lib/price-snapshot";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { changesBetween, changesSummary } from "./changes";
import { restoreRows } from "./restore";
import { holdsFrom, type Note } from "./version";

type Author = Pick<Actor, "userId" | "userName" | "timeZone">;

const NUMBERS = "price version";

/** @returns the last number, counted up by so many. Its row stays locked until commit, so each change is made on all that went before. */
async function lastNumber(db: Db, increment: 0 | 1): Promise<number> {
  const { value } = await db.counter.upsert({
    where: by("name", NUMBERS),
    create: { name: NUMBERS, value: increment },
    update: { value: { increment } },
  });
  return value;
}

/** The version that the editor stands on, be it in force or waiting for its day; null where none was kept yet. */
export async function newestVersion(db: Db) {
  const row = await db.priceVersion.findFirst({ where: { cancelledAt: null }, orderBy: { number: "desc" } });
  return row && { ...row, effectiveFrom: dayOf(row.effectiveFrom), snapshot: snapshotOf(row.snapshot) };
}

const asJson = (snapshot: Snapshot) => JSON.parse(JSON.stringify(snapshot));

/** Prices that stood before versions were kept become the first version, so that they hold on until a scheduled change does. */
async function keepWhatStands(db: Db, today: IsoDate): Promise<void> {
  const snapshot = await readSnapshot(db);
  const { settings: _, ...lists } = snapshot;
  if (Object.values(lists).every((rows) => rows.length === 0)) return;
  const number = await lastNumber(db, 1);
  const summary = "The prices as they stood";
  await db.priceVersion.create({
    data: { number, summary, effectiveFrom: midnightOf(today), snapshot: asJson(snapshot) },
  });
}

/**
 * Runs a change of prices and keeps what comes of it as a new version.
 * @param restoredFrom the number of the version it goes back to
 * @returns what `change` returns, and in its message the day where it is still to come. @throws Refusal for a day it can't hold from
 */
export async function recordChange(
  db: Db,
  { userId, userName, timeZone }: Author,
  { reason, effectiveFrom }: Note,
  change: () => Promise<Done>,
  restoredFrom: number | null = null,
): Promise<Done> {
  const today = dateIn(timeZone, new Date());
  if ((await lastNumber(db, 0)) === 0) await keepWhatStands(db, today);
  const newest = await newestVersion(db);
  const day = holdsFrom(effectiveFrom, today, newest);
  const done = await change();
  const snapshot = await readSnapshot(db);
  const summary = changesSummary(changesBetween(newest?.snapshot ?? NO_PRICES, snapshot));
  const number = await lastNumber(db, 1);
  const kept = { number, userId, userName, reason, summary, restoredFrom };
  await db.priceVersion.create({
    data: { ...kept, effectiveFrom: midnightOf(day), snapshot: asJson(snapshot) },
  });
  if (day === today) return done;
  return { ...done, message: `${done.message} In force from ${formatDate(day, today)}.` };
}

/** Makes the prices of an earlier version today's, as a new version. @throws NotFound; Refusal while a version waits for its day */
export async function goBack(db: Db, author: Author, id: string): Promise<Done> {
  const { number, snapshot } = await db.priceVersion.findUniqueOrThrow({ where: by("id", id) });
  const note = { reason: `Back to version ${number}`, effectiveFrom: dateIn(author.timeZone, new Date()) };
  const change = async () => {
    await restoreRows(db, snapshotOf(snapshot));
    return { subject: id, to: "/pricing/history", message: `The prices of version ${number} are back.` };
  };
  return recordChange(db, author, note, change, number);
}

/** Calls off a version that waits for its day, and the editor goes back to the one before. @throws NotFound; Refusal */
export async function cancelVersion(db: Db, author: Author, id: string): Promise<Done> {
  const where = by("id", id);
  await db.priceVersion.findUniqueOrThrow({ where, select: { id: true } });
  await lastNumber(db, 0);
  const { number, effectiveFrom, cancelledAt } = await db.priceVersion.findUniqueOrThrow({ where });
  const newest = await newestVersion(db);
  if (cancelledAt) throw new Refusal(`Version ${number} is cancelled already.`);
  if (dayOf(effectiveFrom) <= dateIn(author.timeZone, new Date()))
    throw new Refusal("Its day has come. Go back to an earlier version instead.");
  if (newest && newest.number !== number)
    throw new Refusal(`Cancel version ${newest.number} first: it was made on this one.`);
  await db.priceVersion.update({ where, data: { cancelledAt: new Date() } });
  await restoreRows(db, (await newestVersion(db))?.snapshot ?? NO_PRICES);
  return { subject: id, to: "/pricing/history", message: `Version ${number} will not come into force.` };
}

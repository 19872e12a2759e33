import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/auth/actor";
import { dateIn, dayOf, type IsoDate, midnightOf } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { NO_PRICES, readSnapshot, type Snapshot, snapshotOf } from "../snapshot";
import { changesBetween, changesSummary, type PriceChange } from "./changes";
import { restoreRows } from "./restore";
import { holdsFrom, type Note } from "./version";

type Author = Pick<Actor, "userId" | "userName" | "timeZone">;

const NUMBERS = "price version";

/** @returns the last number, counted up by so many. Its row stays locked until commit, so each change is made on all that went before. */
async function lastNumber(db: Db, increment: 0 | 1): Promise<number> {
  await db.counter.createMany({ data: [{ name: NUMBERS, value: 0 }], skipDuplicates: true });
  const data = { value: { increment } };
  const { value } = await db.counter.update({ where: by("name", NUMBERS), data });
  return value;
}

/** The version that the editor stands on, be it in force or waiting for its day; null where none was kept yet. */
export async function newestVersion(db: Db) {
  const row = await db.priceVersion.findFirst({ where: { cancelledAt: null }, orderBy: { number: "desc" } });
  return row && { ...row, effectiveFrom: dayOf(row.effectiveFrom), snapshot: snapshotOf(row.snapshot) };
}

const asJson = (snapshot: Snapshot) => JSON.parse(JSON.stringify(snapshot));

/** For comparison: rows that are replaced by the like of them have ids of their own. */
const withoutIds = (snapshot: Snapshot) =>
  JSON.parse(JSON.stringify(snapshot, (key, value) => (key === "id" ? undefined : value)));

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

/** What became of a change of prices. */
export type Recorded<Result> = {
  /** What the change itself returned. */
  result: Result;
  /** These prices stood already, so there is no new version. */
  unchanged: boolean;
  /** The day from which they hold, and the shop's day when they were saved. */
  effectiveFrom: IsoDate;
  today: IsoDate;
};

/**
 * Runs a change of prices and keeps what comes of it as a new version; what changes nothing makes none.
 * @param restoredFrom the number of the version it goes back to
 * @throws Refusal for a day it can't hold from, and where it would undo unseen what was saved since the form was opened
 */
export async function recordChange<Result>(
  db: Db,
  { userId, userName, timeZone }: Author,
  { reason, effectiveFrom, madeOn }: Note,
  change: () => Promise<Result>,
  restoredFrom: number | null = null,
): Promise<Recorded<Result>> {
  const today = dateIn(timeZone, new Date());
  if ((await lastNumber(db, 0)) === 0) await keepWhatStands(db, today);
  const newest = await newestVersion(db);
  const day = holdsFrom(effectiveFrom, today, newest);
  const recorded = { result: await change(), unchanged: false, effectiveFrom: day, today };
  const snapshot = await readSnapshot(db);
  if (newest && isDeepStrictEqual(withoutIds(snapshot), withoutIds(newest.snapshot)))
    return { ...recorded, unchanged: true };
  const changes = changesBetween(newest?.snapshot ?? NO_PRICES, snapshot);
  if (madeOn !== null && newest && newest.number !== madeOn)
    refuseOverwriting(changesBetween(await snapshotAt(db, madeOn), newest.snapshot), changes);
  const number = await lastNumber(db, 1);
  const kept = { number, userId, userName, reason, summary: changesSummary(changes), restoredFrom };
  await db.priceVersion.create({
    data: { ...kept, effectiveFrom: midnightOf(day), snapshot: asJson(snapshot) },
  });
  return recorded;
}

/** The prices a form was opened on. Before the first version these are what stood then, which was kept as the first. */
async function snapshotAt(db: Db, number: number): Promise<Snapshot> {
  const row = await db.priceVersion.findFirst({ where: { number: Math.max(number, 1) } });
  return row ? snapshotOf(row.snapshot) : NO_PRICES;
}

function refuseOverwriting(theirs: readonly PriceChange[], mine: readonly PriceChange[]): void {
  const undone = theirs.find(({ what }) => mine.some((change) => change.what === what));
  if (!undone) return;
  const { what, before, after } = undone;
  throw new Refusal(
    `${what} was changed meanwhile, in another window or by somebody else, from ${before} to ${after}. Reload to see it; what you typed is kept.`,
  );
}

/** Makes the prices of an earlier version today's, as a new version. @returns its number. @throws NotFound; Refusal while a version waits for its day */
export async function goBack(db: Db, author: Author, id: string): Promise<Recorded<number>> {
  const { number, snapshot } = await db.priceVersion.findUniqueOrThrow({ where: by("id", id) });
  const effectiveFrom = dateIn(author.timeZone, new Date());
  const note = { reason: `Back to version ${number}`, effectiveFrom, madeOn: null };
  const change = async () => {
    await restoreRows(db, snapshotOf(snapshot));
    return number;
  };
  return recordChange(db, author, note, change, number);
}

/** Calls off a version that waits for its day, and the editor goes back to the one before. @returns it. @throws NotFound; Refusal */
export async function cancelVersion(db: Db, author: Author, id: string) {
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
  return { id, number };
}

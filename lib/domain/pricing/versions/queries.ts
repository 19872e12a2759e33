import type { Actor } from "@/lib/auth/actor";
import { dateIn, dayOf } from "@/lib/dates";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { bookOf, pricesInForce } from "../book";
import { recentQuotes } from "../preview/recent-quotes";
import { tryOn } from "../preview/replay";
import { NO_PRICES, snapshotOf } from "../snapshot";
import { changesBetween } from "./changes";
import { stateOf } from "./version";

/** One page of price versions, the newest first, each with where it stands. */
export async function listVersions(
  db: Db,
  { timeZone }: Pick<Actor, "timeZone">,
  { skip, take }: { skip: number; take: number },
) {
  const today = dateIn(timeZone, new Date());
  const { version: inForce } = await pricesInForce(db, { parts: [] });
  const rows = await db.priceVersion.findMany({
    orderBy: { number: "desc" },
    omit: { snapshot: true },
    skip,
    take,
  });
  const versions = rows.map((row) => ({ ...row, effectiveFrom: dayOf(row.effectiveFrom) }));
  return {
    rows: versions.map((row) => ({ ...row, state: stateOf(row, inForce, today) })),
    total: await db.priceVersion.count(),
    today,
  };
}

/** A version, what it changed, and what it would make of the newest quotes. @throws NotFound */
export async function getVersion(db: Db, { timeZone }: Pick<Actor, "timeZone">, id: string) {
  const today = dateIn(timeZone, new Date());
  const { snapshot, ...row } = await db.priceVersion.findUniqueOrThrow({ where: by("id", id) });
  const version = { ...row, effectiveFrom: dayOf(row.effectiveFrom) };
  const { version: inForce } = await pricesInForce(db, { parts: [] });
  // One that was cancelled before this was made is not what this was made on.
  const before = await db.priceVersion.findFirst({
    where: {
      number: { lt: row.number },
      OR: [{ cancelledAt: null }, { cancelledAt: { gt: row.createdAt } }],
    },
    orderBy: { number: "desc" },
    select: { number: true, snapshot: true },
  });
  const prices = snapshotOf(snapshot);
  return {
    version: { ...version, state: stateOf(version, inForce, today) },
    before: before && before.number,
    changes: changesBetween(before ? snapshotOf(before.snapshot) : NO_PRICES, prices),
    quotes: tryOn(bookOf(prices), await recentQuotes(db, version.effectiveFrom, timeZone)),
    today,
  };
}

import type { Actor } from "@/lib/auth/actor";
import { onePerNumber } from "@/lib/catalogue";
import { dateIn, dayOf, type IsoDate } from "@/lib/dates";
import { NO_PRICES, type Snapshot, snapshotOf } from "@/lib/price-snapshot";
import { bookOf, pricesInForce } from "@/lib/pricing";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { whereabouts } from "@/lib/zip";
import { changesBetween } from "./changes";
import { cataloguePart } from "./queries";
import { totalUnder } from "./replay";
import { stateOf } from "./version";

const QUOTES_TRIED = 50;

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
    quotes: await tryOnQuotes(db, prices, version.effectiveFrom, timeZone),
    today,
  };
}

/** What the newest quotes came to, and what their work would under these prices. A fixed number of queries, however many quotes. */
async function tryOnQuotes(db: Db, prices: Snapshot, effectiveFrom: IsoDate, timeZone: string) {
  const quotes = await db.quote.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: QUOTES_TRIED,
    include: {
      lines: { select: { kind: true, layer: true, totalCents: true } },
      customer: true,
    },
  });
  const numbers = quotes.flatMap(({ nagsNumber }) => nagsNumber ?? []);
  const parts = await db.part.findMany({ where: { nagsNumber: { in: numbers } } });
  const known = new Map(onePerNumber(parts).map((row) => [row.nagsNumber, row]));
  const shop = await db.tenant.findFirstOrThrow({ select: { zip: true, state: true } });
  const book = bookOf(prices);
  return quotes.map((quote) => {
    const made = dateIn(timeZone, quote.createdAt);
    const on = made > effectiveFrom ? made : effectiveFrom;
    const { customer } = quote;
    const part = known.get(quote.nagsNumber ?? "");
    const until = customer.taxCertificateUntil;
    const saved = {
      ...quote,
      work: whereabouts(quote, customer, shop),
      customer: { ...customer, taxCertificateUntil: until && dayOf(until) },
    };
    return {
      id: quote.id,
      number: quote.number,
      customer: customer.name,
      thenCents: quote.totalCents,
      nowCents: totalUnder(book, saved, part ? cataloguePart(part, on) : null, on),
    };
  });
}

export type TriedQuote = Awaited<ReturnType<typeof tryOnQuotes>>[number];

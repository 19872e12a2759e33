import type { Actor } from "@/lib/auth/actor";
import { dateIn, dayOf, type IsoDate } from "@/lib/dates";
import type { Db } from "@/lib/tenancy/tenancy";
import { stateOfZip } from "@/lib/zip-states";
import { bookOf } from "../book";
import { sampleOf } from "../sample";
import { readSnapshot } from "../snapshot";
import type { PreviewDesk } from "./preview";

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

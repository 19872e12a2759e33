import { dayOf, type IsoDate } from "@/lib/dates";
import { parseNags, squashNags } from "@/lib/glass/parts/nags";
import { Refusal } from "@/lib/refusal";
import { sharedOwner } from "@/lib/tenancy/kinds";
import type { Db } from "@/lib/tenancy/tenancy";

/** Picks the shop's own parts from those it sees. */
export const own = { owner: { not: sharedOwner } };

/** Whether a part is the shop's own, and no other shop knows it. */
export const isOwn = (part: { owner: string }): boolean => part.owner !== sharedOwner;

/**
 * A part number means one part to a shop: its own, where it has one beside the shared part of that number.
 * @param rows parts as read; `owner` is zeros for shared ones. @returns one part a number, in the order given.
 */
export function onePerNumber<Row extends { nagsNumber: string; owner: string }>(rows: Row[]): Row[] {
  const chosen = new Map<string, Row>();
  for (const row of rows) {
    const other = chosen.get(row.nagsNumber);
    if (!other || row.owner > other.owner) chosen.set(row.nagsNumber, row);
  }
  return [...chosen.values()];
}

/** A list price, in cents, the day from which it holds, and the one that holds until then. */
export type ListPrice = {
  listPriceCents: number | null;
  listEffectiveFrom: Date | null;
  listPriceBeforeCents: number | null;
};

/** What is wrong with a list price and its day together; null when nothing is. */
export function priceFault({
  listPriceCents: cents,
  listEffectiveFrom: day,
}: Omit<ListPrice, "listPriceBeforeCents">): string | null {
  if (cents !== null && !day) return "Say from which day the list price holds.";
  return cents === null && day ? "There is a day but no list price." : null;
}

/** Whether a part's list price does not hold yet on a day. */
export const listPriceWaits = (
  { listEffectiveFrom }: Pick<ListPrice, "listEffectiveFrom">,
  day: IsoDate,
): boolean => listEffectiveFrom !== null && day < dayOf(listEffectiveFrom);

/** A part's list price on a day, in cents: a catalog is told prices before they hold. @returns null where none is known */
export const listPriceOn = (part: ListPrice, day: IsoDate): number | null =>
  listPriceWaits(part, day) ? part.listPriceBeforeCents : part.listPriceCents;

/**
 * What holds until the day of a new list price, in cents. A price whose day has not come when another replaces it never holds.
 * @param known the part as it was; nothing for a new one.
 */
export function listPriceBefore(
  known: ListPrice | null | undefined,
  { listEffectiveFrom: from }: Pick<ListPrice, "listEffectiveFrom">,
  today: IsoDate,
): number | null {
  if (!known?.listEffectiveFrom || !from) return null;
  return known.listEffectiveFrom < from ? listPriceOn(known, today) : known.listPriceBeforeCents;
}

/** Picks the shop's own part of a number outside of NAGS, however its dashes were typed: such a part has no prefix. */
export const ownNumbered = (typed: string) => ({ prefix: "", number: squashNags(typed) });

/**
 * A number as this shop's catalog keeps it. A NAGS number stands for itself: the catalog may not have it yet.
 * @throws Refusal beside `field` for any other that none of the shop's own parts has.
 */
export async function keptNumber(db: Db, typed: string, field: string): Promise<string> {
  const reading = parseNags(typed);
  if (reading.ok) return reading.part.nagsNumber;
  const part = await db.part.findFirst({ where: ownNumbered(typed), select: { nagsNumber: true } });
  if (!part) throw new Refusal(`None of your own parts has this number. ${reading.reason}`, field);
  return part.nagsNumber;
}

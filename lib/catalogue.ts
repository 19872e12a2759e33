import { sharedOwner } from "./tenancy/kinds";

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

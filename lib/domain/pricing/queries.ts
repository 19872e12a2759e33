import type { Db } from "@/lib/tenancy/tenancy";
import { bookOf } from "./book";
import { readSnapshot } from "./snapshot";

/** What the first page of pricing says of a shop. */
export async function loadOverview(db: Db) {
  const book = bookOf(await readSnapshot(db, []));
  const ownParts = await db.partOverride.count();
  return { book, ownParts };
}

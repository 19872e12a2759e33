import { inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { sharedOwner } from "@/lib/tenancy/kinds";
import { sql } from "@/lib/tenancy/sql";
import type { Db } from "@/lib/tenancy/tenancy";
import { own } from "../catalog";

const byVehicle = [{ make: "asc" as const }, { model: "asc" as const }, { yearFrom: "asc" as const }];

const ways: Ways = { kinds: ["part"], to: sql`select subject from hit` };

/** One page of the shop's own parts, found by number and description, and how many there are in all. */
export async function listShopParts(db: Db, search: string, at: Slice) {
  const where = sql`owner <> ${sharedOwner}::uuid`;
  const page = { table: sql`parts`, where, search, ways, order: sql`nags_number`, at };
  const { ids, total } = await pageOf(db, page);
  const rows = await db.part.findMany({
    where: { ...own, id: { in: ids } },
    include: { fits: { orderBy: byVehicle } },
  });
  return { rows: inOrder(ids, rows), total };
}

/** One of the shop's own parts with the vehicles it fits. @throws NotFound for a shared part too: no shop edits that. */
export function getShopPart(db: Db, id: string) {
  return db.part.findUniqueOrThrow({ where: { id, ...own }, include: { fits: { orderBy: byVehicle } } });
}

/** One of the shop's own parts as its form is opened on it: its vehicles without their ids. @throws NotFound */
export async function shownShopPart(db: Db, id: string) {
  const { fits, ...part } = await getShopPart(db, id);
  return {
    ...part,
    fits: fits.map(({ yearFrom, yearTo, make, model, bodyStyle }) => ({
      yearFrom,
      yearTo,
      make,
      model,
      bodyStyle,
    })),
  };
}

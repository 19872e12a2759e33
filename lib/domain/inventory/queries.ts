import { inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";

/** Pieces to buy so that the shelf is full again: up to the maximum, or else the minimum; 0 where there are enough. */
export function wantedOf({
  onHand,
  minQty,
  maxQty,
}: {
  onHand: number;
  minQty: number;
  maxQty: number | null;
}) {
  return onHand < minQty ? (maxQty ?? minQty) - onHand : 0;
}

type Asked = { search: string; low: boolean };

const ways: Ways = { kinds: ["stock"], to: sql`select subject from hit` };

/** One page of the parts on the shelves, with what the catalog calls them. @param low those under their minimum alone */
export async function listStock(db: Db, { search, low }: Asked, at: Slice) {
  const page = (under: boolean, slice: Slice) => {
    const where = under ? sql`on_hand < min_qty` : sql`true`;
    const order = sql`nags_number`;
    return pageOf(db, { table: sql`stock_items`, where, search, ways, order, at: slice });
  };
  const { ids, total } = await page(low, at);
  const other = (await page(!low, { skip: 0, take: 1 })).total;
  const rows = inOrder(ids, await db.stockItem.findMany({ where: { id: { in: ids } } }));
  const known = await db.part.findMany({
    where: { nagsNumber: { in: rows.map(({ nagsNumber }) => nagsNumber) } },
    select: { nagsNumber: true, description: true },
  });
  const called = new Map(known.map(({ nagsNumber, description }) => [nagsNumber, description]));
  return {
    rows: rows.map((row) => ({ ...row, description: called.get(row.nagsNumber) ?? "" })),
    total,
    counts: low ? { all: other, low: total } : { all: total, low: other },
  };
}

/** One part on the shelves. @throws NotFound */
export function getStock(db: Db, id: string) {
  return db.stockItem.findUniqueOrThrow({ where: by("id", id) });
}

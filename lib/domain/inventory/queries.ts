import { numberHolds } from "@/lib/domain/catalog/catalog";
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

/** One page of the parts on the shelves, with what the catalogue calls them. @param low those under their minimum alone */
export async function listStock(
  db: Db,
  { search, low }: Asked,
  { skip, take }: { skip: number; take: number },
) {
  const under = { onHand: { lt: db.stockItem.fields.minQty } };
  const where = numberHolds(search);
  const rows = await db.stockItem.findMany({
    where: low ? { ...where, ...under } : where,
    orderBy: { nagsNumber: "asc" },
    skip,
    take,
  });
  const known = await db.part.findMany({
    where: { nagsNumber: { in: rows.map(({ nagsNumber }) => nagsNumber) } },
    select: { nagsNumber: true, description: true },
  });
  const called = new Map(known.map(({ nagsNumber, description }) => [nagsNumber, description]));
  const counts = {
    all: await db.stockItem.count({ where }),
    low: await db.stockItem.count({ where: { ...where, ...under } }),
  };
  return {
    rows: rows.map((row) => ({ ...row, description: called.get(row.nagsNumber) ?? "" })),
    total: low ? counts.low : counts.all,
    counts,
  };
}

/** One part on the shelves. @throws NotFound */
export function getStock(db: Db, id: string) {
  return db.stockItem.findUniqueOrThrow({ where: by("id", id) });
}

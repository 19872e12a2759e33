import type { z } from "zod";
import { keptNumber } from "@/lib/domain/catalog/catalog";
import { saveShown } from "@/lib/forms/shown";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditStock, NewStock } from "./stock";

/** Puts a part on the shelves. @throws Refusal for a number no part has, and one that is there already */
export async function addStock(db: Db, input: z.output<typeof NewStock>) {
  const nagsNumber = await keptNumber(db, input.nagsNumber, "nagsNumber");
  const [added] = await db.stockItem.createManyAndReturn({
    data: [{ ...input, nagsNumber }],
    skipDuplicates: true,
  });
  if (!added) throw new Refusal(`${nagsNumber} is on your shelves already.`, "nagsNumber");
  return added;
}

/** @throws NotFound; Overlap where somebody else counted meanwhile */
export const editStock = (db: Db, { id, shown, ...typed }: z.output<typeof EditStock>) =>
  saveShown({
    shown,
    typed,
    read: () => db.stockItem.findUniqueOrThrow({ where: by("id", id) }),
    save: (data, guard) => db.stockItem.updateMany({ where: { ...guard, id }, data }),
    together: [["minQty", "maxQty"]],
  });

/** @throws NotFound */
export const removeStock = (db: Db, id: string) => db.stockItem.delete({ where: by("id", id) });

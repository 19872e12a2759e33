import { z } from "zod";
import { keepNumbers, type PastedRow, pastedRows, refuseLine } from "@/lib/domain/catalog/pasted";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { NewStock } from "./stock";

type Row = PastedRow<z.output<typeof NewStock>>;

export const COLUMNS = {
  nagsNumber: "Part number",
  onHand: "On hand",
  minQty: "Minimum",
  maxQty: "Maximum",
  bin: "Bin",
};

export const PastedStock = z.object({ pasted: pastedRows(NewStock, COLUMNS) });

/** Puts each part on the shelves as its line tells. @returns the numbers that were not there before. @throws Refusal that names the line */
export async function saveStock(db: Db, pasted: Row[]): Promise<string[]> {
  const rows = await keepNumbers(db, pasted);
  const added = await db.stockItem.createManyAndReturn({
    data: rows.map(({ line: _, ...data }) => data),
    skipDuplicates: true,
    select: { nagsNumber: true },
  });
  const fresh = new Set(added.map(({ nagsNumber }) => nagsNumber));
  const others = rows.filter(({ nagsNumber }) => !fresh.has(nagsNumber));
  const numbers = others.map(({ nagsNumber }) => nagsNumber);
  const known = await db.stockItem.findMany({ where: { nagsNumber: { in: numbers } } });
  const items = new Map(known.map((item) => [item.nagsNumber, item]));
  for (const { line, nagsNumber, ...data } of others) {
    const item = items.get(nagsNumber);
    if (!item) continue;
    const { minQty, maxQty } = { ...item, ...data };
    if (maxQty !== null && maxQty < minQty)
      refuseLine(line, `${nagsNumber} would have a minimum of ${minQty} and a maximum of ${maxQty}.`);
    await db.stockItem.update({ where: by("id", item.id), data });
  }
  return [...fresh];
}

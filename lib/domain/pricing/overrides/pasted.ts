import { z } from "zod";
import { keepNumbers, type PastedRow, pastedRows } from "@/lib/domain/catalog/pasted";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { NewPart } from "./override";

type Row = PastedRow<z.output<typeof NewPart>>;

export const COLUMNS = { nagsNumber: "Part number", priceCents: "Your price", costCents: "Your cost" };

export const PastedParts = z.object({ pasted: pastedRows(NewPart, COLUMNS) });

/** Gives each part the price and the cost of its line. @returns the numbers that had none of the shop's own before. @throws Refusal that names the line */
export async function saveParts(db: Db, pasted: Row[]): Promise<string[]> {
  const rows = await keepNumbers(db, pasted);
  const numbers = rows.map(({ nagsNumber }) => nagsNumber);
  const known = await db.partOverride.findMany({ where: { nagsNumber: { in: numbers } } });
  const ids = new Map(known.map(({ nagsNumber, id }) => [nagsNumber, id]));
  const added = rows.filter(({ nagsNumber }) => !ids.has(nagsNumber));
  await db.partOverride.createMany({ data: added.map(({ line: _, ...data }) => data) });
  for (const { line: _, nagsNumber, ...data } of rows) {
    const id = ids.get(nagsNumber);
    if (id) await db.partOverride.update({ where: by("id", id), data });
  }
  return added.map(({ nagsNumber }) => nagsNumber);
}

import type { z } from "zod";
import { keptNumber } from "@/lib/domain/catalog/catalog";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditPart, NewPart } from "./override";

/** Gives a part a price or a cost of the shop's own. @throws Refusal for a number no part has, and one that is priced already */
export async function addOverride(db: Db, input: z.output<typeof NewPart>) {
  const nagsNumber = await keptNumber(db, input.nagsNumber, "nagsNumber");
  if (await db.partOverride.findFirst({ where: { nagsNumber } }))
    throw new Refusal(`${nagsNumber} has a price of your own already.`, "nagsNumber");
  return db.partOverride.create({ data: { ...input, nagsNumber } });
}

/** @throws NotFound */
export const editOverride = (db: Db, { id, ...data }: z.output<typeof EditPart>) =>
  db.partOverride.update({ where: by("id", id), data });

/** From then on the part is priced by the shop's rules. @throws NotFound */
export const removeOverride = (db: Db, id: string) => db.partOverride.delete({ where: by("id", id) });

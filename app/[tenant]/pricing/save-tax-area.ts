import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditTaxArea, NewTaxArea } from "./tax-area";

/** Adds an area that is taxed otherwise than the shop. @throws Refusal where the name is taken */
export async function addTaxArea(db: Db, input: z.output<typeof NewTaxArea>) {
  await refuseTwin(db, input.name, null);
  return db.taxArea.create({ data: input });
}

/** Saves an area in place of what it was. @throws NotFound; Refusal where the name is taken */
export async function changeTaxArea(db: Db, { id, ...data }: z.output<typeof EditTaxArea>) {
  await db.taxArea.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  await refuseTwin(db, data.name, id);
  return db.taxArea.update({ where: by("id", id), data });
}

async function refuseTwin(db: Db, name: string, id: string | null) {
  const twin = await db.taxArea.findFirst({ where: { name } });
  if (twin && twin.id !== id) throw new Refusal(`There is an area called ${name} already.`, "name");
}

import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { same } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { type EditSupplier, type NewSupplier, termsOf } from "./supplier";

/** Adds a supplier with its agreement. @throws Refusal where the name is taken */
export async function addSupplier(db: Db, { rules, ...data }: z.output<typeof NewSupplier>) {
  await refuseTwin(db, data.name, null);
  return db.supplier.create({ data: { ...data, terms: termsOf(rules) } });
}

/** Saves a supplier in place of what it was. @throws NotFound; Refusal where the name is taken */
export async function editSupplier(db: Db, { id, rules, ...data }: z.output<typeof EditSupplier>) {
  await db.supplier.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  await refuseTwin(db, data.name, id);
  return db.supplier.update({ where: by("id", id), data: { ...data, terms: termsOf(rules) } });
}

/** Prices do without them from then on. @throws NotFound */
export const removeSupplier = (db: Db, id: string) => db.supplier.delete({ where: by("id", id) });

async function refuseTwin(db: Db, name: string, id: string | null) {
  const twin = await db.supplier.findFirst({
    where: { name: same(name), ...(id && { id: { not: id } }) },
  });
  if (twin) throw new Refusal(`There is a supplier called ${twin.name} already.`, "name");
}

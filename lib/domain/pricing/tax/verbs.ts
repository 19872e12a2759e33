import type { z } from "zod";
import { changeSettings } from "@/lib/domain/shops/shop-settings";
import { Refusal } from "@/lib/refusal";
import { same } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditTaxArea, NewTaxArea } from "./area";
import type { SaveTax } from "./tax";

/** Adds an area that is taxed otherwise than the shop. @throws Refusal where the name or a place is taken */
export async function addTaxArea(db: Db, input: z.output<typeof NewTaxArea>) {
  await refuseTwin(db, input, null);
  return db.taxArea.create({ data: input });
}

/** Saves an area in place of what it was. @throws NotFound; Refusal where the name or a place is taken */
export async function changeTaxArea(db: Db, { id, ...data }: z.output<typeof EditTaxArea>) {
  await db.taxArea.findUniqueOrThrow({ where: by("id", id), select: { id: true } });
  await refuseTwin(db, data, id);
  return db.taxArea.update({ where: by("id", id), data });
}

type Area = Pick<z.output<typeof NewTaxArea>, "name" | "state" | "zips">;

/** Two areas never reach for the same place: nobody could tell which tax holds. */
async function refuseTwin(db: Db, { name, state, zips }: Area, id: string | null) {
  const another = id ? { id: { not: id } } : {};
  const named = await db.taxArea.findFirst({ where: { ...another, name: same(name) } });
  if (named) throw new Refusal(`There is an area called ${named.name} already.`, "name");
  const samePlace = zips.length > 0 ? { zips: { hasSome: zips } } : { state, zips: { isEmpty: true } };
  const there = await db.taxArea.findFirst({ where: { ...another, ...samePlace }, orderBy: { name: "asc" } });
  if (!there) return;
  const zip = zips.find((one) => there.zips.includes(one));
  if (zip) throw new Refusal(`${zip} is in ${there.name} already.`, "zips");
  throw new Refusal(`All of ${state} is ${there.name} already.`, "state");
}

/** From then on its places are taxed as the shop is. @throws NotFound */
export const removeTaxArea = (db: Db, id: string) => db.taxArea.delete({ where: by("id", id) });

/** Saves the taxes of a shop in place of those before, and which lines they are on. */
export async function replaceTax(db: Db, { rates, taxableKinds }: z.output<typeof SaveTax>): Promise<void> {
  await db.taxRate.deleteMany();
  await db.taxRate.createMany({ data: rates });
  await changeSettings(db, { taxableKinds });
}

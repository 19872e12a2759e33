import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditTaxArea, NewTaxArea } from "./tax-area";

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
  const others = await db.taxArea.findMany({
    where: {
      ...(id ? { id: { not: id } } : {}),
      OR: [
        { name: { equals: name, mode: "insensitive" } },
        { zips: { hasSome: zips } },
        ...(zips.length > 0 ? [] : [{ state, zips: { isEmpty: true } }]),
      ],
    },
    orderBy: { name: "asc" },
  });
  for (const other of others) {
    if (other.name.toLowerCase() === name.toLowerCase())
      throw new Refusal(`There is an area called ${other.name} already.`, "name");
    const zip = zips.find((one) => other.zips.includes(one));
    if (zip) throw new Refusal(`${zip} is in ${other.name} already.`, "zips");
    throw new Refusal(`All of ${state} is ${other.name} already.`, "state");
  }
}

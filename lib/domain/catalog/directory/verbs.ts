import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { same } from "@/lib/search";
import { isInUse, type SystemDb } from "@/lib/tenancy/tenancy";
import { asItWasShown } from "../as-shown";
import type { EditInsurer, EditTpa, NewInsurer, NewTpa } from "./forms";

// Insurers and their administrators, which every shop shares. Each verb returns the row before and after, for the log of changes.

/** @throws Refusal where another insurer has the name */
export async function addInsurer(db: SystemDb, input: z.output<typeof NewInsurer>) {
  const after = await insurerData(db, input);
  const { id } = await db.insurer.create({ data: after });
  return { id, before: null, after };
}

/** @throws NotFound; Refusal where another has the name, or somebody else changed it meanwhile */
export async function editInsurer(db: SystemDb, { id, shown, ...input }: z.output<typeof EditInsurer>) {
  const before = await asItWasShown(db, shown, () => db.insurer.findUniqueOrThrow({ where: { id } }));
  const after = await insurerData(db, input, id);
  await db.insurer.update({ where: { id }, data: after });
  return { id, before, after };
}

/** @throws NotFound; Refusal where shops have work or prices with it */
export async function deleteInsurer(db: SystemDb, id: string) {
  const { name, ...before } = await db.insurer.findUniqueOrThrow({ where: { id } });
  await db.insurer.delete({ where: { id } }).catch((error) => {
    if (!isInUse(error)) throw error;
    throw new Refusal(`Shops have quotes, claims or prices with ${name}, so it stays. You can rename it.`);
  });
  return { id, name, before, after: null };
}

/**
 * An insurer as kept; the release before reads the administrator's name.
 * @param id the insurer that may have the name; none for a new one. @throws Refusal where another has it.
 */
async function insurerData(db: SystemDb, { name, tpaId }: z.output<typeof NewInsurer>, id?: string) {
  const twin = await db.insurer.findFirst({ where: { name: same(name), ...(id && { id: { not: id } }) } });
  if (twin) throw new Refusal(`${twin.name} is in the list already.`, "name");
  const tpa = tpaId ? await db.tpa.findUniqueOrThrow({ where: { id: tpaId } }) : null;
  return { name, tpaId, tpaName: tpa?.name ?? null };
}

/** @throws Refusal where another administrator has the name */
export async function addTpa(db: SystemDb, after: z.output<typeof NewTpa>) {
  await refuseTwin(db, after.name);
  const { id } = await db.tpa.create({ data: after });
  return { id, before: null, after };
}

/** Its insurers carry its name, so they change with it. @throws NotFound; Refusal as for an insurer */
export async function editTpa(db: SystemDb, { id, shown, ...after }: z.output<typeof EditTpa>) {
  const before = await asItWasShown(db, shown, () => db.tpa.findUniqueOrThrow({ where: { id } }));
  await refuseTwin(db, after.name, id);
  await db.tpa.update({ where: { id }, data: after });
  await db.insurer.updateMany({ where: { tpaId: id }, data: { tpaName: after.name } });
  return { id, before, after };
}

/** @throws NotFound; Refusal while it takes an insurer's claims */
export async function deleteTpa(db: SystemDb, id: string) {
  const { name, ...before } = await db.tpa.findUniqueOrThrow({ where: { id } });
  const served = await db.insurer.count({ where: { tpaId: id } });
  if (served > 0)
    throw new Refusal(
      `${name} takes the claims of ${served === 1 ? "one insurer" : `${served} insurers`}, so it stays. Choose another for ${served === 1 ? "it" : "them"} first.`,
    );
  await db.tpa.delete({ where: { id } });
  return { id, name, before, after: null };
}

async function refuseTwin(db: SystemDb, name: string, id?: string): Promise<void> {
  const twin = await db.tpa.findFirst({ where: { name: same(name), ...(id && { id: { not: id } }) } });
  if (twin) throw new Refusal(`${twin.name} is in the list already.`, "name");
}

import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import type { SystemDb } from "@/lib/tenancy/tenancy";
import { asItWasShown } from "./as-shown";
import { listPriceBefore } from "./catalog";
import type { EditPart, NewPart, PartRow } from "./forms";
import type { Fit } from "./part-fields";
import { getPart, shared } from "./queries";
import { catalogDay } from "./today";

// Parts that every shop shares. Each verb returns the part before and after, for the log of changes.

/** @throws Refusal where the number is taken, or what replaces the part leads back to it */
export async function addPart(db: SystemDb, { part, fits }: z.output<typeof NewPart>) {
  await refuseTwin(db, part.nagsNumber);
  await refuseCircle(db, part);
  const { id } = await db.part.create({ data: part });
  await keepFits(db, id, fits);
  return { id, before: null, after: { ...part, fits } };
}

/** @throws NotFound; Refusal as for a new part, and where somebody else changed it meanwhile */
export async function editPart(db: SystemDb, { id, shown, part, fits }: z.output<typeof EditPart>) {
  const before = await asItWasShown(db, shown, () => getPart(db, id));
  await refuseTwin(db, part.nagsNumber, id);
  await refuseCircle(db, part);
  const listPriceBeforeCents = listPriceBefore(before, part, catalogDay());
  await db.part.update({ where: { id }, data: { ...part, listPriceBeforeCents } });
  await db.partFit.deleteMany({ where: { partId: id } });
  await keepFits(db, id, fits);
  return { id, before: { ...before, fits: before.fits.map(fitOf) }, after: { ...part, fits } };
}

/** @throws NotFound */
export async function deletePart(db: SystemDb, id: string) {
  const { nagsNumber, ...before } = await getPart(db, id);
  await db.part.delete({ where: { id } });
  return { id, nagsNumber, before, after: null };
}

const fitOf = ({ yearFrom, yearTo, make, model, bodyStyle }: Fit): Fit => ({
  yearFrom,
  yearTo,
  make,
  model,
  bodyStyle,
});

/** @param id the part that may have the number; none for a new one. @throws Refusal where another shared part has it. */
export async function refuseTwin(db: SystemDb, nagsNumber: string, id?: string): Promise<void> {
  const twin = await db.part.findUnique({ where: { owner_nagsNumber: { ...shared, nagsNumber } } });
  if (twin && twin.id !== id) throw new Refusal(`${nagsNumber} is in the catalog already.`, "nagsNumber");
}

/** The counter follows "replaced by" from part to part: it has to end. @throws Refusal where it comes back to the part itself. */
export async function refuseCircle(
  db: SystemDb,
  { nagsNumber, supersededBy }: Pick<PartRow, "nagsNumber" | "supersededBy">,
): Promise<void> {
  const passed = new Set<string>();
  for (let next = supersededBy; next && !passed.has(next); ) {
    passed.add(next);
    const part = await db.part.findUnique({ where: { owner_nagsNumber: { ...shared, nagsNumber: next } } });
    if (part?.supersededBy === nagsNumber) {
      const message = `${next} is superseded by ${nagsNumber} itself. Change that part first.`;
      throw new Refusal(message, "supersededBy");
    }
    next = part?.supersededBy ?? null;
  }
}

/** Adds the vehicles that a part fits. */
export async function keepFits(db: SystemDb, partId: string, fits: Fit[]): Promise<void> {
  await db.partFit.createMany({ data: fits.map((fit) => ({ ...fit, partId })) });
}

import type { Fit } from "@/lib/part-fields";
import { Refusal } from "@/lib/refusal";
import type { SystemDb } from "@/lib/tenancy/tenancy";
import { shared } from "../queries";

/** @param id the part that may have the number; none for a new one. @throws Refusal where another shared part has it. */
export async function refuseTwin(db: SystemDb, nagsNumber: string, id?: string): Promise<void> {
  const twin = await db.part.findUnique({ where: { owner_nagsNumber: { ...shared, nagsNumber } } });
  if (twin && twin.id !== id) throw new Refusal(`${nagsNumber} is in the catalogue already.`, "nagsNumber");
}

/** Adds the vehicles that a part fits. */
export async function keepFits(db: SystemDb, partId: string, fits: Fit[]): Promise<void> {
  await db.partFit.createMany({ data: fits.map((fit) => ({ ...fit, partId })) });
}

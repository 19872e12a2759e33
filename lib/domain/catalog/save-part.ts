import { Refusal } from "@/lib/refusal";
import type { SystemDb } from "@/lib/tenancy/tenancy";
import type { PartRow } from "./forms";
import type { Fit } from "./part-fields";
import { shared } from "./queries";

/** @param id the part that may have the number; none for a new one. @throws Refusal where another shared part has it. */
export async function refuseTwin(db: SystemDb, nagsNumber: string, id?: string): Promise<void> {
  const twin = await db.part.findUnique({ where: { owner_nagsNumber: { ...shared, nagsNumber } } });
  if (twin && twin.id !== id) throw new Refusal(`${nagsNumber} is in the catalogue already.`, "nagsNumber");
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

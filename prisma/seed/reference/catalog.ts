import type { SystemDb } from "../../../lib/tenancy/kernel";
import { insurers, tpas } from "./insurers";
import { demoParts } from "./parts";

/** Loads the demo parts with the vehicles they fit, and the insurers. What is there already stays as it is. */
export async function loadCatalog(db: SystemDb): Promise<void> {
  const added = await db.part.createManyAndReturn({
    data: demoParts.map(({ fits, ...part }) => ({
      ...part,
      listEffectiveFrom: new Date(part.listEffectiveFrom),
    })),
    skipDuplicates: true,
    select: { id: true, nagsNumber: true },
  });
  const fitsOf = new Map(demoParts.map(({ nagsNumber, fits }) => [nagsNumber, fits]));
  await db.partFit.createMany({
    data: added.flatMap(({ id, nagsNumber }) =>
      (fitsOf.get(nagsNumber) ?? []).map((fit) => ({ ...fit, partId: id })),
    ),
  });
  await loadInsurers(db);
}

async function loadInsurers(db: SystemDb): Promise<void> {
  await db.tpa.createMany({ data: tpas, skipDuplicates: true });
  const ids = new Map((await db.tpa.findMany()).map(({ id, name }) => [name, id]));
  await db.insurer.createMany({
    data: insurers.map(({ name, tpa }) => ({ name, tpaName: tpa, tpaId: ids.get(tpa ?? "") })),
    skipDuplicates: true,
  });
  // Insurers of a release that knew administrators by name alone.
  for (const [name, tpaId] of ids)
    await db.insurer.updateMany({ where: { tpaName: name, tpaId: null }, data: { tpaId } });
}

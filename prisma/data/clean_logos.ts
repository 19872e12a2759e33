import { cleanApart } from "../../lib/pictures/pictures.ts";
import type { DataMigration } from "../../lib/tenancy/data-migration.ts";

/** Logos that were kept before pictures were made anew. One that can't be read stays, and is shown nowhere: Settings asks for another. */
export default {
  name: "clean_logos",
  // A shop has one.
  rows: async (db, after) => {
    if (after) return [];
    const papers = await db.shopPaper.findMany({
      where: { logo: { not: null } },
      select: { tenantId: true, logo: true },
    });
    return papers.map(({ tenantId, logo }) => ({ id: tenantId, logo }));
  },
  change: async (db, rows) => {
    let changed = 0;
    for (const { logo } of rows) {
      const cleaned = logo && (await cleanApart(logo));
      const data =
        cleaned && "png" in cleaned
          ? { logo: new Uint8Array(cleaned.png), logoAt: new Date() }
          : { logoAt: null };
      changed += (await db.shopPaper.updateMany({ data })).count;
    }
    return changed;
  },
} satisfies DataMigration<{ id: string; logo: Uint8Array | null }>;

import { dayOf, type IsoDate } from "@/lib/dates";
import type { Db } from "@/lib/tenancy/tenancy";

/** All that a shop charges by, as plain data that can be kept: ids, cents, basis points, parts per million and ISO dates. */
export type Snapshot = Awaited<ReturnType<typeof readSnapshot>>;

/** The prices of a shop that has none. */
export const NO_PRICES: Snapshot = {
  profiles: [],
  parts: [],
  taxes: [],
  taxAreas: [],
  suppliers: [],
  settings: null,
};

/** A snapshot as it was kept, also one from before it held all that it holds now. */
export function snapshotOf(kept: unknown): Snapshot {
  return { ...NO_PRICES, ...(kept as Partial<Snapshot>) };
}

/**
 * Reads the prices that the editor edits. A fixed number of queries, whatever their size.
 * @param parts reads the shop's own prices of these parts alone; of all when left out
 */
export async function readSnapshot(db: Db, parts?: readonly string[]) {
  const profiles = await db.pricingProfile.findMany({
    omit: { tenantId: true, updatedAt: true },
    include: {
      rules: {
        omit: { tenantId: true, profileId: true },
        // Before the id, what tells two rules apart: rules that are saved again have ids of their own.
        orderBy: [{ pattern: "asc" }, { effectiveFrom: "asc" }, { effectiveTo: "asc" }, { id: "asc" }],
      },
    },
    orderBy: { name: "asc" },
  });
  const day = (column: Date | null): IsoDate | null => column && dayOf(column);
  return {
    profiles: profiles.map(({ rules, ...profile }) => ({
      ...profile,
      rules: rules.map(({ tiers, effectiveFrom, effectiveTo, ...rule }) => ({
        ...rule,
        tiers: tiers as unknown,
        effectiveFrom: day(effectiveFrom),
        effectiveTo: day(effectiveTo),
      })),
    })),
    parts: await db.partOverride.findMany({
      where: parts && { nagsNumber: { in: [...parts] } },
      omit: { tenantId: true },
      orderBy: { nagsNumber: "asc" },
    }),
    taxes: await db.taxRate.findMany({ omit: { tenantId: true }, orderBy: { name: "asc" } }),
    taxAreas: await db.taxArea.findMany({ omit: { tenantId: true }, orderBy: { name: "asc" } }),
    suppliers: await db.supplier.findMany({ omit: { tenantId: true }, orderBy: { name: "asc" } }),
    settings: await db.shopSettings.findFirst({
      select: { taxableKinds: true, kitCostCents: true, mouldingCostCents: true, clipCostCents: true },
    }),
  };
}

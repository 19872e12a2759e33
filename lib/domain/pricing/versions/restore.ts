import { midnightOf } from "@/lib/dates";
import { changeSettings } from "@/lib/domain/shops/shop-settings";
import type { Tier } from "@/lib/glass/pricing/rules";
import type { Db } from "@/lib/tenancy/tenancy";
import type { Snapshot } from "../snapshot";
import { USUALLY_TAXED } from "../tax/tax";

/**
 * Puts the rows of a snapshot in place of those that the editor has now, under the ids they had. Prices of an insurer that is in the
 * shared list no more stay away: nobody can be quoted by them.
 */
export async function restoreRows(
  db: Db,
  { profiles: kept, parts, taxes, taxAreas, suppliers, settings }: Snapshot,
): Promise<void> {
  const insurers = await db.insurer.findMany({
    where: { id: { in: kept.flatMap(({ insurerId }) => insurerId ?? []) } },
    select: { id: true },
  });
  const listed = new Set(insurers.map(({ id }) => id));
  const profiles = kept.filter(({ insurerId }) => !insurerId || listed.has(insurerId));
  await db.pricingProfile.deleteMany();
  await db.pricingProfile.createMany({
    data: profiles.map(({ rules: _, mobile, ...profile }) => ({ ...profile, mobile: mobile ?? undefined })),
  });
  await db.pricingRule.createMany({
    data: profiles.flatMap(({ id: profileId, rules }) =>
      rules.map(({ tiers, effectiveFrom, effectiveTo, ...rule }) => ({
        ...rule,
        profileId,
        tiers: (tiers as Tier[] | null) ?? undefined,
        effectiveFrom: effectiveFrom && midnightOf(effectiveFrom),
        effectiveTo: effectiveTo && midnightOf(effectiveTo),
      })),
    ),
  });
  await db.partOverride.deleteMany();
  await db.partOverride.createMany({ data: parts });
  await db.taxRate.deleteMany();
  await db.taxRate.createMany({ data: taxes });
  await db.taxArea.deleteMany();
  await db.taxArea.createMany({ data: taxAreas.map((area) => ({ ...area, rates: area.rates ?? [] })) });
  await restoreSuppliers(db, suppliers);
  const unset = {
    taxableKinds: USUALLY_TAXED,
    kitCostCents: null,
    mouldingCostCents: null,
    clipCostCents: null,
  };
  await changeSettings(db, settings ?? unset);
}

/** Agreements go back to what they were; how a supplier is reached does not. */
async function restoreSuppliers(db: Db, suppliers: Snapshot["suppliers"]): Promise<void> {
  const now = await db.supplier.findMany({ select: { id: true, phone: true, accountNumber: true } });
  const reached = new Map(now.map((row) => [row.id, row]));
  await db.supplier.deleteMany();
  await db.supplier.createMany({
    data: suppliers.map((row) => ({ ...row, ...reached.get(row.id), terms: row.terms ?? [] })),
  });
}

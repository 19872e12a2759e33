import { dateIn, type IsoDate } from "./dates";
import type { LineKind, Prices, Profile } from "./glass/quote-types";
import type { GlassRule, Tier } from "./glass/rules";
import type { Db } from "./tenancy/tenancy";

type Row = Awaited<ReturnType<typeof profileRows>>[number];

/** What of a stored profile, or of one that is being typed, makes prices. */
export type ProfileRow = Omit<
  Row,
  "id" | "tenantId" | "payer" | "insurerId" | "laborMode" | "updatedAt" | "rules"
> & {
  /** hourly or flat */
  laborMode: string;
  rules: RuleRow[];
};

type RuleRow = Omit<Row["rules"][number], "id" | "tenantId" | "profileId" | "tiers"> & { tiers: unknown };

function profileRows(db: Db) {
  return db.pricingProfile.findMany({ include: { rules: true }, orderBy: { name: "asc" } });
}

/** Everything a shop charges by: its cash profile, its profiles for insurance, its own parts, its taxes and its costs. */
export type PriceBook = Omit<Prices, "profile" | "shop"> & {
  /** Null in a shop that has not set its cash prices yet: nothing can be quoted. */
  cash: Profile | null;
  /** For insurance where the insurer has no profile of its own. */
  insurance: Profile | null;
  /** By insurer id. */
  insurers: Record<string, Profile>;
};

/**
 * Reads a shop's price book. Four queries, whatever its size.
 * @param parts reads the shop's own prices of these parts alone; of all when left out
 */
export async function loadPriceBook(db: Db, parts?: readonly string[]): Promise<PriceBook> {
  const profiles = await profileRows(db);
  const overrides = await db.partOverride.findMany({
    where: parts && { nagsNumber: { in: [...parts] } },
  });
  const taxes = await db.taxRate.findMany({ orderBy: { name: "asc" } });
  const settings = await db.shopSettings.findFirst();
  const plain = (payer: string) => profiles.find((row) => row.payer === payer && !row.insurerId);
  const ofInsurers = profiles.flatMap((row) =>
    row.insurerId ? [[row.insurerId, profileOf(row)] as const] : [],
  );
  return {
    cash: maybe(plain("cash")),
    insurance: maybe(plain("insurance")),
    insurers: Object.fromEntries(ofInsurers),
    partOverrides: overrides.map(({ nagsNumber, priceCents, costCents }) => ({
      nagsNumber,
      priceCents,
      costCents,
    })),
    jurisdictions: taxes.map(({ name, ratePpm }) => ({ name, rateBps: ratePpm / 100 })),
    taxableKinds: (settings?.taxableKinds ?? []) as LineKind[],
    costs: {
      kitCents: settings?.kitCostCents ?? null,
      mouldingCents: settings?.mouldingCostCents ?? null,
      clipCents: settings?.clipCostCents ?? null,
    },
  };
}

/**
 * The prices of one quote, for the engine.
 * @param payer who pays; with `insurerId` the insurer's own profile is used where the shop has one.
 * @returns null where the shop has not set its cash prices.
 */
export function pricesFor(
  book: PriceBook,
  payer: "cash" | "insurance",
  insurerId: string | null,
): Prices | null {
  const { cash, insurance, insurers, ...rest } = book;
  if (!cash) return null;
  const agreed = payer === "cash" ? null : (insurerId && insurers[insurerId]) || insurance;
  return { ...rest, shop: cash, profile: agreed };
}

const maybe = (row: Row | undefined): Profile | null => (row ? profileOf(row) : null);

/** A profile as the engine takes it. */
export function profileOf(row: ProfileRow): Profile {
  return {
    name: row.name,
    rules: row.rules.map(ruleOf),
    labor: { mode: row.laborMode === "flat" ? "flat" : "hourly", cents: row.laborCents },
    kitCents: row.kitCents,
    mouldingCents: row.mouldingCents,
    clipCents: row.clipCents,
    calStaticCents: row.calStaticCents,
    calDynamicCents: row.calDynamicCents,
    calDualCents: row.calDualCents,
    mobile: row.mobileCents === null ? null : { mode: "flat", cents: row.mobileCents },
    disposalCents: row.disposalCents,
    chipFirstCents: row.chipFirstCents,
    chipNextCents: row.chipNextCents,
  };
}

function ruleOf(rule: RuleRow): GlassRule {
  return {
    pattern: rule.pattern,
    kind: rule.kind as GlassRule["kind"],
    bps: rule.bps,
    cents: rule.cents,
    tiers: rule.tiers as Tier[] | null,
    effectiveFrom: isoOf(rule.effectiveFrom),
    effectiveTo: isoOf(rule.effectiveTo),
  };
}

/** A DATE column as ISO date: Prisma reads it as midnight UTC. */
export function isoOf(date: Date | null): IsoDate | null {
  return date && dateIn("UTC", date);
}

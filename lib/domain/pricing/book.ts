import { dateIn, dayOf, type IsoDate, midnightOf } from "@/lib/dates";
import type { LineKind } from "@/lib/glass/pricing/line-kinds";
import type { MobilePrice } from "@/lib/glass/pricing/mobile";
import type { Prices, Profile } from "@/lib/glass/pricing/quote-types";
import type { GlassRule, Tier } from "@/lib/glass/pricing/rules";
import type { Db } from "@/lib/tenancy/tenancy";
import { NO_PRICES, readSnapshot, type Snapshot, snapshotOf } from "./snapshot";

type Row = Snapshot["profiles"][number];

/** What of a stored profile, or of one that is being typed, makes prices. */
export type ProfileRow = Omit<Row, "id" | "payer" | "insurerId" | "accountType" | "mobile" | "rules"> & {
  /** A `MobilePrice`; where it is flat, or older than that, `mobileCents` holds. */
  mobile?: unknown;
  rules: RuleRow[];
};

type Day = Date | IsoDate | null;
type RuleRow = Omit<Row["rules"][number], "id" | "tiers" | "effectiveFrom" | "effectiveTo"> & {
  tiers: unknown;
  effectiveFrom: Day;
  effectiveTo: Day;
};

/** Everything a shop charges by: its cash profile, its profiles for insurance and accounts, its own parts, its taxes, its suppliers and its costs. */
export type PriceBook = Omit<Prices, "profile" | "shop"> & {
  /** Null in a shop that has not set its cash prices yet: nothing can be quoted. */
  cash: Profile | null;
  /** For insurance where the insurer has no profile of its own. */
  insurance: Profile | null;
  /** By insurer id. */
  insurers: Record<string, Profile>;
  /** By account type: for who pays without insurance. */
  accounts: Record<string, Profile>;
};

/**
 * The prices in force and the number of their version: the newest whose day has come on the shop's own calendar. A shop that has kept
 * no version yet is priced by its tables, and the number is null.
 * @param parts the shop's own prices of these parts alone; of all when left out
 */
export async function pricesInForce(
  db: Db,
  { parts, now = new Date() }: { parts?: readonly string[]; now?: Date } = {},
): Promise<{ book: PriceBook; version: number | null }> {
  const { timeZone } = await db.tenant.findFirstOrThrow({ select: { timeZone: true } });
  const held = await db.priceVersion.findFirst({
    where: { cancelledAt: null, effectiveFrom: { lte: midnightOf(dateIn(timeZone, now)) } },
    orderBy: { number: "desc" },
    select: { number: true, snapshot: true },
  });
  if (held) return { book: bookOf(snapshotOf(held.snapshot), parts), version: held.number };
  const onlyLater = await db.priceVersion.findFirst({ select: { number: true } });
  const snapshot = onlyLater ? NO_PRICES : await readSnapshot(db, parts);
  return { book: bookOf(snapshot), version: null };
}

/** The price book in force, see `pricesInForce`. A handful of queries, whatever its size. */
export async function loadPriceBook(db: Db, parts?: readonly string[], now?: Date): Promise<PriceBook> {
  return (await pricesInForce(db, { parts, now })).book;
}

/** A snapshot as a price book. @param parts keeps the shop's own prices of these parts alone */
export function bookOf(
  { profiles, parts: overrides, taxes, taxAreas, suppliers, settings }: Snapshot,
  parts?: readonly string[],
): PriceBook {
  const plain = (payer: string) => profiles.find((row) => row.payer === payer && !row.insurerId);
  const by = (key: "insurerId" | "accountType") =>
    Object.fromEntries(profiles.flatMap((row) => (row[key] ? [[row[key], profileOf(row)]] : [])));
  const wanted = parts && new Set(parts);
  return {
    cash: maybe(plain("cash")),
    insurance: maybe(plain("insurance")),
    insurers: by("insurerId"),
    accounts: by("accountType"),
    partOverrides: overrides
      .filter(({ nagsNumber }) => !wanted || wanted.has(nagsNumber))
      .map(({ nagsNumber, priceCents, costCents }) => ({ nagsNumber, priceCents, costCents })),
    jurisdictions: taxes.map(jurisdictionOf),
    taxableKinds: (settings?.taxableKinds ?? []) as LineKind[],
    taxAreas: taxAreas.map(({ name, state, zips, rates, taxableKinds }) => ({
      name,
      state,
      zips,
      jurisdictions: (rates as Rate[]).map(jurisdictionOf),
      taxableKinds: taxableKinds as LineKind[],
    })),
    suppliers: suppliers.map(({ name, preferred, terms }) => ({
      name,
      preferred,
      terms: terms as GlassRule[],
    })),
    costs: {
      kitCents: settings?.kitCostCents ?? null,
      mouldingCents: settings?.mouldingCostCents ?? null,
      clipCents: settings?.clipCostCents ?? null,
    },
  };
}

type Rate = { name: string; ratePpm: number };

const jurisdictionOf = ({ name, ratePpm }: Rate) => ({ name, rateBps: ratePpm / 100 });

/**
 * The prices of one quote, for the engine: the shop's own, with those of the insurer or of the customer's kind of account laid over.
 * @param payer who pays; with `insurerId` the insurer's own profile is used where the shop has one.
 * @param accountType what kind of account the customer is; it counts where they pay themselves.
 * @returns null where the shop has not set its cash prices.
 */
export function pricesFor(
  book: PriceBook,
  payer: "cash" | "insurance",
  insurerId: string | null,
  accountType: string | null,
): Prices | null {
  const { cash, insurance, insurers, accounts, ...rest } = book;
  if (!cash) return null;
  const ofAccount = (accountType && accounts[accountType]) || null;
  const agreed = payer === "cash" ? ofAccount : (insurerId && insurers[insurerId]) || insurance;
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
    mobile: mobileOf(row),
    disposalCents: row.disposalCents,
    chipFirstCents: row.chipFirstCents,
    chipNextCents: row.chipNextCents,
  };
}

function mobileOf({ mobile, mobileCents }: ProfileRow): MobilePrice | null {
  const kept = mobile as MobilePrice | undefined;
  if (kept && kept.mode !== "flat") return kept;
  return mobileCents === null ? null : { mode: "flat", cents: mobileCents };
}

function ruleOf(rule: RuleRow): GlassRule {
  return {
    pattern: rule.pattern,
    kind: rule.kind as GlassRule["kind"],
    bps: rule.bps,
    cents: rule.cents,
    tiers: rule.tiers as Tier[] | null,
    effectiveFrom: plainDay(rule.effectiveFrom),
    effectiveTo: plainDay(rule.effectiveTo),
  };
}

const plainDay = (day: Day): IsoDate | null => (typeof day === "string" ? day : isoOf(day));

/** A DATE column as ISO date: Prisma reads it as midnight UTC. */
function isoOf(date: Date | null): IsoDate | null {
  return date && dayOf(date);
}

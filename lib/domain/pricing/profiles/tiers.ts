import type { Tier } from "@/lib/glass/pricing/rules";
import { formatBps, formatCents, parseMoney, parsePercent } from "@/lib/money";

/** How steps are typed. */
export const STEPS_EXAMPLE = "45% to $500, 50% to $1,000, 55%";

export type TiersReading = { ok: true; tiers: Tier[] } | { ok: false; reason: string };

/**
 * Reads shares off list by list price, as "45% to $500, 50% to $1,000, 55%"; a step without an amount is for all above.
 * @returns the steps, or why they are none, in words for the person who typed them
 */
export function readTiers(text: string): TiersReading {
  const steps = text
    .split(/;|,\s+/)
    .map((step) => step.trim())
    .filter(Boolean)
    .map(readTier);
  const tiers = steps.filter((tier) => tier !== null);
  if (tiers.length === 0 || tiers.length < steps.length)
    return { ok: false, reason: `Enter steps such as ${STEPS_EXAMPLE}.` };
  if (tiers.some((tier) => tier.bps > 10_000)) return { ok: false, reason: "At most 100 % off list." };
  if (tiers.some((tier) => tier.bps === 10_000))
    return { ok: false, reason: "100 % off would make the glass free." };
  if (new Set(tiers.map((tier) => tier.upToCents)).size < tiers.length)
    return { ok: false, reason: "Two steps end at the same list price." };
  return { ok: true, tiers };
}

function readTier(step: string): Tier | null {
  const [, share = "", limit] = /^([\d.]+\s*%?)(?:\s*(?:up\s+)?to\s+(\S+))?$/i.exec(step) ?? [];
  const bps = parsePercent(share);
  if (bps === null) return null;
  if (limit === undefined) return { upToCents: null, bps };
  const upToCents = parseMoney(limit);
  return upToCents === null || upToCents <= 0 ? null : { upToCents, bps };
}

/** Steps as people type them, lowest first. */
export function tiersText(tiers: readonly Tier[]): string {
  const limit = (tier: Tier) => tier.upToCents ?? Number.POSITIVE_INFINITY;
  return tiers
    .toSorted((a, b) => limit(a) - limit(b))
    .map(({ bps, upToCents }) => formatBps(bps) + (upToCents === null ? "" : ` to ${formatCents(upToCents)}`))
    .join(", ");
}

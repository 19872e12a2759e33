import type { Actor } from "@/lib/auth/actor";
import { owners } from "@/lib/auth/roles";
import type { Bps, Cents } from "@/lib/money";

/** Whether what was taken off by hand is within the shop's limit, waits for somebody who may allow it, or is allowed. */
export type Approval = "none" | "needed" | "approved";

/** What was taken off by hand, of what the shop's own prices come to; both before tax. */
export type GivenAway = { cents: Cents; ofCents: Cents };

/**
 * Who has to agree to what was taken off by hand. An owner or admin who takes it off agrees by doing so.
 * @param limitBps the share of the price that anyone at the counter may take off; null is no limit.
 */
export function approvalFor(
  away: readonly GivenAway[],
  limitBps: Bps | null,
  { role, userName }: Pick<Actor, "role" | "userName">,
): { approval: Approval; approvedBy: string; givenAwayCents: Cents } {
  const givenAwayCents = Math.max(0, ...away.map(({ cents }) => cents));
  const isOver = limitBps !== null && away.some(({ cents, ofCents }) => cents * 10_000 > limitBps * ofCents);
  if (!isOver) return { approval: "none", approvedBy: "", givenAwayCents };
  if (!owners.includes(role)) return { approval: "needed", approvedBy: "", givenAwayCents };
  return { approval: "approved", approvedBy: userName, givenAwayCents };
}

import { headers } from "next/headers";
import { forbidden, notFound, redirect, unauthorized } from "next/navigation";
import { after } from "next/server";
import { type Actor, actorOf } from "@/lib/auth/actor";
import { isForeign } from "@/lib/auth/origin";
import type { Role } from "@/lib/auth/roles";
import type { Flag } from "@/lib/flags";
import { ownPath } from "@/lib/own-path";
import { recordCrossTenantIds, recordCrossTenantSlug } from "@/lib/security/security";
import { isNotFound, type NotFound } from "@/lib/tenancy/tenancy";

/** What a door needs to know of a feature. */
export type Gate = { feature: { flag?: Flag }; allow: readonly Role[] };

/** What a shop's address can look like; anything else, such as a stray file name, is nobody's. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Who asked: a person in a shop of theirs, a system administrator in none, or a guest of a shop, who has no account. */
export type Asker = { userId?: string; actorTenantId?: string };

/** The path the browser asked for, as proxy.ts noted it. For coming back after sign-in and for the log; it decides nothing. */
export async function pathAsked(): Promise<string> {
  return ownPath((await headers()).get("x-bastion-path")) ?? "/";
}

/** Who stands at the door: a member whom `allow` names, of a shop that has the feature. Anyone else is null: the same 404 for all. */
export async function admit(slug: string, gate: Gate): Promise<Actor | "signed-out" | null> {
  if (!SLUG.test(slug)) return null;
  const proof = await actorOf(slug);
  if (proof.kind === "signed-out") return "signed-out";
  if (proof.kind === "outsider") {
    const path = await pathAsked();
    after(() => recordCrossTenantSlug({ path, userId: proof.person.userId }, slug));
    return null;
  }
  const { actor } = proof;
  const { flag } = gate.feature;
  if (!gate.allow.includes(actor.role) || (flag && !actor.flags.includes(flag))) return null;
  return actor;
}

/** Like `admit`, and sends everyone else away: to sign-in from a page, with 401 from an action, with 404 where they don't belong. */
export async function admitOrLeave(slug: string, gate: Gate, from: "page" | "action"): Promise<Actor> {
  const actor = await admit(slug, gate);
  if (actor === "signed-out") {
    if (from === "action") unauthorized();
    redirect(`/sign-in?next=${encodeURIComponent(await pathAsked())}`);
  }
  return actor ?? notFound();
}

/**
 * What every action asks before anything else. From a page of another site it is 403. Arguments that no page of ours sends name
 * nothing: 404. TypeScript's types are no check, as whoever posts chooses the arguments.
 * @param bound what the action was bound to, such as the shop's slug.
 */
export async function requirePost(bound: unknown[], posted: unknown): Promise<void> {
  if (isForeign(await headers(), process.env.NEXTAUTH_URL)) forbidden();
  const made = bound.every((one) => typeof one === "string") && posted instanceof FormData;
  if (!made) notFound();
}

/** Notes, to be logged after the answer, which of the ids that were asked for and not found are another shop's. */
export async function noteCrossTenantAccess(who: Asker, error: NotFound): Promise<void> {
  const path = await pathAsked();
  const event = { userId: who.userId, actorTenantId: who.actorTenantId, path, model: error.model };
  after(() => recordCrossTenantIds(event, error.asked));
}

/** Runs what may not find what somebody named: that is 404, and noted. */
export async function or404<Result>(who: Asker, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await noteCrossTenantAccess(who, error);
    notFound();
  }
}

/** As whom the security log knows a member. */
export const askerOf = ({ userId, tenantId }: Actor): Asker => ({ userId, actorTenantId: tenantId });

import { headers } from "next/headers";
import { notFound, redirect, unauthorized } from "next/navigation";
import { after } from "next/server";
import { type Actor, actorOf } from "./auth/actor";
import type { Role } from "./auth/roles";
import type { Flag } from "./flags";
import { recordStrangerIds, recordStrangerSlug } from "./security";
import type { NotFound } from "./tenancy/tenancy";

/** What a door needs to know of a feature. */
export type Gate = { feature: { flag?: Flag }; allow: readonly Role[] };

/** What a shop's address can look like; anything else, such as a stray file name, is nobody's. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;
const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The path the browser asked for, as proxy.ts noted it. For coming back after sign-in and for the log; it decides nothing. */
export async function pathAsked(): Promise<string> {
  const path = (await headers()).get("x-bastion-path") ?? "/";
  return path.startsWith("/") && !path.startsWith("//") ? path : "/";
}

/** Who stands at the door: a member whom `allow` names, of a shop that has the feature. Anyone else is null: the same 404 for all. */
export async function admit(slug: string, gate: Gate): Promise<Actor | "signed-out" | null> {
  if (!SLUG.test(slug)) return null;
  const proof = await actorOf(slug);
  if (proof.kind === "signed-out") return "signed-out";
  if (proof.kind === "stranger") {
    const path = await pathAsked();
    after(() => recordStrangerSlug({ path, userId: proof.person.userId }, slug));
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

/** Logs after the answer whether what was not found is another shop's. `named` is all that the request named. */
export async function noteStranger(actor: Actor, error: NotFound, named: unknown): Promise<void> {
  const path = await pathAsked();
  const ids = `${path} ${JSON.stringify(named ?? "")}`.match(UUIDS) ?? [];
  const event = { path, userId: actor.userId, actorTenantId: actor.tenantId, model: error.model };
  after(() => recordStrangerIds(event, [...new Set(ids)]));
}

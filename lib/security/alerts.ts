import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import { postSystemMail } from "@/lib/mail/post";
import { PRODUCT } from "@/lib/product";
import { type SystemDb, withSystem } from "@/lib/tenancy/tenancy";

/** What repeats: a person's attempts at other shops, or failed sign-ins on a person's account. */
export type Repeated = "cross_tenant" | "sign_in";

const MINUTE = 60_000;
const counted = {
  minutes: 15,
  cross_tenant: ["cross_tenant"],
  sign_in: ["sign_in_failed", "sign_in_throttled"],
};

type Finding = {
  about: Repeated;
  userId: string;
  times: number;
  works: string[];
  targets: Map<string, number>;
};

/**
 * Mails the system administrators once something has repeated too often within fifteen minutes, and again after an hour at the
 * earliest, and writes it to the log in any case.
 */
export async function alertOnRepeats(about: Repeated, userId: string): Promise<void> {
  const to = env().SECURITY_ALERT_EMAIL;
  const found = await withSystem(async (db) => {
    const found = await claim(db, about, userId);
    if (found && to) await postSystemMail(db, { to, ...mailOf(found) });
    return found;
  });
  if (found)
    log.warn("Security alert", {
      about,
      person: userId,
      times: found.times,
      within: `${counted.minutes} minutes`,
    });
}

/** Counts, and notes that the alert is out, under a lock: two events at once send one mail. */
async function claim(db: SystemDb, about: Repeated, userId: string): Promise<Finding | null> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`alert:${about}:${userId}`}, 0))`;
  const since = (minutes: number) => ({ gte: new Date(Date.now() - minutes * MINUTE) });
  const sent = await db.securityEvent.count({
    where: { kind: "alert_sent", userId, at: since(60), detail: { path: ["about"], equals: about } },
  });
  if (sent > 0) return null;
  const events = await db.securityEvent.findMany({
    where: { userId, kind: { in: counted[about] }, at: since(counted.minutes) },
    select: { targetTenantId: true },
    take: 10_000,
  });
  const { SECURITY_ALERT_ATTEMPTS, SECURITY_ALERT_SIGN_INS } = env();
  if (events.length < (about === "cross_tenant" ? SECURITY_ALERT_ATTEMPTS : SECURITY_ALERT_SIGN_INS))
    return null;
  await db.securityEvent.create({
    data: { kind: "alert_sent", userId, path: "", detail: { about, times: events.length } },
  });
  const places = await db.membership.findMany({ where: { userId }, select: { tenantId: true } });
  const targetIds = events.flatMap(({ targetTenantId }) => targetTenantId ?? []);
  const nameOf = await namesOf(db, [...targetIds, ...places.map(({ tenantId }) => tenantId)]);
  const targets = new Map<string, number>();
  for (const target of targetIds) targets.set(nameOf(target), (targets.get(nameOf(target)) ?? 0) + 1);
  return {
    about,
    userId,
    times: events.length,
    works: places.map(({ tenantId }) => nameOf(tenantId)),
    targets,
  };
}

async function namesOf(db: SystemDb, ids: string[]): Promise<(id: string) => string> {
  const shops = await db.tenant.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "a shop that is gone";
}

/** What a system administrator needs to act: how often, who by id, which shops. No name of a person, nothing a shop has stored. */
export function mailOf({ about, userId, times, works, targets }: Finding): { subject: string; text: string } {
  const what =
    about === "cross_tenant"
      ? `One person asked ${times} times for what belongs to shops they do not work in`
      : `Sign-in failed ${times} times on one account`;
  const lines = [
    `${what}, within ${counted.minutes} minutes.`,
    "",
    `Person: ${userId}`,
    `Works in: ${works.join(", ") || "no shop"}`,
    ...[...targets].map(([name, count]) => `Asked for: ${name}, ${count} times`),
    "",
    "Every attempt was refused. All of it is in the security log:",
    `${env().NEXTAUTH_URL ?? ""}/platform/security?person=${userId}`,
    "",
    "The next mail about this comes in an hour at the earliest.",
  ];
  return { subject: `${PRODUCT.name}: ${what.toLowerCase()}`, text: lines.join("\n") };
}

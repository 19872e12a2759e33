import { alertOnRepeats } from "./security-alerts";
import { ownersOf, tenantOfSlug } from "./tenancy/analytics";
import { withSystem } from "./tenancy/tenancy";

type SecurityEvent = {
  kind: "cross_tenant" | "sign_in_failed" | "sign_in_throttled";
  path: string;
  userId?: string;
  actorTenantId?: string;
  targetTenantId?: string;
  detail?: Record<string, string>;
};

/** What a shop is told. `outside_id` and `outside_shop` are told whether or not there is such a row or shop anywhere. */
type ShopEvent = {
  kind: "outside_id" | "outside_shop" | "sign_in_failed" | "sign_in_throttled";
  userId: string;
  place?: string;
};

/** Runs after an answer was given. A log that can't be written never breaks a request. */
async function log(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    console.error("A security event could not be written:", (error as Error).message);
  }
}

/** Adds to the security log, which no shop can read. */
async function record({ detail, ...event }: SecurityEvent): Promise<void> {
  await withSystem((db) =>
    db.securityEvent.create({ data: { ...event, path: event.path.slice(0, 500), detail: detail ?? {} } }),
  );
}

/** Adds to the logs of the shops that a person works in, or of one of them. Others are told nothing. */
async function tellShops({ userId, ...event }: ShopEvent, only?: string): Promise<void> {
  await withSystem(async (db) => {
    const places = await db.membership.findMany({
      where: { userId, ...(only && { tenantId: only }) },
      include: { user: true },
    });
    await db.shopSecurityEvent.createMany({
      data: places.map(({ tenantId, user }) => ({ ...event, tenantId, userId, userName: user.name })),
    });
  });
}

/** A path as its own shop may see it kept: without slug, query and ids. */
const placeOf = (path: string) =>
  path
    .replace(/[?#].*$/, "")
    .replace(/^\/[^/]+/, "")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "…")
    .slice(0, 200) || "/";

/**
 * After a 404 was answered: was one of these ids another shop's? Runs after the response, so that timing and body are those of any 404.
 * The person's own shop is told in any case that an id was not its own, so that its log tells nobody which ids exist elsewhere.
 * @param ids what the request named; the first twenty ids are looked at.
 */
export function recordStrangerIds(
  event: { path: string; userId: string; actorTenantId: string; model?: string },
  ids: string[],
): Promise<void> {
  return log(async () => {
    if (ids.length === 0) return;
    const { model, ...where } = event;
    const told = { kind: "outside_id", userId: event.userId, place: placeOf(event.path) } as const;
    await tellShops(told, event.actorTenantId);
    const found = await ownersOf(ids.slice(0, 20));
    const others = found.filter(({ tenantId }) => tenantId !== event.actorTenantId);
    for (const { id, tenantId } of others)
      await record({
        ...where,
        kind: "cross_tenant",
        targetTenantId: tenantId,
        detail: { id, ...(model && { model }) },
      });
    if (others.length > 0) await alertOnRepeats("cross_tenant", event.userId);
  });
}

/** After a 404 was answered: did a signed-in person knock at a shop that is there and not theirs? Their own shops are told in any case. */
export function recordStrangerSlug(event: { path: string; userId: string }, slug: string): Promise<void> {
  return log(async () => {
    await tellShops({ kind: "outside_shop", userId: event.userId });
    const tenantId = await tenantOfSlug(slug);
    if (!tenantId) return;
    await record({ ...event, kind: "cross_tenant", targetTenantId: tenantId, detail: { slug } });
    await alertOnRepeats("cross_tenant", event.userId);
  });
}

/** After a sign-in was refused: whose account was it? Call it after the answer, which takes the same time for nobody's address. */
export function recordFailedSignIn(
  kind: "sign_in_failed" | "sign_in_throttled",
  email: string,
): Promise<void> {
  return log(async () => {
    const user = await withSystem((db) =>
      db.user.findUnique({ where: { email: email.trim().toLowerCase() } }),
    );
    await record({ kind, path: "/sign-in", userId: user?.id });
    if (!user) return;
    await tellShops({ kind, userId: user.id });
    await alertOnRepeats("sign_in", user.id);
  });
}

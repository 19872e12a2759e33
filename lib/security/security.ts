import type { Email } from "@/lib/email";
import { log } from "@/lib/log/log";
import { ownersOf, tenantOfSlug } from "@/lib/tenancy/analytics";
import { withSystem } from "@/lib/tenancy/tenancy";
import { alertOnRepeats } from "./alerts";

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
async function unbroken(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    log.error("A security event could not be written", { error });
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

/** Percent-encoding taken away, so that an id can't hide in it; what can't be decoded stays as it came. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path as its own shop may see it kept: without slug, query and ids. */
const placeOf = (path: string) =>
  decoded(path.replace(/[?#].*$/, ""))
    .replace(/^\/[^/]+/, "")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "…")
    .slice(0, 200) || "/";

/** So many rows of other shops are recorded of one request. */
const MOST_RECORDED = 20;

/**
 * After a 404 was answered: was one of these ids another shop's? Runs after the response, so that timing and body are those of any 404.
 * The person's own shop is told in any case that an id was not its own, so that its log tells nobody which ids exist elsewhere.
 * @param asked every id that the request asked the database for, those of its own shop among them.
 */
export function recordCrossTenantIds(
  event: { path: string; userId?: string; actorTenantId?: string; model?: string },
  asked: readonly string[],
): Promise<void> {
  return unbroken(async () => {
    if (asked.length === 0) return;
    const { model, ...where } = event;
    const { userId, actorTenantId, path } = event;
    if (userId && actorTenantId)
      await tellShops({ kind: "outside_id", userId, place: placeOf(path) }, actorTenantId);
    const found = await ownersOf([...asked]);
    const others = found.filter(({ tenantId }) => tenantId !== actorTenantId).slice(0, MOST_RECORDED);
    for (const { id, tenantId } of others)
      await record({
        ...where,
        kind: "cross_tenant",
        targetTenantId: tenantId,
        detail: { id, ...(model && { model }) },
      });
    if (others.length > 0 && userId) await alertOnRepeats("cross_tenant", userId);
  });
}

/** After a 404 was answered: did a signed-in person knock at a shop that is there and not theirs? Their own shops are told in any case. */
export function recordCrossTenantSlug(event: { path: string; userId: string }, slug: string): Promise<void> {
  return unbroken(async () => {
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
  email: Email | null,
): Promise<void> {
  return unbroken(async () => {
    const user = email && (await withSystem((db) => db.user.findUnique({ where: { email } })));
    await record({ kind, path: "/sign-in", userId: user?.id });
    if (!user) return;
    await tellShops({ kind, userId: user.id });
    await alertOnRepeats("sign_in", user.id);
  });
}

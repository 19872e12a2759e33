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

/** Adds to the security log, which no shop can read. A log that can't be written never breaks a request. */
export async function recordSecurityEvent({ detail, ...event }: SecurityEvent): Promise<void> {
  try {
    await withSystem((db) =>
      db.securityEvent.create({ data: { ...event, path: event.path.slice(0, 500), detail: detail ?? {} } }),
    );
  } catch (error) {
    console.error("A security event could not be written:", (error as Error).message);
  }
}

/**
 * After a 404 was answered: was one of these ids another shop's? Runs after the response, so that timing and body are those of any 404.
 * @param ids what the request named; the first twenty ids are looked at.
 */
export async function recordStrangerIds(
  event: { path: string; userId: string; actorTenantId: string; model?: string },
  ids: string[],
): Promise<void> {
  const { model, ...where } = event;
  for (const { id, tenantId } of await ownersOf(ids.slice(0, 20))) {
    if (tenantId === event.actorTenantId) continue;
    await recordSecurityEvent({
      ...where,
      kind: "cross_tenant",
      targetTenantId: tenantId,
      detail: { id, ...(model && { model }) },
    });
  }
}

/** After a 404 was answered: did a signed-in person knock at a shop that is there and not theirs? */
export async function recordStrangerSlug(
  event: { path: string; userId: string },
  slug: string,
): Promise<void> {
  const tenantId = await tenantOfSlug(slug);
  if (tenantId)
    await recordSecurityEvent({ ...event, kind: "cross_tenant", targetTenantId: tenantId, detail: { slug } });
}

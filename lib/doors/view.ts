import type { Actor } from "@/lib/auth/actor";
import { type Db, withTenant } from "@/lib/tenancy/tenancy";
import { admitOrLeave, askerOf, type Gate, or404 } from "./door";

/**
 * The door to read: who, which shop, may they, is it on; then `query` in one transaction that is that shop's.
 * Signed out goes to sign-in and comes back; asker, wrong role, feature off and another shop's id are one and the same 404.
 * @param tenant the slug from the URL.
 */
export async function view<Result>(
  { tenant, ...gate }: Gate & { tenant: string },
  query: (db: Db, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const actor = await admitOrLeave(tenant, gate, "page");
  return or404(askerOf(actor), () => withTenant(actor.tenantId, (db) => query(db, actor)));
}

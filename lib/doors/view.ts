import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { type Db, isNotFound, withTenant } from "@/lib/tenancy/tenancy";
import { admitOrLeave, type Gate, noteStranger } from "./door";

/**
 * The door to read: who, which shop, may they, is it on; then `query` in one transaction that is that shop's.
 * Signed out goes to sign-in and comes back; stranger, wrong role, feature off and another shop's id are one and the same 404.
 * @param tenant the slug from the URL.
 */
export async function view<Result>(
  { tenant, ...gate }: Gate & { tenant: string },
  query: (db: Db, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const actor = await admitOrLeave(tenant, gate, "page");
  try {
    return await withTenant(actor.tenantId, (db) => query(db, actor));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await noteStranger({ userId: actor.userId, actorTenantId: actor.tenantId }, error);
    notFound();
  }
}

import "server-only";
import { env } from "../env";
import { here } from "./guard";
import { type Kernel, openKernel, requireUuid } from "./kernel";

export { isInUse, isNotFound, isTaken, NotFound, Taken } from "./errors";
export type { Db, SystemDb } from "./kernel";
export type { TenantId } from "./scope";
export { isUuid } from "./scope";

// One kernel a process, also when a development server loads this file again.
const store = globalThis as { bastionKernel?: Kernel };

function kernel() {
  store.bastionKernel ??= openKernel({
    url: env().DATABASE_URL,
    key: env().TENANCY_KEY,
    poolSize: env().DATABASE_POOL_SIZE,
  });
  return store.bastionKernel;
}

/** See `openKernel`. */
export const withTenant: Kernel["withTenant"] = (tenantId, run) => kernel().withTenant(tenantId, run);

/** See `openKernel`. For identity, the security log and platform/'s doors alone; a test keeps it so. */
export const withSystem: Kernel["withSystem"] = (run) => kernel().withSystem(run);

/** See `openKernel`. */
export const everyTenant: Kernel["everyTenant"] = (visit) => kernel().everyTenant(visit);

/** Refuses at boot what would be refused at the first query. */
export const ready: Kernel["ready"] = () => kernel().ready();

type By<Name extends string, Value> = {
  [K in `tenantId_${Name}`]: { [F in Name | "tenantId"]: F extends "tenantId" ? string : Value };
};

/**
 * The unique key of one row in this shop: `db.job.update({ where: by("id", id), ... })`.
 * @param name the field that is unique within a shop. @throws NotFound where an id has not the form of one.
 */
export function by<Name extends string, Value>(name: Name, value: Value): By<Name, Value> {
  if (name === "id") requireUuid(String(value));
  return { [`tenantId_${name}`]: { tenantId: here, [name]: value } } as By<Name, Value>;
}

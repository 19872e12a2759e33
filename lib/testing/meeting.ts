import type { Db, Kernel } from "../tenancy/kernel";
import type { TenantId } from "../tenancy/scope";
import type { TestDatabase } from "./database";

/**
 * Runs two transactions of a shop so that they truly meet: the first has done its work and stays open until the second waits for it,
 * or has ended without waiting.
 * @returns what came of both, in their order
 */
export async function meet<One, Two>(
  { admin }: TestDatabase,
  kernel: Kernel,
  tenantId: TenantId,
  first: (db: Db) => Promise<One>,
  second: (db: Db) => Promise<Two>,
) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let tellPid = (_pid: number) => {};
  const done = new Promise<number>((resolve) => {
    tellPid = resolve;
  });
  const one = kernel.withTenant(tenantId, async (db) => {
    const result = await first(db);
    const [row] = await db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    tellPid(row?.pid ?? 0);
    await released;
    return result;
  });
  const pid = await Promise.race([done, one.then(() => 0)]);
  let ended = false;
  const two = kernel.withTenant(tenantId, second).finally(() => {
    ended = true;
  });
  const both = Promise.allSettled([one, two] as const);
  for (let waits = false; !waits && !ended; ) {
    const { rows } = await admin.query(
      "select count(*)::int as waiting from pg_stat_activity where $1 = any(pg_blocking_pids(pid))",
      [pid],
    );
    waits = rows[0].waiting > 0;
    if (!waits) await new Promise(setImmediate);
  }
  release();
  return both;
}

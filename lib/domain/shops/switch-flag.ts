import type { Db } from "@/lib/tenancy/tenancy";

/** Switches a feature of the shop on or off; what it keeps stays. */
export async function switchFlag(db: Db, flag: string, enabled: boolean): Promise<void> {
  await db.tenantFlag.createMany({ data: [{ flag, enabled }], skipDuplicates: true });
  await db.tenantFlag.updateMany({ where: { flag }, data: { enabled } });
}

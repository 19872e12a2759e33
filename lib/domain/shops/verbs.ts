import type { z } from "zod";
import { saveShown } from "@/lib/forms/shown";
import { formatBps } from "@/lib/money";
import type { Db } from "@/lib/tenancy/tenancy";
import type { DiscountLimitForm, FlagForm, ShopForm } from "./forms";
import { holdSettings } from "./shop-settings";

/** @throws Overlap where somebody else changed the same meanwhile */
export const saveShop = (db: Db, { shown, ...typed }: z.output<typeof ShopForm>) =>
  saveShown({
    shown,
    typed,
    read: () => db.tenant.findFirstOrThrow(),
    save: (data, guard) => db.tenant.updateMany({ where: guard, data }),
    together: [["street", "city", "state", "zip", "timeZone"]],
  });

/**
 * Sets how much may be taken off by hand without an owner; it holds for quotes made or changed from then on. @throws Overlap where
 * somebody else changed it meanwhile
 */
export async function saveDiscountLimit(db: Db, { shown, ...typed }: z.output<typeof DiscountLimitForm>) {
  // Nobody else changes them until this is over: what is read is what is saved over.
  await holdSettings(db);
  await saveShown({
    shown,
    typed,
    read: () => db.shopSettings.findFirstOrThrow(),
    save: (data) => db.shopSettings.updateMany({ data }),
    words: { discountLimitBps: (bps: number | null) => (bps === null ? "no limit" : formatBps(bps)) },
  });
}

/** Switches a feature of the shop on or off; what it keeps stays. */
export async function switchFlag(db: Db, { flag, enabled }: z.output<typeof FlagForm>): Promise<void> {
  await db.tenantFlag.createMany({ data: [{ flag, enabled }], skipDuplicates: true });
  await db.tenantFlag.updateMany({ where: { flag }, data: { enabled } });
}

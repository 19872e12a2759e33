import type { Db } from "@/lib/tenancy/tenancy";

type Settings = Parameters<Db["shopSettings"]["updateMany"]>[0]["data"];

/** Changes what is told of a shop's settings, and leaves the rest. They are one row: whoever saves first makes it, also of two at once. */
export async function changeSettings(db: Db, data: Settings): Promise<void> {
  await db.shopSettings.createMany({ data: [{}], skipDuplicates: true });
  await db.shopSettings.updateMany({ data });
}

/** Makes whoever else holds or changes the shop's settings wait until this transaction is over. */
export const holdSettings = (db: Db): Promise<void> =>
  changeSettings(db, { quoteValidDays: { increment: 0 } });

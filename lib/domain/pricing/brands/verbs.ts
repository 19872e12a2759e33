import type { z } from "zod";
import { holdSettings } from "@/lib/domain/shops/shop-settings";
import type { Db } from "@/lib/tenancy/tenancy";
import type { SaveBrands } from "./forms";

/** Saves a shop's lists of brands in place of those before. Of two that do so at once, the second's stay. */
export async function replaceBrands(db: Db, { lists }: z.output<typeof SaveBrands>): Promise<void> {
  await holdSettings(db);
  await db.brandPreference.deleteMany();
  await db.brandPreference.createMany({ data: lists });
}

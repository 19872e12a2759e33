import type { z } from "zod";
import { changeSettings } from "@/lib/domain/shops/shop-settings";
import type { Db } from "@/lib/tenancy/tenancy";
import type { SaveCosts } from "./costs";

/** Saves what the shop pays for what goes with the glass. */
export async function replaceCosts(db: Db, costs: z.output<typeof SaveCosts>): Promise<void> {
  await changeSettings(db, costs);
}

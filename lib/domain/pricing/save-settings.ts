import type { z } from "zod";
import { changeSettings } from "@/lib/domain/shops/shop-settings";
import type { Db } from "@/lib/tenancy/tenancy";
import type { SaveCosts } from "./costs";
import type { SaveTax } from "./tax/tax";

/** Saves the taxes of a shop in place of those before, and which lines they are on. */
export async function replaceTax(db: Db, { rates, taxableKinds }: z.output<typeof SaveTax>): Promise<void> {
  await db.taxRate.deleteMany();
  await db.taxRate.createMany({ data: rates });
  await changeSettings(db, { taxableKinds });
}

/** Saves what the shop pays for what goes with the glass. */
export async function replaceCosts(db: Db, costs: z.output<typeof SaveCosts>): Promise<void> {
  await changeSettings(db, costs);
}

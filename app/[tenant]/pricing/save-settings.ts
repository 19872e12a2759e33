import type { z } from "zod";
import type { Db } from "@/lib/tenancy/tenancy";
import type { SaveCosts } from "./costs";
import type { SaveTax } from "./tax";

/** Saves the taxes of a shop in place of those before, and which lines they are on. */
export async function replaceTax(db: Db, { rates, taxableKinds }: z.output<typeof SaveTax>): Promise<void> {
  await db.taxRate.deleteMany();
  await db.taxRate.createMany({ data: rates });
  await setSettings(db, { taxableKinds });
}

/** Saves what the shop pays for what goes with the glass. */
export async function replaceCosts(db: Db, costs: z.output<typeof SaveCosts>): Promise<void> {
  await setSettings(db, costs);
}

type Settings = { taxableKinds: string[] } & z.output<typeof SaveCosts>;

/** The settings are one row, made by whoever saves first. What is left out stays as it is. */
export async function setSettings(db: Db, data: Partial<Settings>): Promise<void> {
  const { count } = await db.shopSettings.updateMany({ data });
  if (count === 0) await db.shopSettings.create({ data });
}

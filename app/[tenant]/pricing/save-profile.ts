import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import type { Db } from "@/lib/tenancy/tenancy";
import { keyOf, payerNames, type SaveProfile } from "./profile";
import { STARTING, startingPrices } from "./starting-prices";

type Input = z.output<typeof SaveProfile>;

/**
 * Saves the prices of one payer in place of those before.
 * @throws Refusal when somebody else changed them meanwhile, or the insurer has prices already
 */
export async function replaceProfile(db: Db, { payer, insurerId, version, rules, ...prices }: Input) {
  const key = keyOf(payer, insurerId);
  const name = payer === "insurer" ? await insurerName(db, key.insurerId) : payerNames[payer];
  const saved = await db.pricingProfile.findFirst({ where: key });
  if (!saved) {
    const data = { ...key, ...prices, name, rules: { create: rules } };
    const { id } = await db.pricingProfile.create({ data });
    return { id, name };
  }
  if (payer === "insurer" && version === "")
    throw new Refusal(`${name} has prices of its own already.`, "insurerId");
  const { count } = await db.pricingProfile.updateMany({
    where: { id: saved.id, updatedAt: new Date(version || 0) },
    data: { ...prices, name },
  });
  if (count === 0)
    throw new Refusal(
      "These prices were changed meanwhile, in another window or by somebody else. Reload to see them.",
    );
  await db.pricingRule.deleteMany({ where: { profileId: saved.id } });
  await db.pricingRule.createMany({ data: rules.map((rule) => ({ ...rule, profileId: saved.id })) });
  return { id: saved.id, name };
}

async function insurerName(db: Db, insurerId: string | null): Promise<string> {
  const insurer = await db.insurer.findFirst({ where: { id: insurerId ?? "" } });
  if (!insurer) throw new Refusal("Choose an insurer.", "insurerId");
  return insurer.name;
}

/** Gives a shop without prices something to begin from; payers that have prices keep them. */
export async function startProfiles(db: Db): Promise<void> {
  const start = startingPrices();
  for (const payer of ["cash", "insurance"] as const) {
    const key = keyOf(payer, null);
    if (await db.pricingProfile.findFirst({ where: key })) continue;
    const { rules, ...prices } = start[payer];
    const name = payerNames[payer] + STARTING;
    await db.pricingProfile.create({ data: { ...key, ...prices, name, rules: { create: rules } } });
  }
}

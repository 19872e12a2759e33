import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { accountProfileName, keyOf, payerNames, type SaveProfile, type Whose } from "./profile";
import { STARTING, startingPrices } from "./starting-prices";

type Input = z.output<typeof SaveProfile>;

/**
 * Saves the prices of one payer in place of those before.
 * @throws Refusal when somebody else changed them meanwhile, or the insurer or the kind of account has prices already
 */
export async function replaceProfile(
  db: Db,
  { payer, insurerId, accountType, version, rules, ...prices }: Input,
) {
  const whose = { payer, insurerId, accountType };
  const key = keyOf(whose);
  const name = await nameOf(db, whose);
  const saved = await db.pricingProfile.findFirst({ where: key });
  if (!saved) {
    const data = { ...key, ...prices, name, rules: { create: rules } };
    const { id } = await db.pricingProfile.create({ data });
    return { id, name };
  }
  const field = ownField[payer];
  if (field && version === "") throw new Refusal(`There are prices of ${name} already.`, field);
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

/** The field that names whose own prices they are. */
const ownField: Partial<Record<Whose["payer"], string>> = { insurer: "insurerId", account: "accountType" };

async function nameOf(db: Db, { payer, insurerId, accountType }: Whose): Promise<string> {
  if (payer === "insurer") return insurerName(db, insurerId);
  return payer === "account" ? accountProfileName(accountType ?? "") : payerNames[payer];
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
    const key = keyOf({ payer, insurerId: null, accountType: null });
    if (await db.pricingProfile.findFirst({ where: key })) continue;
    const { rules, ...prices } = start[payer];
    const name = payerNames[payer] + STARTING;
    await db.pricingProfile.create({ data: { ...key, ...prices, name, rules: { create: rules } } });
  }
}

/** Takes away the prices of one insurer or one kind of account. @returns what was taken away. @throws NotFound */
export async function removeOwnProfile(db: Db, id: string) {
  const own = { OR: [{ insurerId: { not: null } }, { accountType: { not: null } }] };
  return db.pricingProfile.delete({ where: { ...by("id", id), ...own } });
}

import { agreedOptions } from "@/lib/glass/pricing/accounts";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { profileOf } from "../book";
import { keyOf } from "./profile";

const withRules = { include: { rules: true } };

/** The saved prices that all cash customers or all insurers get, and when they were last changed; null where there are none yet. */
export async function findProfile(db: Db, payer: "cash" | "insurance") {
  const where = keyOf({ payer, insurerId: null, accountType: null });
  const row = await db.pricingProfile.findFirst({ where, ...withRules });
  return row && { profile: profileOf(row), version: row.updatedAt.toISOString() };
}

/** Whose own prices: single insurers' or kinds of accounts'. */
type Own = "insurerId" | "accountType";

/** The prices of one insurer or one kind of account, by the id of the profile. @throws NotFound */
export async function getOwnProfile(db: Db, own: Own, id: string) {
  const row = await db.pricingProfile.findUniqueOrThrow({
    where: { ...by("id", id), [own]: { not: null } },
    ...withRules,
  });
  return { profile: profileOf(row), version: row.updatedAt.toISOString(), of: row[own] };
}

/** One page of the insurers, or the kinds of account, that have prices of their own in this shop, by name. */
export async function listOwnProfiles(db: Db, own: Own, { skip, take }: { skip: number; take: number }) {
  const where = { [own]: { not: null } };
  const rows = await db.pricingProfile.findMany({
    where,
    ...withRules,
    orderBy: { name: "asc" },
    skip,
    take,
  });
  return {
    rows: rows.map((row) => ({ id: row.id, profile: profileOf(row) })),
    total: await db.pricingProfile.count({ where }),
  };
}

/** Insurers to choose from, as options. */
export async function insurerOptions(db: Db) {
  const insurers = await db.insurer.findMany({ orderBy: { name: "asc" }, include: { tpa: true } });
  return insurers.map(({ id, name, tpa }) => ({ value: id, label: name, hint: tpa?.name }));
}

/** Kinds of account that have no prices of their own yet, as options. */
export async function accountOptionsLeft(db: Db) {
  const rows = await db.pricingProfile.findMany({ where: { accountType: { not: null } } });
  return agreedOptions.filter(({ value }) => !rows.some(({ accountType }) => accountType === value));
}

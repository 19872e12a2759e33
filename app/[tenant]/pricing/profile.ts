import { z } from "zod";
import { choice, id, money, optionalId, optionalMoney } from "@/lib/fields";
import type { Profile } from "@/lib/glass/quote-types";
import { type PriceBook, profileOf } from "@/lib/pricing";
import { ruleRows } from "./rule";

/** No line of these kinds costs more than this, and a slipped decimal point is caught. */
const MOST_CENTS = 5_000_00;
const price = optionalMoney(MOST_CENTS);

const prices = {
  laborMode: choice(["hourly", "flat"], "Choose how labor is priced."),
  laborCents: money(MOST_CENTS),
  kitCents: price,
  mouldingCents: price,
  clipCents: price,
  calStaticCents: price,
  calDynamicCents: price,
  calDualCents: price,
  mobileCents: price,
  disposalCents: price,
  chipFirstCents: price,
  chipNextCents: price,
  rules: ruleRows,
};

/** `version` is when the saved profile was last changed; empty for a first one. */
export const SaveProfile = z
  .object({
    payer: choice(["cash", "insurance", "insurer"], "Choose who pays."),
    insurerId: optionalId,
    version: z.union([z.literal(""), z.iso.datetime()]).default(""),
    ...prices,
  })
  .superRefine(({ payer, insurerId }, context) => {
    if (payer === "insurer" && !insurerId)
      context.addIssue({ code: "custom", path: ["insurerId"], message: "Choose an insurer." });
  });

export const OneProfile = z.object({ id });
export const StartPrices = z.object({});

/** Whose prices a profile holds: cash customers, any insurer, or one. */
export type Payer = z.output<typeof SaveProfile>["payer"];

type Saved = z.output<typeof SaveProfile>;
export type ProfilePrices = Omit<Saved, "payer" | "insurerId" | "version">;

/** How a price is stored: an insurer's own is an insurance profile with the insurer on it. */
export function keyOf(payer: Payer, insurerId: string | null) {
  return payer === "insurer" ? { payer: "insurance", insurerId } : { payer, insurerId: null };
}

export const payerNames = { cash: "Cash", insurance: "Insurance" };

/** Prices typed into a form, as the engine takes them. */
export function draftProfile(name: string, { rules, ...amounts }: ProfilePrices): Profile {
  return profileOf({
    ...amounts,
    name,
    rules: rules.map((rule) => ({ ...rule, tiers: rule.tiers ?? null })),
  });
}

/** The price book as it would be with other prices for one payer. */
export function withProfile(
  book: PriceBook,
  payer: Payer,
  insurerId: string | null,
  profile: Profile,
): PriceBook {
  if (payer !== "insurer") return { ...book, [payer]: profile };
  return insurerId ? { ...book, insurers: { ...book.insurers, [insurerId]: profile } } : book;
}

import { z } from "zod";
import { across, choice, id, money, optionalId, optionalMoney } from "@/lib/forms/fields";
import { AGREED_TYPES, accountName } from "@/lib/glass/pricing/accounts";
import type { Profile } from "@/lib/glass/pricing/quote-types";
import { type PriceBook, profileOf } from "../book";
import { mobileForm } from "./mobile";
import { RULE_KINDS, rulesOf } from "./rule";

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
  mobile: mobileForm,
  disposalCents: price,
  chipFirstCents: price,
  chipNextCents: price,
  rules: rulesOf(RULE_KINDS),
};

const whose = {
  payer: choice(["cash", "insurance", "insurer", "account"], "Choose who pays."),
  insurerId: optionalId,
  accountType: z.union([z.literal("").transform(() => null), z.enum(AGREED_TYPES)]).default(null),
};
const { payer, insurerId, accountType } = whose;

/** `version` is when the saved profile was last changed; empty for a first one. */
export const SaveProfile = z
  .object({
    ...whose,
    version: z.union([z.literal(""), z.iso.datetime()]).default(""),
    ...prices,
  })
  .check(
    across(
      { payer, insurerId },
      "insurerId",
      (typed) => typed.payer === "insurer" && !typed.insurerId && "Choose an insurer.",
    ),
    across(
      { payer, accountType },
      "accountType",
      (typed) => typed.payer === "account" && !typed.accountType && "Choose a kind of account.",
    ),
  );

export const OneProfile = z.object({ id });
export const StartPrices = z.object({});

/** Whose prices a profile holds: cash customers, any insurer, one insurer, or one kind of account. */
export type ProfilePayer = z.output<typeof SaveProfile>["payer"];

type Saved = z.output<typeof SaveProfile>;
export type ProfilePrices = Omit<Saved, "payer" | "insurerId" | "accountType" | "version">;

/** Whose prices: who pays, and the insurer or the kind of account where they are for one alone. */
export type Whose = Pick<Saved, "payer" | "insurerId" | "accountType">;

/** How a profile is stored: an insurer's own is an insurance profile with the insurer on it. */
export function keyOf({ payer, insurerId, accountType }: Whose) {
  if (payer === "insurer") return { payer: "insurance", insurerId, accountType: null };
  if (payer === "account") return { payer, insurerId: null, accountType };
  return { payer, insurerId: null, accountType: null };
}

export const payerNames = { cash: "Cash", insurance: "Insurance" };

/** What the prices of a kind of account are called: "Fleet accounts". */
export const accountProfileName = (accountType: string) => `${accountName(accountType)} accounts`;

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
  { payer, insurerId, accountType }: Whose,
  profile: Profile,
): PriceBook {
  if (payer === "insurer")
    return insurerId ? { ...book, insurers: { ...book.insurers, [insurerId]: profile } } : book;
  if (payer === "account")
    return accountType ? { ...book, accounts: { ...book.accounts, [accountType]: profile } } : book;
  return { ...book, [payer]: profile };
}

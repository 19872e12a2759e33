import type { Tone } from "@/components/ui/badge";

type Told = { label: string; tone: Tone; meaning: string };

/** What a shop is told of its own people's attempts. None of it says what there is outside the shop. */
const told: Record<string, Told> = {
  sign_in_failed: { label: "Failed sign-in", tone: "neutral", meaning: "A wrong password was entered." },
  sign_in_throttled: {
    label: "Sign-in held",
    tone: "warn",
    meaning: "There were too many tries, so the account was held for a few minutes.",
  },
  outside_id: {
    label: "Not in this shop",
    tone: "bad",
    meaning: "Something was asked for that this shop does not have. An old link does that, too.",
  },
  outside_shop: {
    label: "Another address",
    tone: "bad",
    meaning: "A shop's address was opened that is not one of this person's.",
  },
};

/** @returns an event of this kind in words. */
export const inWords = (kind: string): Told => told[kind] ?? { label: kind, tone: "neutral", meaning: "" };

export const filters = [
  { name: "all", label: "All", kinds: Object.keys(told) },
  { name: "sign-in", label: "Sign-in", kinds: ["sign_in_failed", "sign_in_throttled"] },
  { name: "outside", label: "Outside the shop", kinds: ["outside_id", "outside_shop"] },
] as const;

/** @returns the filter of this name; all events where there is none. */
export const filterNamed = (name: string) => filters.find((filter) => filter.name === name) ?? filters[0];

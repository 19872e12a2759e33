import type { Tone } from "@/components/ui/badge";

const words: Record<string, { label: string; tone: Tone }> = {
  cross_tenant: { label: "Another shop's", tone: "bad" },
  sign_in_failed: { label: "Failed sign-in", tone: "neutral" },
  sign_in_throttled: { label: "Sign-in held", tone: "warn" },
  alert_sent: { label: "Alert sent", tone: "info" },
};

/** @returns an event of this kind in words. */
export const inWords = (kind: string) => words[kind] ?? { label: kind, tone: "neutral" as const };

export const filters = [
  { name: "all", label: "All", kinds: Object.keys(words) },
  { name: "shops", label: "Another shop's", kinds: ["cross_tenant"] },
  { name: "sign-in", label: "Sign-in", kinds: ["sign_in_failed", "sign_in_throttled"] },
  { name: "alerts", label: "Alerts", kinds: ["alert_sent"] },
] as const;

/** @returns the filter of this name; all events where there is none. */
export const filterNamed = (name: string) => filters.find((filter) => filter.name === name) ?? filters[0];

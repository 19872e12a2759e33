import type { Profile } from "@/lib/glass/pricing/quote-types";
import { type GlassRule, ruleText } from "@/lib/glass/pricing/rules";
import { formatBps, formatCents } from "@/lib/money";
import type { PriceBook } from "../book";
import { inMatchingOrder } from "./rule";

const RULES_SHOWN = 3;

/** Rules in a line: "DW* 55% off list, * 50% off list and 2 more"; "" where there are none. */
export function rulesSummary(rules: readonly GlassRule[]): string {
  const texts = inMatchingOrder(rules).map(ruleText);
  const more = texts.length > RULES_SHOWN ? ` and ${texts.length - RULES_SHOWN} more` : "";
  return texts.slice(0, RULES_SHOWN).join(", ") + more;
}

/** A profile in a line: "DW* 55% off list, * 50% off list; labor $60.00 an hour". */
export function profileSummary({ rules, labor }: Profile): string {
  const glass = rulesSummary(rules) || "no rules for glass";
  const hourly = labor?.mode === "hourly" ? "an hour" : "flat";
  return `${glass}; labor ${formatCents(labor?.cents ?? 0)} ${hourly}`;
}

/** "8.25%: Texas 6.25%, City of Austin 2%; otherwise in Round Rock". */
export function taxSummary({ jurisdictions, taxAreas }: PriceBook): string {
  const sum = jurisdictions.reduce((total, { rateBps }) => total + rateBps, 0);
  const parts = jurisdictions.map(({ name, rateBps }) => `${name} ${formatBps(rateBps)}`);
  const areas = taxAreas.map(({ name }) => name).join(", ");
  return `${formatBps(sum)}: ${parts.join(", ")}${areas && `; otherwise in ${areas}`}`;
}

/** "Kit $14.00, moulding $24.00, clip not known". */
export function costSummary({ costs }: PriceBook): string {
  const text = (cents: number | null) => (cents === null ? "not known" : formatCents(cents));
  return `Kit ${text(costs.kitCents)}, moulding ${text(costs.mouldingCents)}, clip ${text(costs.clipCents)}`;
}

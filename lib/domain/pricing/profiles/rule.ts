import { z } from "zod";
import { optionalDate, optionalText } from "@/lib/forms/fields";
import { filled, numberedRows } from "@/lib/forms/form-rows";
import { type GlassRule, readPattern, type Tier } from "@/lib/glass/pricing/rules";
import { parseMoney, parsePercent } from "@/lib/money";
import { readTiers, tiersText } from "./tiers";

export const RULE_KINDS = ["discount", "markup", "each", "flat", "tiered"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const kindOptions: { value: RuleKind; label: string }[] = [
  { value: "discount", label: "% off list" },
  { value: "markup", label: "% on top of cost" },
  { value: "each", label: "$ each piece" },
  { value: "flat", label: "$ for the line" },
  { value: "tiered", label: "% off list, in steps" },
];

const MOST_RULES = 200;
const MOST_CENTS = 50_000_00;
const MOST_MARKUP = 100_000;
const BARE_NUMBER = 7;
const WHOLE_NUMBER = 11;

/** A rule as it is stored. Dates are midnight UTC, as Prisma takes a DATE. */
export type RuleInput = {
  pattern: string;
  kind: RuleKind;
  bps: number | null;
  cents: number | null;
  tiers?: Tier[];
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
};

const typed = optionalText(200);
const day = optionalDate("priceRule");

/** One transform for the whole row, so that every field says at once what is wrong with it. */
const ruleRow = (kinds: readonly RuleKind[]) =>
  z
    .object({ pattern: typed, kind: z.enum(kinds), value: typed, from: day, to: day })
    .transform((row, context): RuleInput => {
      const refuse = (field: string, message: string) => {
        context.addIssue({ code: "custom", path: [field], message });
        return z.NEVER;
      };
      const pattern = matchable(row.pattern);
      const amount = amountOf(row.kind, row.value);
      const { from, to } = row;
      if (!pattern.ok) refuse("pattern", pattern.reason);
      if (!amount.ok) refuse("value", amount.reason);
      if (from && to && to < from) refuse("to", "The last day is before the first.");
      if (!pattern.ok || !amount.ok) return z.NEVER;
      const { bps = null, cents = null, tiers } = amount;
      return {
        pattern: pattern.pattern,
        kind: row.kind,
        bps,
        cents,
        tiers,
        effectiveFrom: from,
        effectiveTo: to,
      };
    });

/** Rules as a form posts them. @param kinds the ways of pricing that it offers */
export const rulesOf = (kinds: readonly RuleKind[]) =>
  numberedRows(ruleRow(kinds), MOST_RULES, ["pattern", "value", "from", "to"])
    .superRefine((rules, context) => {
      const seen = new Set<string>();
      rules.forEach((rule, index) => {
        if (!rule) return;
        const key = JSON.stringify([rule.pattern, rule.effectiveFrom, rule.effectiveTo]);
        const message = `${rule.pattern} is there twice for the same days.`;
        if (seen.has(key)) context.addIssue({ code: "custom", path: [index, "pattern"], message });
        seen.add(key);
      });
    })
    .transform(filled);

/** A pattern in its normal form, or why no part would ever match it. */
function matchable(text: string): ReturnType<typeof readPattern> {
  if (text === "")
    return { ok: false, reason: "Enter a part, a prefix such as DW*, grade:oem, or * for all." };
  const reading = readPattern(text);
  if (!reading.ok || /^grade:|[*]/.test(reading.pattern)) return reading;
  const [pattern = ""] = reading.pattern.split(":");
  if (pattern.length === BARE_NUMBER || pattern.length === WHOLE_NUMBER) return reading;
  return { ok: false, reason: `No part has this number. For all that start so, enter ${pattern}*.` };
}

type Amount = { ok: true; bps?: number; cents?: number; tiers?: Tier[] } | { ok: false; reason: string };

function amountOf(kind: RuleKind, value: string): Amount {
  if (kind === "tiered") return readTiers(value);
  if (kind === "each" || kind === "flat") {
    const cents = parseMoney(value);
    if (cents === null || cents <= 0)
      return { ok: false, reason: "Enter an amount in dollars, such as 245.00." };
    return cents > MOST_CENTS ? { ok: false, reason: "At most $50,000." } : { ok: true, cents };
  }
  const bps = parsePercent(value);
  const most = kind === "discount" ? 10_000 : MOST_MARKUP;
  if (bps === null) return { ok: false, reason: "Enter a percentage, such as 55." };
  if (kind === "discount" && bps === most)
    return { ok: false, reason: "100 % off would make the glass free." };
  return bps > most ? { ok: false, reason: `At most ${most / 100} %.` } : { ok: true, bps };
}

/** A rule as the texts of its fields. */
export function ruleTexts(rule: GlassRule) {
  const { pattern, kind, effectiveFrom, effectiveTo } = rule;
  return { pattern, kind, value: valueText(rule), from: effectiveFrom ?? "", to: effectiveTo ?? "" };
}

/** "55", "245.00" or "45% to $500.00, 55%". */
function valueText(rule: GlassRule): string {
  if (rule.kind === "tiered") return tiersText(rule.tiers ?? []);
  if (rule.kind === "each" || rule.kind === "flat") return ((rule.cents ?? 0) / 100).toFixed(2);
  return String((rule.bps ?? 0) / 100);
}

/** Rules in the order in which they are tried for a part: part, longer prefix, shorter prefix, grade, all; later beginnings first. */
export function inMatchingOrder<Rule extends GlassRule>(rules: readonly Rule[]): Rule[] {
  return rules.toSorted(
    (a, b) =>
      rank(b.pattern) - rank(a.pattern) ||
      compare(a.pattern, b.pattern) ||
      compare(b.effectiveFrom ?? "", a.effectiveFrom ?? "") ||
      compare(a.effectiveTo ?? "9999", b.effectiveTo ?? "9999"),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function rank(pattern: string): number {
  if (pattern === "*") return 0;
  if (pattern.startsWith("grade:")) return 1;
  const [wide = "", only] = pattern.split(":");
  return wide.length + (wide.endsWith("*") ? 10 : 100) + (only ? 0.5 : 0);
}

import type { IsoDate } from "@/lib/dates";
import { type Bps, type Cents, formatBps, formatCents, halfUp, timesBps } from "@/lib/money";
import { parseNags } from "../parts/nags";

/** Who made the glass, as the trade tells it apart: dealer carries the car maker's logo, OEM and OEE do not. */
export type GlassGrade = "dealer" | "oem" | "oee" | "aftermarket";

const NO_GRADE = "The grade is dealer, oem, oee or aftermarket.";

/** A share off the list price, for list prices up to and including an amount; null means without limit. */
export type Tier = { upToCents: Cents | null; bps: Bps };

/**
 * How glass is priced. `pattern` is a part (`DW01659`), a prefix (`DW01*`, `DW*`), a grade (`grade:oem`) or all (`*`). A part or a prefix
 * may be narrowed to one grade: `DW*:dealer`.
 * discount: bps off list. markup: bps on cost. flat: cents a line. each: cents a piece. tiered: bps off list by list price.
 * The dates are the first and the last day on which the rule holds.
 */
export type GlassRule = {
  pattern: string;
  kind: "discount" | "markup" | "flat" | "each" | "tiered";
  bps?: Bps | null;
  cents?: Cents | null;
  tiers?: Tier[] | null;
  effectiveFrom?: IsoDate | null;
  effectiveTo?: IsoDate | null;
};

export type RuleTarget = { nagsNumber: string | null; grade: GlassGrade };

/** What a rule makes of a piece of glass, or what it lacks to say. */
export type RulePrice = { ok: true; unitCents: Cents; totalCents: Cents } | { ok: false; reason: string };

const GRADES: readonly string[] = ["dealer", "oem", "oee", "aftermarket"] satisfies GlassGrade[];

/**
 * The rule that holds for a part on a day: exact part before longer prefix before shorter before grade before `*`, and of
 * the same part or prefix the one for this grade first.
 * Between two with the same pattern the one that began last wins; the order in which they are given never matters.
 */
export function findRule(rules: readonly GlassRule[], target: RuleTarget, on: IsoDate): GlassRule | null {
  let best: GlassRule | null = null;
  let bestScore = 0;
  for (const rule of rules) {
    const score = holdsOn(rule, on) ? specificity(rule.pattern, target) : 0;
    if (score > bestScore || (score > 0 && score === bestScore && best && isLater(rule, best))) {
      best = rule;
      bestScore = score;
    }
  }
  return best;
}

/** Prices pieces of glass by a rule; each piece is rounded half up, so that pieces times unit is the line (a flat line aside). */
export function applyRule(
  rule: GlassRule,
  basis: { listCents: Cents | null; costCents: Cents | null; quantity: number },
): RulePrice {
  const { listCents, costCents, quantity } = basis;
  const each = (unitCents: Cents): RulePrice => ({ ok: true, unitCents, totalCents: unitCents * quantity });
  switch (rule.kind) {
    case "flat":
      if (rule.cents == null) return { ok: false, reason: `The rule ${rule.pattern} has no amount.` };
      return { ok: true, unitCents: halfUp(rule.cents, quantity), totalCents: rule.cents };
    case "each":
      return rule.cents == null
        ? { ok: false, reason: `The rule ${rule.pattern} has no amount.` }
        : each(rule.cents);
    case "markup":
      if (costCents === null) return { ok: false, reason: "The cost of this part is not known." };
      return each(timesBps(costCents, 10_000 + (rule.bps ?? 0)));
    case "discount":
    case "tiered": {
      if (listCents === null) return { ok: false, reason: "This part has no list price." };
      const bps = rule.kind === "tiered" ? tierFor(rule.tiers ?? [], listCents)?.bps : (rule.bps ?? 0);
      if (bps === undefined)
        return { ok: false, reason: `No tier of ${rule.pattern} reaches this list price.` };
      return each(timesBps(listCents, Math.max(0, 10_000 - bps)));
    }
  }
}

/** A rule in words, to answer "why this price?": "DW* 55% off list". */
export function ruleText(rule: GlassRule): string {
  switch (rule.kind) {
    case "flat":
      return `${rule.pattern} flat ${formatCents(rule.cents ?? 0)}`;
    case "each":
      return `${rule.pattern} ${formatCents(rule.cents ?? 0)} each`;
    case "markup":
      return `${rule.pattern} cost plus ${formatBps(rule.bps ?? 0)}`;
    case "discount":
      return `${rule.pattern} ${formatBps(rule.bps ?? 0)} off list`;
    case "tiered":
      return `${rule.pattern} tiered off list`;
  }
}

/**
 * Reads a pattern as typed into its normal form: "dw 1659" becomes `DW01659`, "dw*" becomes `DW*`, "Grade: OEM" `grade:oem`, "dw* : OEM" `DW*:oem`.
 * @returns the normal form, or why it is none
 */
export function readPattern(text: string): { ok: true; pattern: string } | { ok: false; reason: string } {
  const squashed = text.toUpperCase().replace(/[\s-]/g, "");
  if (squashed === "*") return { ok: true, pattern: "*" };
  if (squashed.startsWith("GRADE:")) {
    const grade = squashed.slice(6).toLowerCase();
    if (GRADES.includes(grade)) return { ok: true, pattern: `grade:${grade}` };
    return { ok: false, reason: NO_GRADE };
  }
  const [wide = "", only, ...more] = squashed.split(":");
  if (only !== undefined) {
    const reading = readPattern(wide);
    const grade = only.toLowerCase();
    if (!reading.ok) return reading;
    if (more.length > 0 || !GRADES.includes(grade)) return { ok: false, reason: NO_GRADE };
    return { ok: true, pattern: wide === "*" ? `grade:${grade}` : `${reading.pattern}:${grade}` };
  }
  if (squashed.endsWith("*")) {
    if (/^[DF]([WBDQVSRYLTP]\d{0,5})?[A-Z]{0,4}\*$/.test(squashed)) return { ok: true, pattern: squashed };
    return { ok: false, reason: "A prefix starts as part numbers do, such as DW* or FB02*." };
  }
  const reading = parseNags(text);
  return reading.ok ? { ok: true, pattern: reading.part.nagsNumber } : reading;
}

function holdsOn(rule: GlassRule, on: IsoDate): boolean {
  return (!rule.effectiveFrom || rule.effectiveFrom <= on) && (!rule.effectiveTo || on <= rule.effectiveTo);
}

const ANY = 1;
const GRADE = 2;
const PREFIX = 10;
const EXACT = 100;
const NUMBER_LENGTH = 7;
/** Less than a letter more in the pattern. */
const NARROWED = 0.5;

/** 0 when the pattern does not match. */
function specificity(pattern: string, { nagsNumber, grade }: RuleTarget): number {
  if (pattern === "*") return ANY;
  if (pattern.startsWith("grade:")) return pattern.slice(6) === grade ? GRADE : 0;
  const [part = "", only] = pattern.split(":");
  if (only !== undefined) return only === grade ? within(specificity(part, { nagsNumber, grade })) : 0;
  if (nagsNumber === null) return 0;
  if (pattern.endsWith("*")) return nagsNumber.startsWith(pattern.slice(0, -1)) ? PREFIX + pattern.length : 0;
  const isPart = pattern === nagsNumber;
  const isItsNumber = pattern.length === NUMBER_LENGTH && nagsNumber.startsWith(pattern);
  return isPart || isItsNumber ? EXACT + pattern.length : 0;
}

const within = (score: number) => (score > 0 ? score + NARROWED : 0);

function isLater(rule: GlassRule, other: GlassRule): boolean {
  const from = rule.effectiveFrom ?? "";
  const otherFrom = other.effectiveFrom ?? "";
  if (from !== otherFrom) return from > otherFrom;
  const to = rule.effectiveTo ?? "9999";
  const otherTo = other.effectiveTo ?? "9999";
  if (to !== otherTo) return to < otherTo;
  return JSON.stringify(rule) < JSON.stringify(other);
}

function tierFor(tiers: readonly Tier[], listCents: Cents): Tier | undefined {
  let best: Tier | undefined;
  for (const tier of tiers) {
    const limit = tier.upToCents ?? Number.POSITIVE_INFINITY;
    if (listCents <= limit && (!best || limit < (best.upToCents ?? Number.POSITIVE_INFINITY))) best = tier;
  }
  return best;
}

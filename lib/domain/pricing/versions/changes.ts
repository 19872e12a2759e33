import type { Profile } from "@/lib/glass/pricing/quote-types";
import { ruleText } from "@/lib/glass/pricing/rules";
import { formatCents } from "@/lib/money";
import { bookOf, profileOf } from "../book";
import { mobileText } from "../profiles/mobile";
import { STARTING } from "../profiles/starting-prices";
import { profileSummary } from "../profiles/summary";
import { tiersText } from "../profiles/tiers";
import type { Snapshot } from "../snapshot";
import { areaText } from "../tax/area";
import { kindLabels, ppmText, TAXABLE_KINDS } from "../tax/tax";

/** One thing that differs between two versions, in words. */
export type PriceChange = { what: string; before: string; after: string };

type Texts = Map<string, string>;

const priceNames = {
  kitCents: "urethane kit",
  mouldingCents: "moulding",
  clipCents: "clip",
  calStaticCents: "static calibration",
  calDynamicCents: "dynamic calibration",
  calDualCents: "static and dynamic calibration",
  disposalCents: "disposal",
  chipFirstCents: "first chip",
  chipNextCents: "each further chip",
} as const;

const amount = (cents: number | null, none: string) => (cents === null ? none : formatCents(cents));

/** What differs between two snapshots, field by field; rules, taxes and parts are told apart by what they are for. */
export function changesBetween(before: Snapshot, after: Snapshot): PriceChange[] {
  return [
    ...profileChanges(before, after),
    ...differing(taxTexts(before), taxTexts(after), "none"),
    ...differing(taxedTexts(before), taxedTexts(after), "no"),
    ...differing(areaTexts(before), areaTexts(after), "no area"),
    ...differing(partTexts(before, "priceCents"), partTexts(after, "priceCents"), "by your rules"),
    ...differing(partTexts(before, "costCents"), partTexts(after, "costCents"), "not known"),
    ...differing(costTexts(before), costTexts(after), "not known"),
    ...differing(supplierTexts(before), supplierTexts(after), "no agreement"),
  ];
}

const SHOWN = 2;

/** Changes in a line: the first ones, and how many more. */
export function changesSummary(changes: readonly PriceChange[]): string {
  if (changes.length === 0) return "Nothing changed";
  const told = changes.slice(0, SHOWN).map(({ what, before, after }) => `${what}: ${before} → ${after}`);
  const more = changes.length > SHOWN ? ` and ${changes.length - SHOWN} more` : "";
  return told.join("; ") + more;
}

function differing(before: Texts, after: Texts, none: string): PriceChange[] {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all
    .map((what) => ({ what, before: before.get(what) ?? none, after: after.get(what) ?? none }))
    .filter((change) => change.before !== change.after);
}

type Row = Snapshot["profiles"][number];

function profileChanges(before: Snapshot, after: Snapshot): PriceChange[] {
  const keyOf = ({ payer, insurerId, accountType }: Row) => `${payer} ${insurerId ?? accountType ?? ""}`;
  const old = new Map(before.profiles.map((row) => [keyOf(row), row]));
  const now = new Map(after.profiles.map((row) => [keyOf(row), row]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const name = ((is ?? was)?.name ?? "").replace(STARTING, "");
    if (was && is)
      return [
        ...differing(priceTexts(was, name), priceTexts(is, name), ""),
        ...differing(ruleTexts(was, name), ruleTexts(is, name), "no rule"),
      ];
    return [{ what: `${name} prices`, before: wholeText(was), after: wholeText(is) }];
  });
}

const wholeText = (row: Row | undefined) => (row ? profileSummary(profileOf(row)) : "none");

function priceTexts(row: Row, name: string): Texts {
  const texts: Texts = new Map([
    [`${name} labor`, `${formatCents(row.laborCents)} ${row.laborMode === "flat" ? "flat" : "an hour"}`],
  ]);
  for (const [key, label] of Object.entries(priceNames))
    texts.set(`${name} ${label}`, amount(row[key as keyof typeof priceNames], "not billed"));
  texts.set(`${name} mobile fee`, mobileText(profileOf(row).mobile));
  return texts;
}

function ruleTexts(row: Row, name: string): Texts {
  return new Map(
    profileOf(row).rules.map((rule) => [`${name} glass ${rule.pattern}${daysText(rule)}`, worth(rule)]),
  );
}

type Rule = Profile["rules"][number];

function daysText({ effectiveFrom, effectiveTo }: Rule): string {
  const from = effectiveFrom ? ` from ${effectiveFrom}` : "";
  return from + (effectiveTo ? ` until ${effectiveTo}` : "");
}

/** A rule without its pattern: "55% off list". */
function worth(rule: Rule): string {
  if (rule.kind === "tiered") return `${tiersText(rule.tiers ?? [])} off list`;
  return ruleText(rule).slice(rule.pattern.length + 1);
}

function taxTexts(snapshot: Snapshot): Texts {
  return new Map(snapshot.taxes.map(({ name, ratePpm }) => [`Tax ${name}`, `${ppmText(ratePpm)}%`]));
}

function taxedTexts(snapshot: Snapshot): Texts {
  const { taxableKinds } = bookOf(snapshot, []);
  return new Map(
    TAXABLE_KINDS.filter((kind) => taxableKinds.includes(kind)).map((kind) => [
      `Tax on ${kindLabels[kind].toLowerCase()}`,
      "yes",
    ]),
  );
}

function areaTexts(snapshot: Snapshot): Texts {
  return new Map(bookOf(snapshot, []).taxAreas.map((area) => [`Tax in ${area.name}`, areaText(area)]));
}

function partTexts({ parts }: Snapshot, column: "priceCents" | "costCents"): Texts {
  const label = column === "priceCents" ? "price" : "cost";
  return new Map(
    parts.flatMap((part) => {
      const cents = part[column];
      return cents === null ? [] : [[`${part.nagsNumber} ${label}`, formatCents(cents)] as const];
    }),
  );
}

function costTexts({ settings }: Snapshot): Texts {
  return new Map([
    ["Cost of a kit", amount(settings?.kitCostCents ?? null, "not known")],
    ["Cost of a moulding", amount(settings?.mouldingCostCents ?? null, "not known")],
    ["Cost of a clip", amount(settings?.clipCostCents ?? null, "not known")],
  ]);
}

function supplierTexts(snapshot: Snapshot): Texts {
  return new Map(
    bookOf(snapshot, []).suppliers.flatMap(({ name, preferred, terms }) => [
      [`${name}`, preferred ? "preferred supplier" : "supplier"] as const,
      ...terms.map((rule) => [`${name} ${rule.pattern}${daysText(rule)}`, worth(rule)] as const),
    ]),
  );
}

import type { IsoDate } from "@/lib/dates";
import { type GlassPosition, parseNags, positionLabel } from "@/lib/glass/parts/nags";
import { type BrandPreference, brandOf, brandsFor } from "@/lib/glass/pricing/brands";
import type { CatalogPart, QuoteRequest, QuoteResult } from "@/lib/glass/pricing/quote-types";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { discountReasonOf } from "@/lib/glass/pricing/told-line";
import type { Cents } from "@/lib/money";
import type { Work } from "./work";

export type QuotePayer = "cash" | "insurance";

/** Another kind of the same glass to offer beside the one chosen, at a price of its own where one is set by hand. */
export type Offer = { grade: GlassGrade; glassCents: Cents | null };

/** What the counter chose. The browser prices it to show, the server to save. */
export type Choices = {
  work: Work;
  chips: number;
  /** The part number as typed or picked; empty when not known. */
  nags: string;
  grade: GlassGrade;
  /** The maker of the glass; empty for the one the shop likes best. */
  brand: string;
  place: "shop" | "mobile";
  /** Where mobile work is done, as typed; empty where it is the customer's own ZIP code. */
  workZip: string;
  /** The miles there as somebody knows them; null to go by the ZIP codes. */
  workMiles: number | null;
  insurerId: string | null;
  /** The policy's deductible; null when not known yet. */
  deductibleCents: Cents | null;
  /** The insurer or its administrator named it. */
  deductibleStated: boolean;
  discountCents: Cents | null;
  discountReason: string;
  /** A price for the glass set by hand. */
  glassCents: Cents | null;
  /** Further grades on the same quote. */
  offers: Offer[];
};

/** What the work meets, whoever asks for it. */
export type Circumstances = {
  /** The shop's day. */
  on: IsoDate;
  /** Two letters: where the work is done, or else where the customer lives or the shop is. */
  state: string | null;
  /** The ZIP code of mobile work; null where it is not known. */
  zip: string | null;
  /** From the shop to there; null where it is not known. */
  miles: number | null;
  taxExempt: boolean;
  /** What kind of account the customer is; null for a new one. */
  accountType: string | null;
  /** The makers the shop likes best. */
  brands: readonly BrandPreference[];
};

const ITEM = "glass";

/** The glass of a choice: the catalog's part, or else what the number and the opening alone tell. Null for chip repair. */
export function glassOf(choices: Choices, listed: CatalogPart | null): CatalogPart | null {
  if (choices.work === "chip_repair") return null;
  if (listed) return listed;
  const reading = parseNags(choices.nags);
  const number = reading.ok ? reading.part : null;
  const glassPosition: GlassPosition = number?.glassPosition ?? choices.work;
  return {
    nagsNumber: number?.nagsNumber ?? null,
    description: positionLabel(glassPosition),
    glassPosition,
    listPriceCents: null,
    laborMinutes: 0,
    kitHalves: 0,
    mouldingRequired: false,
    clipsQty: 0,
    calibration: null,
  };
}

/** The engine's request for a choice, paid by one or the other. @param listed the part as the catalog has it. */
export function requestFor(
  choices: Choices,
  listed: CatalogPart | null,
  at: Circumstances,
  payer: QuotePayer,
): QuoteRequest {
  const glass = glassOf(choices, listed);
  const part = glass && named(glass, brandIn(choices, glass, at));
  const { glassCents, discountCents, discountReason, grade } = choices;
  const byHand = { key: `${ITEM}:glass`, cents: glassCents ?? 0, reason: "price given at the counter" };
  return {
    on: at.on,
    state: at.state,
    items: part ? [{ id: ITEM, part, grade, quantity: 1, costCents: null }] : [],
    chips: part ? 0 : choices.chips,
    trip: choices.place === "mobile" ? { miles: at.miles, zip: at.zip } : null,
    fees: [],
    overrides: part && glassCents !== null ? [byHand] : [],
    omit: [],
    discount: discountCents ? { kind: "amount", cents: discountCents, reason: discountReason } : null,
    insurance:
      payer === "insurance"
        ? { deductibleCents: choices.deductibleCents, stated: choices.deductibleStated }
        : null,
    taxExempt: at.taxExempt,
  };
}

function brandIn(
  { brand, grade }: Choices,
  { glassPosition }: CatalogPart,
  { brands }: Circumstances,
): string {
  return brandOf(brandsFor(brands, glassPosition, grade), brand);
}

/** Glass with its maker's name behind what it is. */
function named(glass: CatalogPart, brand: string): CatalogPart {
  return brand ? { ...glass, description: `${glass.description}, ${brand}` } : glass;
}

/** What a person has to settle: the engine's reviews, and glass that the catalog says nothing of. */
export function reviewsOf(choices: Choices, listed: CatalogPart | null, result: QuoteResult): string[] {
  const part = glassOf(choices, listed);
  if (!part || listed) return result.reviews;
  const what = part.nagsNumber ? `${part.nagsNumber} is not in the catalog` : "No part number yet";
  return [`${what}: labor, kit, moulding and calibration are not counted.`, ...result.reviews];
}

/** What to say of a tax that is not the shop's usual one; "" where it is. */
export function taxNote(exemption: { note: string; exempt: boolean }, taxArea: string | null): string {
  const area = taxArea && !exemption.exempt ? `Taxed as in ${taxArea}.` : "";
  return [exemption.note, area].filter(Boolean).join(" ");
}

type Stored = {
  service: string;
  glassPosition: string;
  nagsNumber: string | null;
  grade: string;
  chips: number;
  place: string;
  brand: string;
  workZip: string;
  workMiles: number | null;
  payer: string;
  insurerId: string | null;
  policyDeductibleCents: number | null;
  deductibleStated: boolean;
  lines: readonly Line[];
  options: readonly { grade: string; lines: unknown }[];
};

type Line = { kind: string; layer: string; description: string; totalCents: number };

const glassByHand = (lines: readonly Line[]): Cents | null =>
  lines.find((line) => line.kind === "glass" && line.layer === "manual")?.totalCents ?? null;

/** What was chosen for a quote that stands, to change it. What was set by hand is read off its lines. */
export function choicesOf(stored: Stored): Choices & { payer: QuotePayer } {
  const discount = stored.lines.find((line) => line.kind === "discount");
  return {
    work: (stored.service === "chip_repair" ? "chip_repair" : stored.glassPosition) as Choices["work"],
    chips: stored.chips,
    nags: stored.nagsNumber ?? "",
    grade: stored.grade as Choices["grade"],
    place: stored.place === "mobile" ? "mobile" : "shop",
    brand: stored.brand,
    workZip: stored.workZip,
    workMiles: stored.workMiles,
    payer: stored.payer === "insurance" ? "insurance" : "cash",
    insurerId: stored.insurerId,
    deductibleCents: stored.policyDeductibleCents,
    deductibleStated: stored.deductibleStated,
    discountCents: discount ? -discount.totalCents : null,
    discountReason: discount ? discountReasonOf(discount) : "",
    glassCents: glassByHand(stored.lines),
    offers: stored.options
      .filter(({ grade }) => grade !== stored.grade)
      .map(({ grade, lines }) => ({
        grade: grade as Offer["grade"],
        glassCents: glassByHand(lines as Line[]),
      })),
  };
}

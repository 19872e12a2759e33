import type { IsoDate } from "@/lib/dates";
import type { Bps, Cents } from "@/lib/money";
import type { GlassPosition } from "../parts/nags";
import type { Insurance, Shares } from "./deductible";
import type { LineKind } from "./line-kinds";
import type { MobilePrice, Trip } from "./mobile";
import type { GlassGrade, GlassRule } from "./rules";
import type { Supplier } from "./supply";
import type { Tax, TaxArea, Taxation } from "./tax";

export type Calibration = "static" | "dynamic" | "dual";

/** Where a price came from, the later overruling the earlier. */
export type Layer = "catalog" | "shop" | "part override" | "profile" | "manual";

/** What the shared catalog says of a part. */
export type CatalogPart = {
  /** Null for glass that has no number, such as a dealer's special order. */
  nagsNumber: string | null;
  description: string;
  glassPosition: GlassPosition;
  listPriceCents: Cents | null;
  laborMinutes: number;
  /** Adhesive kits in halves: 3 is one and a half. */
  kitHalves: number;
  mouldingRequired: boolean;
  clipsQty: number;
  calibration: Calibration | null;
};

/** A piece of glass to replace. `id` is the caller's, and names its lines: `a:glass`, `a:labour`. */
export type QuoteItem = {
  id: string;
  part: CatalogPart;
  grade: GlassGrade;
  quantity: number;
  /** What the shop pays a piece, when known. */
  costCents: Cents | null;
};

/** A further line, such as rust removal: charged as it stands. */
export type Fee = { id: string; description: string; cents: Cents; costCents: Cents | null };

/** Sets a line by hand; the reason is shown to whoever asks why. */
export type LineOverride = { key: string; cents: Cents; reason: string };

export type Discount =
  | { kind: "percent"; bps: Bps; reason: string }
  | { kind: "amount"; cents: Cents; reason: string };

export type QuoteRequest = {
  /** The day whose prices hold. */
  on: IsoDate;
  /** Two letters: where the work is done. */
  state: string | null;
  items: QuoteItem[];
  /** Chips to repair; each is a line of its own. */
  chips: number;
  /** Null when the customer comes to the shop. */
  trip: Trip | null;
  fees: Fee[];
  overrides: LineOverride[];
  /** Keys of lines that are left out by hand. */
  omit: string[];
  discount: Discount | null;
  /** Null when the customer pays. */
  insurance: Insurance | null;
  taxExempt: boolean;
};

/**
 * What a shop charges. A price of null is not billed ("included"); one left out falls back to the shop's own profile.
 * `rules` price glass; `labor` is cents an hour or a flat amount for each piece.
 */
export type Profile = {
  name: string;
  rules: GlassRule[];
  labor?: { mode: "hourly" | "flat"; cents: Cents } | null;
  kitCents?: Cents | null;
  mouldingCents?: Cents | null;
  clipCents?: Cents | null;
  calStaticCents?: Cents | null;
  calDynamicCents?: Cents | null;
  calDualCents?: Cents | null;
  mobile?: MobilePrice | null;
  disposalCents?: Cents | null;
  chipFirstCents?: Cents | null;
  chipNextCents?: Cents | null;
};

/** What this shop alone says of one part. Its price never overrules what was agreed with an insurer or an account. */
export type PartOverride = { nagsNumber: string; priceCents: Cents | null; costCents: Cents | null };

/** What the shop pays for what goes with the glass; null when not known. Without a calibration cost it costs nothing extra. */
export type Costs = {
  kitCents: Cents | null;
  mouldingCents: Cents | null;
  clipCents: Cents | null;
  calibrationCents?: Cents | null;
};

/** `jurisdictions` and `taxableKinds` are the shop's own: they hold in the shop, and for mobile work outside of all tax areas. */
export type Prices = Taxation & {
  /** The shop's own profile, for cash. */
  shop: Profile;
  /** The profile of the account that pays, laid over the shop's; null for cash. */
  profile: Profile | null;
  partOverrides: PartOverride[];
  taxAreas: TaxArea[];
  /** Their terms make the cost of a part that neither the quote nor `partOverrides` tells. */
  suppliers: Supplier[];
  costs: Costs;
};

export type QuoteLine = {
  key: string;
  kind: LineKind;
  description: string;
  nagsNumber: string | null;
  /** In hundredths: 250 is 2.5 hours. */
  quantity: number;
  unitCents: Cents;
  totalCents: Cents;
  /** False for what is included in another price: it stands on the quote at no charge. */
  billed: boolean;
  taxable: boolean;
  listCents: Cents | null;
  /** What the line costs the shop; null when not known. Wages are not counted. */
  costCents: Cents | null;
  rule: string;
  layer: Layer;
  /** Why a person has to look at this line before the quote goes out. */
  review: string | null;
};

export type QuoteResult = {
  lines: QuoteLine[];
  subtotalCents: Cents;
  /** The part of the subtotal that is taxed; a discount lowers it in proportion. */
  taxableCents: Cents;
  taxes: Tax[];
  /** The tax area that the work falls into; null where the shop's own taxes hold. */
  taxArea: string | null;
  taxCents: Cents;
  totalCents: Cents;
  shares: Shares;
  /** Null when the cost of some line is not known. */
  costCents: Cents | null;
  /** Subtotal less cost, before wages; null when the cost is not known. */
  marginCents: Cents | null;
  marginBps: Bps | null;
  /** What a person has to settle before the quote goes out; empty when nothing. */
  reviews: string[];
  /** What the counter may want to tell the customer. */
  advice: string[];
};

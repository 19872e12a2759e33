import type { IsoDate } from "@/lib/dates";
import type { GlassPosition } from "@/lib/glass/nags";
import { quote } from "@/lib/glass/quote";
import type { CataloguePart, QuoteRequest } from "@/lib/glass/quote-types";
import type { GlassGrade } from "@/lib/glass/rules";
import { exemptionOn } from "@/lib/glass/tax";
import { type PriceBook, pricesFor } from "@/lib/pricing";
import { unknownSample } from "./preview";

/** What of a saved quote makes its price. */
export type SavedQuote = {
  service: string;
  glassPosition: string;
  nagsNumber: string | null;
  grade: string;
  chips: number;
  place: string;
  /** Where the work is done: the ZIP code and the miles there for mobile work, and the state; null where not known. */
  work: { state: string | null; zip: string | null; miles: number | null };
  payer: string;
  insurerId: string | null;
  policyDeductibleCents: number | null;
  deductibleStated: boolean;
  lines: readonly { kind: string; layer: string; totalCents: number }[];
  customer: {
    accountType: string;
    taxExempt: boolean;
    taxCertificate: string;
    taxCertificateUntil: IsoDate | null;
  };
};

const ITEM = "glass";

/** The work of a saved quote, as the engine takes it; a price or a discount given by hand stays. @param part null where the catalogue has none */
function requestOf(saved: SavedQuote, part: CataloguePart | null, on: IsoDate): QuoteRequest {
  const { state, zip, miles } = saved.work;
  const repair = saved.service === "chip_repair";
  const unlisted = { nagsNumber: saved.nagsNumber, glassPosition: saved.glassPosition as GlassPosition };
  const glass = part ?? { ...unknownSample("").part, ...unlisted };
  const item = { id: ITEM, part: glass, grade: saved.grade as GlassGrade, quantity: 1, costCents: null };
  const discount = saved.lines.find(({ kind }) => kind === "discount");
  const byHand = saved.lines.filter(({ kind, layer }) => kind === "glass" && layer === "manual");
  return {
    on,
    state,
    items: repair ? [] : [item],
    chips: repair ? saved.chips : 0,
    trip: saved.place === "mobile" ? { miles, zip } : null,
    fees: [],
    overrides: byHand.map(({ totalCents }) => ({ key: `${ITEM}:glass`, cents: totalCents, reason: "" })),
    omit: [],
    discount: discount ? { kind: "amount", cents: -discount.totalCents, reason: "" } : null,
    insurance:
      saved.payer === "insurance"
        ? { deductibleCents: saved.policyDeductibleCents, stated: saved.deductibleStated }
        : null,
    taxExempt: exemptionOn(saved.customer, on).exempt,
  };
}

/** The total of a saved quote's work under other prices, in cents; null where they have none to quote by. @param on the day whose dated rules hold */
export function totalUnder(
  book: PriceBook,
  saved: SavedQuote,
  part: CataloguePart | null,
  on: IsoDate,
): number | null {
  const payer = saved.payer === "insurance" ? "insurance" : "cash";
  const prices = pricesFor(book, payer, saved.insurerId, saved.customer.accountType);
  return prices && quote(requestOf(saved, part, on), prices).totalCents;
}

import { dateIn, dayOf, type IsoDate } from "@/lib/dates";
import { onePerNumber } from "@/lib/domain/catalog/catalog";
import type { GlassPosition } from "@/lib/glass/parts/nags";
import type { CatalogPart, QuoteRequest } from "@/lib/glass/pricing/quote-types";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { exemptionOn } from "@/lib/glass/pricing/tax";
import type { Db } from "@/lib/tenancy/tenancy";
import { whereabouts } from "@/lib/zip";
import { catalogPart, unknownSample } from "../sample";
import type { RecentQuote } from "./replay";

const MOST = 50;

/**
 * The newest quotes, to try other prices on. A fixed number of queries, however many quotes.
 * @param from the day from which those prices hold: older quotes are tried on that day
 */
export async function recentQuotes(db: Db, from: IsoDate, timeZone: string): Promise<RecentQuote[]> {
  const quotes = await newest(db);
  const numbers = quotes.flatMap(({ nagsNumber }) => nagsNumber ?? []);
  const parts = await db.part.findMany({ where: { nagsNumber: { in: numbers } } });
  const known = new Map(onePerNumber(parts).map((row) => [row.nagsNumber, row]));
  const shop = await db.tenant.findFirstOrThrow({ select: { zip: true, state: true } });
  return quotes.map((quote) => {
    const made = dateIn(timeZone, quote.createdAt);
    const on = made > from ? made : from;
    const row = known.get(quote.nagsNumber ?? "");
    return {
      id: quote.id,
      number: quote.number,
      customer: quote.customer.name,
      thenCents: quote.totalCents,
      payer: quote.payer === "insurance" ? "insurance" : "cash",
      insurerId: quote.insurerId,
      accountType: quote.customer.accountType,
      request: requestOf(quote, row ? catalogPart(row, on) : null, shop, on),
    };
  });
}

const newest = (db: Db) =>
  db.quote.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    include: {
      lines: { select: { kind: true, layer: true, totalCents: true } },
      customer: true,
    },
  });

type Saved = Awaited<ReturnType<typeof newest>>[number];
type Address = { zip: string; state: string };

const ITEM = "glass";

/** The work of a saved quote; a price or a discount given by hand stays. @param part null where the catalog has none */
function requestOf(saved: Saved, part: CatalogPart | null, shop: Address, on: IsoDate): QuoteRequest {
  const { state, zip, miles } = whereabouts(saved, saved.customer, shop);
  const until = saved.customer.taxCertificateUntil;
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
    taxExempt: exemptionOn({ ...saved.customer, taxCertificateUntil: until && dayOf(until) }, on).exempt,
  };
}

import type { Actor } from "@/lib/auth/actor";
import { addDays, dateIn, dayOf, midnightOf } from "@/lib/dates";
import { keptNumber } from "@/lib/domain/catalog/catalog";
import { type DeskPart, partNumbered, spellingOf } from "@/lib/domain/catalog/desk-parts";
import { addCustomer, addVehicle } from "@/lib/domain/customers/verbs";
import { pricesFor, pricesInForce } from "@/lib/domain/pricing/book";
import { QUOTE_VALID_DAYS } from "@/lib/domain/shops/paper/paper";
import { quote } from "@/lib/glass/pricing/quote";
import type { QuoteResult } from "@/lib/glass/pricing/quote-types";
import { exemptionOn } from "@/lib/glass/pricing/tax";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { whereabouts } from "@/lib/zip";
import { approvalFor } from "./approval";
import type { NewQuoteInput } from "./forms";
import { alikeReview, type StoredLine, variantsOf } from "./options";
import { brandPreferences } from "./queries";
import { type Choices, glassOf, requestFor, reviewsOf, taxNote } from "./request";

type Input = Pick<NewQuoteInput, "choices" | "payer" | "notes">;
type Who = {
  state: string;
  zip: string;
  accountType: string;
  taxExempt: boolean;
  taxCertificate: string;
  taxCertificateUntil: Date | null;
};

/** The customer of a new quote: theirs by id, or a new one. @throws NotFound where the id is not this shop's. */
export async function customerOf(db: Db, customer: NewQuoteInput["customer"]) {
  if ("id" in customer) return db.customer.findUniqueOrThrow({ where: by("id", customer.id) });
  return addCustomer(db, { name: customer.customerName, phone: customer.phone });
}

/** The vehicle of a new quote: one of the customer's by id, or a new one. @throws NotFound where it is not this customer's. */
export async function vehicleOf(db: Db, customerId: string, vehicle: NewQuoteInput["vehicle"]) {
  if ("id" in vehicle)
    return db.vehicle.findUniqueOrThrow({ where: { ...by("id", vehicle.id), customerId } });
  return addVehicle(db, { ...vehicle, ...(await spellingOf(db, vehicle)), customerId });
}

/**
 * Prices choices by the shop's own book and the shared catalog as they are now; nothing the browser said of a price counts.
 * @returns the columns, the lines and the options of a quote. @throws Refusal where the shop has no prices; NotFound for an insurer nobody knows.
 */
export async function priced(db: Db, { choices, payer, notes }: Input, who: Who, actor: Actor) {
  const today = dateIn(actor.timeZone, new Date());
  const insurerId = payer === "insurance" ? choices.insurerId : null;
  if (insurerId) await db.insurer.findUniqueOrThrow({ where: { id: insurerId } });
  const { book, version } = await pricesInForce(db);
  const prices = pricesFor(book, payer, insurerId, who.accountType);
  if (!prices) throw new Refusal("Your shop has no prices yet. An owner sets them under Pricing.");
  const shop = await db.tenant.findFirstOrThrow({ select: { state: true, zip: true } });
  const settings = await db.shopSettings.findFirst({
    select: { quoteValidDays: true, discountLimitBps: true },
  });
  const part = choices.work === "chip_repair" ? null : await partNumbered(db, choices.nags, today);
  if (!part && choices.nags && choices.work !== "chip_repair") await keptNumber(db, choices.nags, "nags");
  const exemption = exemptionOn(
    { ...who, taxCertificateUntil: who.taxCertificateUntil && dayOf(who.taxCertificateUntil) },
    today,
  );
  const at = {
    on: today,
    ...whereabouts(choices, who, shop),
    taxExempt: exemption.exempt,
    accountType: who.accountType,
    brands: await brandPreferences(db),
  };
  const price = (variant: Choices) => quote(requestFor(variant, part, at, payer), prices);
  const all = variantsOf(choices).map((variant) => ({ variant, result: price(variant) }));
  const away = all.map(({ variant, result }) => {
    const { subtotalCents } = price({ ...variant, glassCents: null, discountCents: null });
    return { cents: subtotalCents - result.subtotalCents, ofCents: subtotalCents };
  });
  const [first, ...others] = all.map(({ variant, result }) => stored(variant, part, result));
  if (!first) throw new Error("There is always what was chosen");
  const options = [first, ...others.map((other) => alike(first, other))];
  const { lines, shares, ...amounts } = first;
  const glass = glassOf(choices, part);
  const columns = {
    payer: payer as string,
    insurerId,
    ...amounts,
    ...approvalFor(away, settings?.discountLimitBps ?? null, actor),
    deductibleCents: shares.deductibleCents ?? 0,
    policyDeductibleCents: payer === "insurance" ? choices.deductibleCents : null,
    deductibleStated: payer === "insurance" && choices.deductibleStated,
    service: glass ? "replacement" : "chip_repair",
    glassPosition: glass?.glassPosition ?? "windshield",
    nagsNumber: glass?.nagsNumber ?? null,
    chips: glass ? 0 : choices.chips,
    place: choices.place as string,
    workZip: choices.place === "mobile" ? choices.workZip : "",
    workMiles: choices.place === "mobile" ? choices.workMiles : null,
    brand: choices.brand,
    taxNote: taxNote(exemption, all[0]?.result.taxArea ?? null),
    notes,
    priceVersion: version,
    validUntil: midnightOf(addDays(today, settings?.quoteValidDays ?? QUOTE_VALID_DAYS)),
  };
  return {
    columns,
    lines,
    options:
      others.length === 0
        ? []
        : options.map(({ shares: _, ...option }, position) => ({ ...option, position })),
  };
}

/** What is kept of one priced kind of glass. */
function stored(variant: Choices, part: DeskPart | null, result: QuoteResult) {
  const reviews = reviewsOf(variant, part, result);
  const { subtotalCents, taxCents, totalCents, costCents, shares } = result;
  const lines: StoredLine[] = result.lines.map((line, position) => ({
    position,
    kind: line.kind,
    description: line.description,
    nagsNumber: line.nagsNumber,
    quantity: line.quantity,
    unitCents: line.unitCents,
    totalCents: line.totalCents,
    taxable: line.taxable,
    costCents: line.costCents,
    rule: line.rule,
    layer: line.layer,
  }));
  return {
    grade: variant.grade as string,
    subtotalCents,
    taxCents,
    totalCents,
    insurerCents: shares.insurerCents,
    customerCents: shares.customerCents,
    costCents,
    needsReview: reviews.length > 0,
    reviews,
    lines,
    shares,
  };
}

type Stored = ReturnType<typeof stored>;

function alike(first: Stored, other: Stored): Stored {
  const review = alikeReview(first, other);
  return review ? { ...other, needsReview: true, reviews: [...other.reviews, review] } : other;
}

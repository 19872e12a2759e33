import type { Actor } from "@/lib/auth/actor";
import { addDays, dateIn, dayOf } from "@/lib/dates";
import { quote } from "@/lib/glass/quote";
import { exemptionOn } from "@/lib/glass/tax";
import { QUOTE_VALID_DAYS } from "@/lib/paper";
import { pricesFor, pricesInForce } from "@/lib/pricing";
import { Refusal } from "@/lib/refusal";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { milesBetween, placeOf } from "@/lib/zip";
import { partNumbered, spellingOf } from "./catalogue";
import type { NewQuoteInput } from "./forms";
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
  return db.customer.create({ data: { name: customer.customerName, phone: customer.phone } });
}

/** The vehicle of a new quote: one of the customer's by id, or a new one. @throws NotFound where it is not this customer's. */
export async function vehicleOf(db: Db, customerId: string, vehicle: NewQuoteInput["vehicle"]) {
  if ("id" in vehicle)
    return db.vehicle.findUniqueOrThrow({ where: { ...by("id", vehicle.id), customerId } });
  return db.vehicle.create({ data: { ...vehicle, ...(await spellingOf(db, vehicle)), customerId } });
}

/**
 * Prices choices by the shop's own book and the shared catalogue as they are now; nothing the browser said of a price counts.
 * @returns the columns and the lines of a quote. @throws Refusal where the shop has no prices; NotFound for an insurer nobody knows.
 */
export async function priced(db: Db, { choices, payer, notes }: Input, who: Who, actor: Actor) {
  const today = dateIn(actor.timeZone, new Date());
  const insurerId = payer === "insurance" ? choices.insurerId : null;
  if (insurerId) await db.insurer.findUniqueOrThrow({ where: { id: insurerId } });
  const { book, version } = await pricesInForce(db);
  const prices = pricesFor(book, payer, insurerId, who.accountType);
  if (!prices) throw new Refusal("Your shop has no prices yet. An owner sets them under Pricing.");
  const shop = await db.tenant.findFirstOrThrow({ select: { state: true, zip: true } });
  const settings = await db.shopSettings.findFirst({ select: { quoteValidDays: true } });
  const part = choices.work === "chip_repair" ? null : await partNumbered(db, choices.nags);
  const exemption = exemptionOn(
    { ...who, taxCertificateUntil: who.taxCertificateUntil && dayOf(who.taxCertificateUntil) },
    today,
  );
  const at = {
    on: today,
    ...whereabouts(choices, who, shop),
    taxExempt: exemption.exempt,
    accountType: who.accountType,
  };
  const result = quote(requestFor(choices, part, at, payer), prices);
  const glass = glassOf(choices, part);
  const reviews = reviewsOf(choices, part, result);
  const lines = result.lines.map((line, position) => ({
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
  const columns = {
    payer: payer as string,
    insurerId,
    deductibleCents: result.shares.deductibleCents ?? 0,
    policyDeductibleCents: payer === "insurance" ? choices.deductibleCents : null,
    deductibleStated: payer === "insurance" && choices.deductibleStated,
    service: glass ? "replacement" : "chip_repair",
    glassPosition: glass?.glassPosition ?? "windshield",
    nagsNumber: glass?.nagsNumber ?? null,
    grade: choices.grade as string,
    chips: glass ? 0 : choices.chips,
    place: choices.place as string,
    workZip: choices.place === "mobile" ? choices.workZip : "",
    workMiles: choices.place === "mobile" ? choices.workMiles : null,
    taxNote: taxNote(exemption, result),
    notes,
    needsReview: reviews.length > 0,
    reviews,
    subtotalCents: result.subtotalCents,
    taxCents: result.taxCents,
    totalCents: result.totalCents,
    insurerCents: result.shares.insurerCents,
    customerCents: result.shares.customerCents,
    costCents: result.costCents,
    priceVersion: version,
    validUntil: new Date(`${addDays(today, settings?.quoteValidDays ?? QUOTE_VALID_DAYS)}T00:00:00Z`),
  };
  return { columns, lines };
}

type Address = { state: string; zip: string };

/** Where the work is done, as far as it makes a price: for mobile work the ZIP code typed, or else the customer's, and the way there. */
function whereabouts({ place, workZip, workMiles }: Choices, who: Address, shop: Address) {
  const home = who.state || shop.state || null;
  if (place === "shop") return { state: home, zip: null, miles: null };
  const zip = workZip || who.zip;
  return {
    state: placeOf(zip)?.state ?? home,
    zip: zip || null,
    miles: workMiles ?? milesBetween(shop.zip, zip),
  };
}

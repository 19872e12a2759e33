"use client";

import { useLookup } from "@/components/form/combobox/use-lookup";
import type { IsoDate } from "@/lib/dates";
import type { DeskPart } from "@/lib/domain/catalog/desk-parts";
import type { PriceBook } from "@/lib/domain/pricing/book";
import { variantsOf } from "@/lib/domain/quotes/options";
import type { DeskCustomer, DeskSetting, deskFacts } from "@/lib/domain/quotes/queries";
import { type QuotePayer, taxNote } from "@/lib/domain/quotes/request";
import { brandsFor } from "@/lib/glass/pricing/brands";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { suppliesOf } from "@/lib/glass/pricing/supply";
import { exemptionOn } from "@/lib/glass/pricing/tax";
import { formatCents } from "@/lib/money";
import { partMeant } from "./part-meant";
import { priceFor, rangeOf } from "./priced";
import { type Car, normalNumber, type Typed } from "./typed";

type TripPlace = { city: string | null; state: string | null; miles: number | null };

/** Who has said nothing of an exemption. */
const TAXED = { taxExempt: false, taxCertificate: "", taxCertificateUntil: null };

type Catalog = { parts: DeskPart[]; book: PriceBook };

/** Whose quote it is and for which vehicle, where that stands already. */
export type FixedFor = {
  customer: ReturnType<typeof deskFacts>;
  car: Car;
};

/** Everything the desk shows for what is typed: the customer, the parts, and both prices. */
export function useDesk(home: string, setting: DeskSetting, typed: Typed, fixed: FixedFor | null) {
  const asked = typed.customerId && !fixed ? `${home}/customer?id=${typed.customerId}` : null;
  const customer = useLookup<DeskCustomer>(asked);
  const vehicle = customer.data?.vehicles.find(({ id }) => id === typed.vehicleId);
  const car = fixed?.car ?? vehicle ?? (typed.vehicleId ? null : typed.car);

  const listed = useLookup<Catalog>(car && partsUrl(home, { ...car, year: String(car.year) }));
  const number = normalNumber(typed.nags);
  const fitting = listed.data?.parts ?? [];
  const isListed = fitting.some((part) => part.nagsNumber === number);
  const byNumber = useLookup<Catalog>(
    number && !isListed && !listed.pending ? partsUrl(home, { nags: number }) : null,
  );
  const numbered = byNumber.data?.parts ?? [];
  const part = partMeant(number, fitting, numbered);
  const book = (isListed ? listed.data?.book : byNumber.data?.book) ?? listed.data?.book ?? setting.book;

  const who = fixed?.customer ?? customer.data;
  const mobile = typed.place === "mobile";
  const zip = mobile ? typed.workZip || who?.zip || "" : "";
  const trip = useLookup<TripPlace>(/^\d{5}/.test(zip) ? `${home}/trip?zip=${zip}` : null);
  const exemption = exemptionOn(who ?? TAXED, setting.today);
  const at = {
    on: setting.today,
    state: trip.data?.state ?? (who?.state || setting.state),
    zip: zip || null,
    miles: typed.workMiles ?? trip.data?.miles ?? null,
    taxExempt: exemption.exempt,
    accountType: who?.accountType ?? null,
    brands: setting.brands,
  };
  const cost = part && costText(book, part, typed.grade, setting.today);
  const brands = brandsFor(setting.brands, part?.glassPosition ?? "flat_glass", typed.grade);
  const ask = (payer: QuotePayer) => ({ choices: typed, at, book, payer });
  const prices = { cash: priceFor(ask("cash"), part), insurance: priceFor(ask("insurance"), part) };
  const options = variantsOf(typed).map((variant) => ({
    grade: variant.grade,
    priced: priceFor({ ...ask(typed.payer), choices: variant }, part),
  }));
  const candidates = fitting.filter((one) => one.glassPosition === typed.work);
  const range = prices[typed.payer] ? null : rangeOf(ask(typed.payer), candidates);

  const priced = prices[typed.payer];
  const place = { zip, ownZip: who?.zip ?? "", trip: trip.data, byMiles: goesByMiles(book) };
  const account = who && book.accounts[who.accountType] ? who.accountType : null;
  const taxed = taxNote(exemption, priced?.taxArea ?? null);
  return {
    place,
    cost,
    brands,
    account,
    taxed,
    customer,
    car,
    listed,
    byNumber,
    fitting,
    candidates,
    numbered,
    part,
    prices,
    options,
    range,
  };
}

export type Desk = ReturnType<typeof useDesk>;

function partsUrl(home: string, query: Record<string, string>): string {
  const { year, make, model, bodyStyle, nags } = query;
  const asked = { year, make, model, bodyStyle, nags };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${home}/parts?${new URLSearchParams(given)}`;
}

/** True where a trip has another price by another distance. */
function goesByMiles({ cash, insurance, insurers, accounts }: PriceBook): boolean {
  const profiles = [cash, insurance, ...Object.values(insurers), ...Object.values(accounts)];
  return profiles.some((profile) => profile?.mobile?.mode === "rings");
}

/** What the part costs the shop and who says so; null where nobody does, or for who may not see it. */
function costText(book: PriceBook, part: DeskPart, grade: GlassGrade, on: IsoDate): string | null {
  const own = book.partOverrides.find(({ nagsNumber }) => nagsNumber === part.nagsNumber)?.costCents;
  if (own != null) return `Your cost is ${formatCents(own)}.`;
  const [supply] = suppliesOf(book.suppliers, part, grade, on);
  return supply ? `${supply.supplier} asks ${formatCents(supply.cents)}.` : null;
}

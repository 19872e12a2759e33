import { dateIn } from "@/lib/dates";
import type { ShopPaper } from "@/lib/domain/shops/paper/paper";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { factsOf } from "@/lib/glass/pricing/told-line";
import { carName } from "@/lib/glass/vehicles/car";
import { formatPhone } from "@/lib/phone";
import { offered } from "../options";
import type { getQuote } from "../queries";
import { validityText } from "../quote";
import { gradeNames, placeText, workText } from "../work";
import type { QuotePaper } from "./paper";

type Quote = Awaited<ReturnType<typeof getQuote>>;

/** What a quote's paper says. @param timeZone the shop's, by whose calendar it was made and signed, and holds */
export function paperOf(quote: Quote, { logo: _, ...shop }: ShopPaper, timeZone: string): QuotePaper {
  const { customer, vehicle, insurer } = quote;
  const [signature] = quote.signatures;
  return {
    shop: {
      ...shop,
      lines: [
        ...addressLines(shop),
        [formatPhone(shop.phone), shop.email].filter(Boolean).join(" · "),
      ].filter(Boolean),
    },
    number: quote.number,
    madeOn: dateIn(timeZone, quote.createdAt),
    validity: validityText(quote, offered(quote), dateIn(timeZone, new Date())),
    customer: {
      name: customer.name,
      lines: [
        customer.company,
        ...addressLines(customer),
        formatPhone(customer.phone),
        customer.email,
      ].filter(Boolean),
    },
    vehicle: {
      name: carName(vehicle),
      vin: vehicle.vin,
      plate: [vehicle.plate, vehicle.plateState].filter(Boolean).join(" "),
    },
    work: [
      workText(quote),
      quote.options.length > 0 ? `Priced below with ${gradeNames[quote.grade as GlassGrade]} glass` : "",
      placeText(quote),
      quote.taxNote,
    ].filter(Boolean),
    lines: quote.lines.map(paperLine),
    subtotalCents: quote.subtotalCents,
    taxes: [{ name: "Tax", cents: quote.taxCents }],
    totalCents: quote.totalCents,
    shares:
      quote.payer === "insurance" ? { ...sharesOf(quote), insurer: insurer?.name ?? "Insurance" } : null,
    options: quote.options.map(({ grade, totalCents }) => ({
      label: gradeNames[grade as GlassGrade],
      totalCents,
    })),
    signature: signature && {
      name: signature.name,
      signedOn: dateIn(timeZone, signature.signedAt),
      path: signature.drawing,
    },
  };
}

function paperLine(line: Quote["lines"][number]) {
  const { kind, description, nagsNumber, quantity, unitCents, totalCents, taxable } = line;
  const { hourly, included } = factsOf(line);
  return {
    description,
    nagsNumber,
    quantity,
    unit: kind === "labour" && hourly ? "h" : "",
    unitCents,
    totalCents: totalCents === 0 && !included ? null : totalCents,
    taxable,
  };
}

const sharesOf = ({ insurerCents, customerCents }: Quote) => ({ insurerCents, customerCents });

type Place = { street: string; city: string; state: string; zip: string };

function addressLines({ street, city, state, zip }: Place): string[] {
  return [street, [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ")].filter(Boolean);
}

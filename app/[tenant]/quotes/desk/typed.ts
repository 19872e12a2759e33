import type { Choices, QuotePayer } from "@/lib/domain/quotes/request";
import { GRADES, MOST_CHIPS_QUOTED } from "@/lib/domain/quotes/work";
import { parseNags } from "@/lib/glass/parts/nags";
import { readOwnNumber } from "@/lib/glass/parts/own-number";
import { type Cents, parseMoney } from "@/lib/money";

export type Car = { year: number; make: string; model: string; bodyStyle: string };

/** What stands in the desk's form now, as far as it makes sense already. */
export type Typed = Choices & {
  payer: QuotePayer;
  customerId: string;
  vehicleId: string;
  /** A new vehicle, once year, make and model are there. */
  car: Car | null;
};

/** Reads the form while somebody types: what is not yet an answer counts as none. The server checks for real. */
export function readTyped(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    customerId: text("customerId"),
    vehicleId: text("vehicleId"),
    car: carOf(text("year"), text("make"), text("model"), text("bodyStyle")),
    work: (text("work") || "windshield") as Choices["work"],
    chips: Math.min(Math.max(1, Number.parseInt(text("chips"), 10) || 1), MOST_CHIPS_QUOTED),
    nags: text("nags"),
    grade: (text("grade") || "aftermarket") as Choices["grade"],
    brand: text("brand"),
    place: text("place") === "mobile" ? "mobile" : "shop",
    workZip: text("workZip"),
    workMiles: /^\d{1,3}$/.test(text("workMiles")) ? Number(text("workMiles")) : null,
    payer: text("payer") === "insurance" ? "insurance" : "cash",
    insurerId: text("insurerId") || null,
    deductibleCents: amount(text("deductible")),
    deductibleStated: form.has("deductibleStated"),
    discountCents: amount(text("discount")),
    discountReason: text("discountReason"),
    glassCents: amount(text("glassPrice")),
    offers: GRADES.filter((grade) => form.getAll("offer").includes(grade)).map((grade) => ({
      grade,
      glassCents: amount(text(`offerPrice.${grade}`)),
    })),
  };
}

function carOf(year: string, make: string, model: string, bodyStyle: string): Car | null {
  return /^\d{4}$/.test(year) && make && model ? { year: Number(year), make, model, bodyStyle } : null;
}

function amount(text: string): Cents | null {
  const cents = parseMoney(text);
  return cents === null || cents < 0 ? null : cents;
}

/** A part number in its normal form, NAGS or a shop's own; "" where what was typed is none. */
export function normalNumber(text: string): string {
  const reading = parseNags(text);
  return reading.ok ? reading.part.nagsNumber : (readOwnNumber(text) ?? "");
}

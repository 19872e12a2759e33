import { z } from "zod";
import { optionalText } from "@/lib/forms/fields";
import { filled, numberedRows } from "@/lib/forms/form-rows";
import { isVisible } from "@/lib/forms/typed-text";
import { LINE_KINDS, type LineKind } from "@/lib/glass/pricing/line-kinds";
import type { PriceBook } from "../book";

const MOST_RATES = 10;
const MOST_PPM = 200_000;

/** A share as typed into parts per million: "8.25" is 82,500, "0.375 %" is 3,750. Null when it is none. */
export function readPpm(text: string): number | null {
  const match = /^(\d{0,3})(?:\.(\d{0,4}))?\s*%?$/.exec(text.trim());
  const [, whole = "", fraction = ""] = match ?? [];
  return whole + fraction === "" ? null : Number(whole || "0") * 10_000 + Number(fraction.padEnd(4, "0"));
}

/** Parts per million as people write them: 82,500 becomes "8.25". */
export function ppmText(ppm: number): string {
  return String(ppm / 10_000);
}

const typed = optionalText(80);

/** One authority and its rate, as people type them. */
const RateRow = z.object({ name: typed, rate: typed }).transform(({ name, rate }, context) => {
  const ratePpm = readPpm(rate);
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (!isVisible(name)) refuse("name", "Enter who levies this tax, such as Texas.");
  if (ratePpm === null) refuse("rate", "Enter a percentage, such as 8.25.");
  else if (ratePpm > MOST_PPM) refuse("rate", `At most ${MOST_PPM / 10_000} %.`);
  return { name, ratePpm: ratePpm ?? 0 };
});

/** Discounts are taken off the taxed lines in proportion, so they are no choice of their own. */
export const TAXABLE_KINDS = LINE_KINDS.filter((kind) => kind !== "discount");

export const kindLabels: Record<(typeof TAXABLE_KINDS)[number], string> = {
  glass: "Glass",
  labour: "Labor",
  kit: "Urethane kit",
  moulding: "Moulding",
  hardware: "Clips and hardware",
  calibration: "Calibration",
  mobile: "Mobile service",
  disposal: "Disposal",
  chip_repair: "Chip repair",
  fee: "Other fees",
};

/** Line kinds in words, in the order of the alphabet: "Glass, Moulding". */
export function kindsText(kinds: readonly LineKind[]): string {
  const labels = kinds.flatMap((kind) => (kind === "discount" ? [] : [kindLabels[kind]]));
  return labels.toSorted().join(", ");
}

const kinds = z.preprocess(
  (posted) => (posted === undefined ? [] : [posted].flat()),
  z.array(z.enum(TAXABLE_KINDS as [LineKind, ...LineKind[]])),
);

/** Who levies how much, and on which lines. */
export const taxFields = {
  rates: numberedRows(RateRow, MOST_RATES, ["name", "rate"])
    .superRefine((rates, context) => {
      const names = rates.map((rate) => rate?.name.toLowerCase());
      names.forEach((name, index) => {
        const message = `${rates[index]?.name} is there twice.`;
        if (name && names.indexOf(name) < index)
          context.addIssue({ code: "custom", path: [index, "name"], message });
      });
    })
    .transform(filled),
  taxableKinds: kinds,
};

export const SaveTax = z.object(taxFields);

/** Line kinds that are taxed until a shop says otherwise: the parts and not the work, as in Texas. The same as the column's default. */
export const USUALLY_TAXED: string[] = ["glass", "moulding", "hardware", "kit"];

/** The price book as it would be with other taxes. */
export function withTax(book: PriceBook, { rates, taxableKinds }: z.output<typeof SaveTax>): PriceBook {
  const jurisdictions = rates.map(({ name, ratePpm }) => ({ name, rateBps: ratePpm / 100 }));
  return { ...book, jurisdictions, taxableKinds };
}

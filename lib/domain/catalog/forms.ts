import { z } from "zod";
import { across, id } from "@/lib/forms/fields";
import { filled, numberedRows } from "@/lib/forms/form-rows";
import type { NagsNumber } from "@/lib/glass/parts/nags";
import { priceFault } from "./catalog";
import { fitFields, fitRow, partFields } from "./part-fields";

/** More than any glass fits, because an import may have named them all; and below the thousand rows that a form can post, so that none is lost unseen. */
const MOST_FITS = 900;

const told = {
  ...partFields,
  fits: numberedRows(fitRow, MOST_FITS, Object.keys(fitFields)),
};
type Told = z.output<z.ZodObject<typeof told>>;

const { listPriceCents, listEffectiveFrom, nagsNumber, supersededBy } = told;
const checks = [
  across({ listPriceCents, listEffectiveFrom }, "listEffectiveFrom", priceFault),
  across(
    { nagsNumber, supersededBy },
    "supersededBy",
    (part) => part.supersededBy === part.nagsNumber.nagsNumber && "A part can't replace itself.",
  ),
] as const;

const read = ({ fits: rows, ...part }: Told) => ({ part: partOf(part), fits: filled(rows) });

export const NewPart = z
  .object(told)
  .check(...checks)
  .transform(read);
export const EditPart = z
  .object({ id, shown: z.string(), ...told })
  .check(...checks)
  .transform(({ id: of, shown, ...part }) => ({ id: of, shown, ...read(part) }));
export const OnePart = z.object({ id });

/** A part as kept. */
export type PartRow = z.output<typeof NewPart>["part"];

/** What a part number says of the glass is kept beside it, for searching. */
export function partOf<Told extends { nagsNumber: NagsNumber }>({ nagsNumber: reading, ...told }: Told) {
  const { nagsNumber, prefix, number, colorCode, attachments, premium, glassPosition } = reading;
  return {
    ...told,
    nagsNumber,
    prefix,
    number,
    glassPosition,
    colorCode: colorCode ?? "",
    attachments: attachments ?? false,
    premium: premium ?? false,
  };
}

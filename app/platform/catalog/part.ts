import { z } from "zod";
import { id } from "@/lib/fields";
import { filled, numberedRows } from "@/lib/form-rows";
import type { NagsNumber } from "@/lib/glass/nags";
import { fitFields, partFields, priceFault, yearsFault } from "@/lib/part-fields";

/** More than any glass fits, because an import may have named them all; and below the thousand rows that a form can post, so that none is lost unseen. */
const MOST_FITS = 900;

const fits = numberedRows(z.object(fitFields), MOST_FITS, Object.keys(fitFields));

const told = { ...partFields, fits };
type Told = z.output<z.ZodObject<typeof told>>;

function check(part: Told, context: z.core.$RefinementCtx): void {
  const refuse = (message: string | null, ...path: (string | number)[]) =>
    message && context.addIssue({ code: "custom", path, message });
  refuse(priceFault(part), "listEffectiveFrom");
  if (part.listPriceCents === 0)
    refuse("Glass is never free. Leave this empty when no price is known.", "listPriceCents");
  if (part.supersededBy === part.nagsNumber.nagsNumber)
    refuse("A part can't replace itself.", "supersededBy");
  part.fits.forEach((fit, row) => {
    if (fit) refuse(yearsFault(fit), "fits", row, "yearTo");
  });
}

const read = ({ fits: rows, ...part }: Told) => ({ part: partOf(part), fits: filled(rows) });

export const NewPart = z.object(told).superRefine(check).transform(read);
export const EditPart = z
  .object({ id, shown: z.string(), ...told })
  .superRefine(check)
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

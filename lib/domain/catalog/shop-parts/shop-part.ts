import { z } from "zod";
import { across, choice, id, shown } from "@/lib/forms/fields";
import { filled, numberedRows } from "@/lib/forms/form-rows";
import { parseNags, positionLabel, squashNags, USUAL_POSITIONS } from "@/lib/glass/parts/nags";
import { readOwnNumber } from "@/lib/glass/parts/own-number";
import { fitFields, fitRow, partFields } from "../part-fields";

const MOST_FITS = 60;

type Reading = ReturnType<typeof numberOf> & object;

/** A number as it is kept: NAGS taken apart; any other whole, and squashed in `number`, which is what the desk looks for. */
function numberOf(typed: string) {
  const nags = parseNags(typed);
  if (nags.ok) {
    const { nagsNumber, prefix, number, colorCode, attachments, premium } = nags.part;
    return {
      glass: nags.part.glassPosition,
      columns: {
        nagsNumber,
        prefix,
        number,
        colorCode: colorCode ?? "",
        attachments: attachments ?? false,
        premium: premium ?? false,
      },
    };
  }
  const own = readOwnNumber(typed);
  if (!own) return null;
  const columns = {
    nagsNumber: own,
    prefix: "",
    number: squashNags(own),
    colorCode: "",
    attachments: false,
    premium: false,
  };
  return { glass: null, columns };
}

const anyNumber = z
  .string()
  .default("")
  .transform((typed, context): Reading => {
    const reading = numberOf(typed);
    if (reading) return reading;
    const message = "Enter a number of 3 to 24 letters, digits and dashes, with a digit, such as RV-1234.";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const { description, side, listPriceCents, laborMinutes, kitHalves, clipsQty } = partFields;
const { mouldingRequired, calibration, features } = partFields;

const told = {
  nagsNumber: anyNumber,
  glassPosition: choice(USUAL_POSITIONS, "Choose which glass it is."),
  description,
  side,
  listPriceCents,
  laborMinutes,
  kitHalves,
  clipsQty,
  mouldingRequired,
  calibration,
  features,
  fits: numberedRows(fitRow, MOST_FITS, Object.keys(fitFields)),
};
type Told = z.output<z.ZodObject<typeof told>>;

const { nagsNumber, glassPosition } = told;
const sameGlass = across({ nagsNumber, glassPosition }, "glassPosition", (part) => {
  const { glass, columns } = part.nagsNumber;
  if (!glass || glass === part.glassPosition) return null;
  return `${columns.nagsNumber} is ${positionLabel(glass).toLowerCase()} by its number.`;
});

const read = ({ nagsNumber, fits, ...part }: Told) => ({
  part: { ...part, ...nagsNumber.columns },
  fits: filled(fits),
});

export const NewShopPart = z.object(told).check(sameGlass).transform(read);
export const EditShopPart = z
  .object({ id, shown, ...told })
  .check(sameGlass)
  .transform(({ id: of, shown: opened, ...part }) => ({ id: of, shown: opened, ...read(part) }));
export const OneShopPart = z.object({ id });

/** The columns that a number is kept in: they mean something only together, and with the glass that the number may name. */
export const numberNames = ["nagsNumber", "prefix", "number", "colorCode", "attachments", "premium"] as const;

/** What the form of a part is opened on. */
export const shopPartNames = [...new Set([...numberNames, ...Object.keys(told)])];

/** A part of the shop's own as kept, and the vehicles it fits. */
export type ShopPartInput = z.output<typeof NewShopPart>;

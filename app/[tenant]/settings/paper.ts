import { z } from "zod";
import { cleanImage, UnfitImage } from "@/lib/clean-image";
import { checkbox, optionalLines, optionalText } from "@/lib/fields";
import { readImage } from "@/lib/image";
import { Refusal } from "@/lib/refusal";
import { whyNotBrandColor } from "./brand-color";

/** A form with more than a megabyte would not reach the server; a logo needs much less. */
export const MOST_LOGO_BYTES = 300 * 1024;

const SMALLEST = 16;
const LARGEST = 2000;
/** Of terms; laying out thousands of empty ones would keep the server busy. */
const MOST_LINES = 200;

const chosenFile = z
  .unknown()
  .optional()
  .transform((value) => (value instanceof Blob && value.size > 0 ? value : null));

const wholeDays = z
  .string()
  .trim()
  .default("")
  .transform((value, context) => {
    const days = Number(value);
    if (/^\d{1,3}$/.test(value) && days >= 1 && days <= 365) return days;
    context.addIssue({ code: "custom", message: "Enter a number of days, 1 to 365." });
    return z.NEVER;
  });

const brandColor = optionalText(7).transform((value, context) => {
  const color = value.toLowerCase();
  const message = whyNotBrandColor(color);
  if (message) context.addIssue({ code: "custom", message });
  return color;
});

export const PaperForm = z.object({
  logo: chosenFile,
  removeLogo: checkbox,
  brandColor,
  taxId: optionalText(60),
  terms: optionalLines(4000).refine(
    (typed) => typed.split("\n").length <= MOST_LINES,
    `At most ${MOST_LINES} lines.`,
  ),
  quoteValidDays: wholeDays,
});

/**
 * The logo's bytes as they are kept: the picture alone, without what else its file held.
 * @throws Refusal beside the field for what is no sound PNG or JPEG by its own bytes, too heavy, or of a size that no letterhead has.
 */
export function checkLogo(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const refuse = (message: string) => new Refusal(message, "logo");
  if (bytes.length > MOST_LOGO_BYTES) throw refuse("The logo may have at most 300 KB.");
  const image = readImage(bytes);
  const sides = image ? [image.width, image.height] : [];
  if (Math.max(...sides) > LARGEST)
    throw refuse(`The logo may have at most ${LARGEST} pixels a side; this one has ${sides.join(" × ")}.`);
  if (Math.min(...sides) < SMALLEST) throw refuse(`The logo needs at least ${SMALLEST} pixels a side.`);
  try {
    return cleanImage(bytes);
  } catch (error) {
    throw error instanceof UnfitImage ? refuse(error.message) : error;
  }
}

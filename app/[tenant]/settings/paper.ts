import { z } from "zod";
import { checkbox, optionalText } from "@/lib/fields";
import { isWholePng, readImage } from "@/lib/image";
import { Refusal } from "@/lib/refusal";
import { whyNotBrandColor } from "./brand-color";

/** A form with more than a megabyte would not reach the server; a logo needs much less. */
export const MOST_LOGO_BYTES = 300 * 1024;

const SMALLEST = 16;
const LARGEST = 2000;
const MOST_LINES = 120;

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

/** Browsers count a line's end as one character and post two. */
const lines = (most: number) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.replaceAll("\r\n", "\n") : value),
    optionalText(most).refine(
      (text) => text.split("\n").length <= MOST_LINES,
      `At most ${MOST_LINES} lines: more would fill pages.`,
    ),
  );

export const PaperForm = z.object({
  logo: chosenFile,
  removeLogo: checkbox,
  brandColor,
  taxId: optionalText(60),
  terms: lines(4000),
  quoteValidDays: wholeDays,
});

/**
 * The logo's bytes as they are kept.
 * @throws Refusal beside the field for what is no PNG or JPEG by its own bytes, too heavy, or of a size that no letterhead has.
 */
export function checkLogo(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.length > MOST_LOGO_BYTES) throw new Refusal("The logo may have at most 300 KB.", "logo");
  const image = readImage(bytes);
  if (!image) throw new Refusal("Choose a PNG or JPEG picture. Other kinds, SVG too, are not taken.", "logo");
  const sides = [image.width, image.height];
  if (Math.max(...sides) > LARGEST)
    throw new Refusal(
      `The logo may have at most ${LARGEST} pixels a side; this one has ${sides.join(" × ")}.`,
      "logo",
    );
  if (Math.min(...sides) < SMALLEST)
    throw new Refusal(`The logo needs at least ${SMALLEST} pixels a side.`, "logo");
  if (image.type === "image/png" && !isWholePng(bytes))
    throw new Refusal("This picture is damaged or interlaced. Save it anew, without interlacing.", "logo");
  return bytes;
}

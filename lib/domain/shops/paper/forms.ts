import { z } from "zod";
import { checkbox, optionalLines, optionalText, shown } from "@/lib/forms/fields";
import { cleanApart } from "@/lib/pictures/pictures";
import { isTooBusy } from "@/lib/workers/faults";
import { whyNotBrandColor } from "./brand-color";

/** A form with more than a megabyte would not reach the server; a logo needs much less. */
export const MOST_LOGO_BYTES = 300 * 1024;

/** Of terms; laying out thousands of empty ones would keep the server busy. */
const MOST_LINES = 200;

/** The logo as it is kept. The log of changes notes that there was one, and not its bytes. */
export class Logo {
  constructor(readonly png: Uint8Array<ArrayBuffer>) {}
  toJSON() {
    return "a picture";
  }
}

/** A picture made anew; null where none was chosen. Reading it takes a process apart, so forms with it are parsed without holding a transaction. */
const logo = z
  .unknown()
  .optional()
  .transform(async (value, context) => {
    if (!(value instanceof Blob) || value.size === 0) return null;
    const read = await cleanLogo(value);
    if (read instanceof Logo) return read;
    context.addIssue({ code: "custom", message: read });
    return z.NEVER;
  });

/** @returns what to say beside the field where it can't be a logo. */
async function cleanLogo(file: Blob): Promise<Logo | string> {
  if (file.size > MOST_LOGO_BYTES) return "The logo may have at most 300 KB.";
  try {
    const cleaned = await cleanApart(new Uint8Array(await file.arrayBuffer()));
    return "png" in cleaned ? new Logo(new Uint8Array(cleaned.png)) : cleaned.unfit;
  } catch (error) {
    if (isTooBusy(error)) return error.message;
    throw error;
  }
}

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

const words = {
  brandColor,
  taxId: optionalText(60),
  terms: optionalLines(4000).refine(
    (typed) => typed.split("\n").length <= MOST_LINES,
    `At most ${MOST_LINES} lines.`,
  ),
};

export const PaperForm = z.object({ shown, logo, removeLogo: checkbox, ...words, quoteValidDays: wholeDays });

/** What the form may change beside the logo, in which the last one wins who chooses it. */
export const paperNames = Object.keys(words);

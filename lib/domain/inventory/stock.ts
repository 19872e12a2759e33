import { z } from "zod";
import { wholePartNumber } from "@/lib/domain/pricing/overrides/override";
import { across, id, optionalText, shown } from "@/lib/forms/fields";

const MOST = 9_999;

/** Empty is null. */
const count = z
  .string()
  .trim()
  .default("")
  .transform((typed, context) => {
    if (typed === "") return null;
    const whole = /^\d{1,5}$/.test(typed) ? Number(typed) : null;
    if (whole === null) context.addIssue({ code: "custom", message: "Enter a whole number, such as 4." });
    else if (whole > MOST) context.addIssue({ code: "custom", message: `At most ${MOST}.` });
    return whole ?? z.NEVER;
  });
const orNone = count.transform((pieces) => pieces ?? 0);

const fields = {
  onHand: orNone,
  minQty: orNone,
  maxQty: count,
  bin: optionalText(20),
};

const { minQty, maxQty } = fields;
const range = across(
  { minQty, maxQty },
  "maxQty",
  (typed) =>
    typed.maxQty !== null && typed.maxQty < typed.minQty && `At least the minimum of ${typed.minQty}.`,
);

export const NewStock = z.object({ nagsNumber: wholePartNumber, ...fields }).check(range);
export const EditStock = z.object({ id, shown, ...fields }).check(range);
export const stockNames = Object.keys(fields);
export const OneStock = z.object({ id });

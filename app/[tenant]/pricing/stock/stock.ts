import { z } from "zod";
import { across, id, optionalText } from "@/lib/fields";
import { wholePartNumber } from "../part";

const MOST = 9_999;

const count = (empty: "zero" | "none") =>
  z
    .string()
    .trim()
    .default("")
    .transform((typed, context) => {
      if (typed === "") return empty === "zero" ? 0 : null;
      const whole = /^\d{1,5}$/.test(typed) ? Number(typed) : null;
      if (whole === null) context.addIssue({ code: "custom", message: "Enter a whole number, such as 4." });
      else if (whole > MOST) context.addIssue({ code: "custom", message: `At most ${MOST}.` });
      return whole ?? z.NEVER;
    });

const fields = {
  onHand: count("zero").transform((pieces) => pieces ?? 0),
  minQty: count("zero").transform((pieces) => pieces ?? 0),
  maxQty: count("none"),
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
export const EditStock = z.object({ id, ...fields }).check(range);
export const OneStock = z.object({ id });

import { z } from "zod";
import { id, optionalId, optionalPhone, optionalText, text } from "@/lib/forms/fields";

const error = "Enter an address such as https://portal.example.com.";

/** Only addresses that a link may safely lead to. */
const optionalUrl = optionalText(300).pipe(
  z.union([z.literal(""), z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error })], { error }),
);

const optionalDigits = optionalText(2).transform((typed, context) => {
  if (typed === "") return null;
  if (/^\d{1,2}$/.test(typed) && Number(typed) > 0) return Number(typed);
  context.addIssue({ code: "custom", message: "Enter how many digits, such as 9." });
  return z.NEVER;
});

const insurer = { name: text("the insurer's name"), tpaId: optionalId };
export const NewInsurer = z.object(insurer);
export const EditInsurer = z.object({ id, shown: z.string(), ...insurer });

const tpa = {
  name: text("the administrator's name"),
  phone: optionalPhone,
  portalUrl: optionalUrl,
  tradingPartnerId: optionalText(40),
  numberLabel: text("what it calls its number", 60),
  numberDigits: optionalDigits,
};
export const NewTpa = z.object(tpa);
export const EditTpa = z.object({ id, shown: z.string(), ...tpa });

export const OneRow = z.object({ id });

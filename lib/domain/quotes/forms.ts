import { z } from "zod";
import { vehicleFields, vinOfYear } from "@/lib/domain/customers/vehicle-fields";
import {
  across,
  checkbox,
  choice,
  date,
  email,
  id,
  optionalId,
  optionalLines,
  optionalMoney,
  optionalText,
  optionalZip,
  phone,
  text,
} from "@/lib/forms/fields";
import { parseNags } from "@/lib/glass/parts/nags";
import { readOwnNumber } from "@/lib/glass/parts/own-number";
import { GRADES, MOST_CHIPS_QUOTED, WORK } from "./work";

const NewVehicle = z.object(vehicleFields).check(vinOfYear);

const NewCustomer = z.object({
  customerName: text("the customer's name").refine(
    (name) => name === "" || /\p{L}/u.test(name),
    "Enter the customer's name.",
  ),
  phone,
});

const Choices = z.object({
  work: choice(WORK, "Choose what needs doing."),
  chips: z.coerce.number().int().default(1).catch(0),
  nags: optionalText(40).superRefine((typed, context) => {
    const reading = parseNags(typed);
    if (typed !== "" && !reading.ok && !readOwnNumber(typed))
      context.addIssue({ code: "custom", message: reading.reason });
  }),
  grade: z.enum(GRADES).catch("aftermarket"),
  brand: optionalText(40),
  place: choice(["shop", "mobile"], "Choose where the work is done."),
  workZip: optionalZip,
  workMiles: optionalText(8).transform((typed, context) => {
    if (typed !== "" && !/^\d{1,3}$/.test(typed))
      context.addIssue({ code: "custom", message: "Enter whole miles, such as 18." });
    return typed === "" ? null : Number(typed);
  }),
  payer: choice(["cash", "insurance"], "Choose who pays."),
  insurerId: optionalId,
  deductible: optionalMoney(),
  deductibleStated: checkbox,
  discount: optionalMoney(),
  discountReason: optionalText(100),
  glassPrice: optionalMoney(),
  offer: z.preprocess((posted) => [posted ?? []].flat(), z.array(z.enum(GRADES).catch("aftermarket"))),
  offerPrice: z.partialRecord(z.enum(GRADES), optionalMoney()).optional(),
  notes: optionalLines(),
  next: z.string().optional(),
});

const { payer, insurerId, work, chips, discount, discountReason } = Choices.shape;

const CheckedChoices = Choices.check(
  across(
    { payer, insurerId },
    "insurerId",
    (typed) =>
      typed.payer === "insurance" && !typed.insurerId && "Choose the insurer, or quote cash for now.",
  ),
  across(
    { work, chips },
    "chips",
    (typed) =>
      typed.work === "chip_repair" &&
      (typed.chips < 1 || typed.chips > MOST_CHIPS_QUOTED) &&
      `Enter how many chips, from 1 to ${MOST_CHIPS_QUOTED}.`,
  ),
  across(
    { discount, discountReason },
    "discountReason",
    (typed) => Boolean(typed.discount) && !typed.discountReason && "Say what the discount is for.",
  ),
).transform(({ deductible, discount, glassPrice, offer, offerPrice, payer, notes, next, ...rest }) => ({
  payer,
  notes,
  next,
  choices: {
    ...rest,
    deductibleCents: deductible,
    discountCents: discount,
    glassCents: glassPrice,
    offers: [...new Set(offer)].map((grade) => ({ grade, glassCents: offerPrice?.[grade] ?? null })),
  },
}));

type Raw = Record<string, unknown>;

/** Without the prices of what is not offered: the desk hides them. */
function offeredOnly(raw: Raw): Raw {
  const offered = GRADES.filter((grade) => grade !== raw.grade && [raw.offer].flat().includes(grade));
  const prices = Object.entries(raw.offerPrice ?? {}).filter(([grade]) =>
    offered.some((one) => one === grade),
  );
  return { ...raw, offerPrice: Object.fromEntries(prices) };
}

/** Checks one part of a form, so that all that is wrong is said at once. */
function check<Form extends z.ZodType>(form: Form, raw: Raw, context: z.core.$RefinementCtx) {
  const read = form.safeParse(raw);
  for (const { message, path } of read.error?.issues ?? [])
    context.addIssue({ code: "custom", message, path });
  return read.data ?? null;
}

/** A new quote: for somebody known by id, or new by name and phone; for one of their vehicles, or a new one. */
export const NewQuote = z.record(z.string(), z.unknown()).transform((raw, context) => {
  const customerId = typeof raw.customerId === "string" ? raw.customerId : "";
  const vehicleId = customerId && typeof raw.vehicleId === "string" ? raw.vehicleId : "";
  const customer = customerId ? { id: customerId } : check(NewCustomer, raw, context);
  const vehicle = vehicleId ? { id: vehicleId } : check(NewVehicle, raw, context);
  const rest = check(CheckedChoices, offeredOnly(raw), context);
  return customer && vehicle && rest ? { customer, vehicle, ...rest } : z.NEVER;
});

export type NewQuoteInput = z.output<typeof NewQuote>;

const Edited = z.object({ id, edition: z.string().optional() });

/** Other choices for a quote that stands: whose it is and for which vehicle stays. `edition`: which state of it was changed, see `editionOf`. */
export const EditQuote = z.record(z.string(), z.unknown()).transform((raw, context) => {
  const rest = check(CheckedChoices, offeredOnly(raw), context);
  const edited = check(Edited, raw, context);
  return rest && edited ? { ...edited, ...rest } : z.NEVER;
});

export const OneQuote = z.object({ id });

/** @param givenAwayCents as it stood on the page of who approves. */
export const ApproveDiscount = z.object({ id, givenAwayCents: z.coerce.number().int() });

export const OneLink = z.object({ linkId: id });

export const OneMail = z.object({ mailId: id });

export const MailQuote = z.object({ id, email, note: optionalLines(1000) });

export const LoseQuote = z.object({ id, reason: optionalText() });

/** What a form to accept a quote asks for, whoever fills it in: which glass, when, and where the shop has to go. */
export const visitFields = {
  /** Which of a quote's options; null where it has none. */
  option: z.coerce.number().int().min(0).max(GRADES.length).nullable().catch(null),
  /** The form has options to choose from. */
  choose: checkbox,
  day: date("visit"),
  timeWindow: choice(["am", "pm", "day"], "Choose the time of day."),
  /** Only asked for where the shop goes to the customer. */
  street: text("the street where the work is done").default(""),
  city: optionalText(100),
  zip: optionalZip,
};

/** The last check of a form with `visitFields`. */
export const optionChosen = across(
  { choose: visitFields.choose, option: visitFields.option },
  "option",
  ({ choose, option }) => choose && option === null && "Choose one of the options.",
);

export const BookQuote = z.object({ id, ...visitFields, notes: optionalLines() }).check(optionChosen);

export const PartsQuery = z.object({
  year: z.coerce.number().int().min(1900).max(2100).optional().catch(undefined),
  make: z.string().max(60).default(""),
  model: z.string().max(60).default(""),
  bodyStyle: z.string().max(60).default(""),
  nags: z.string().max(40).default(""),
});

export const CustomerQuery = z.object({ id });

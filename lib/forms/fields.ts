import { z } from "zod";
import { type DayMeaning, readDay, yearFault } from "@/lib/date-range";
import { type IsoDate, midnightOf } from "@/lib/dates";
import { parseMoney, parsePercent } from "@/lib/money";
import { parsePhone, whyNoPhone } from "@/lib/phone";
import { stateCodes } from "@/lib/states";
import { asTyped, isVisible, oneLine } from "./typed-text";

// Fields as forms post them: text in, checked values out, messages for the person who typed.

const posted = z.string().default("");
const typed = posted.transform((value) => asTyped(value).trim());

/** As browsers count for `maxLength`: an emoji is two. */
const within = (max: number) =>
  z.string().refine((value) => value.length <= max, `At most ${max} characters.`);

const line = posted.transform(oneLine);

/** One line. @param what names the field in its message: "Enter a name." */
export const text = (what: string, max = 200) => line.pipe(within(max)).refine(isVisible, `Enter ${what}.`);

/** One line, or nothing. */
export const optionalText = (max = 200) => line.pipe(within(max));

/** Several lines, or nothing. */
export const optionalLines = (max = 2000) => typed.pipe(within(max));

/** Ids are never typed by people: one that is no id names nothing, which the door answers with 404. */
/** What the form was opened on, see `shownOf`. */
export const shown = z.string().max(30_000).optional();

export const id = z.string().default("");

export const optionalId = z
  .string()
  .default("")
  .transform((value) => value || null);

export const phone = typed.transform((value, context) => toPhone(value, context) ?? z.NEVER);

/** Empty is "". */
export const optionalPhone = typed.transform((value, context) =>
  value === "" ? "" : (toPhone(value, context) ?? z.NEVER),
);

function toPhone(value: string, context: z.core.$RefinementCtx): string | null {
  const number = parsePhone(value);
  if (!number) context.addIssue({ code: "custom", message: whyNoPhone(value) });
  return number;
}

const NO_EMAIL = "Enter an e-mail address such as ann@example.com.";

export const email = typed.pipe(z.email(NO_EMAIL).max(320));

export const optionalEmail = typed.pipe(
  z.union([z.literal(""), z.email(NO_EMAIL).max(320)], { error: NO_EMAIL }),
);

export const optionalZip = typed.pipe(
  z.string().regex(/^(\d{5}(-\d{4})?)?$/, "Enter a ZIP code of 5 digits, such as 78701."),
);

export const optionalState = typed.pipe(
  z
    .string()
    .toUpperCase()
    .refine((code) => code === "" || stateCodes.includes(code), "Choose a state."),
);

/** Dollars as typed, cents out. @param most in cents. */
export const money = (most = 100_000_00) =>
  typed.transform((value, context) => toCents(value, most, context) ?? z.NEVER);

/** Empty is null. */
export const optionalMoney = (most = 100_000_00) =>
  typed.transform((value, context) => (value === "" ? null : (toCents(value, most, context) ?? z.NEVER)));

function toCents(value: string, most: number, context: z.core.$RefinementCtx): number | null {
  const cents = parseMoney(value);
  if (cents === null || cents < 0) {
    context.addIssue({ code: "custom", message: "Enter an amount in dollars, such as 45.00." });
    return null;
  }
  if (cents > most)
    context.addIssue({ code: "custom", message: `At most $${(most / 100).toLocaleString("en-US")}.` });
  return cents;
}

/** A percentage as typed, basis points out: 8.25 is 825. @param most in basis points. */
export const percent = (most = 10_000) =>
  typed.transform((value, context) => toBps(value, most, context) ?? z.NEVER);

/** Empty is null. */
export const optionalPercent = (most = 10_000) =>
  typed.transform((value, context) => (value === "" ? null : (toBps(value, most, context) ?? z.NEVER)));

function toBps(value: string, most: number, context: z.core.$RefinementCtx): number | null {
  const bps = parsePercent(value);
  if (bps === null || bps < 0) {
    context.addIssue({ code: "custom", message: "Enter a percentage, such as 8.25." });
    return null;
  }
  if (bps > most) context.addIssue({ code: "custom", message: `At most ${most / 100} %.` });
  return bps;
}

const NO_DAY = "Choose a date.";

/** A day as people type it, or null. @param meaning which days make sense. @param message what to say of what is no day. */
export const optionalDay = (meaning: DayMeaning, message = NO_DAY) =>
  typed.transform((value, context) =>
    value === "" ? null : (toDay(value, meaning, context, message) ?? z.NEVER),
  );

/** A day, as midnight UTC, which is how Prisma reads a DATE. */
export const date = (meaning: DayMeaning) =>
  typed.transform((value, context) => {
    const day = toDay(value, meaning, context);
    return day ? midnightOf(day) : z.NEVER;
  });

/** A day as midnight UTC, or null. */
export const optionalDate = (meaning: DayMeaning, message = NO_DAY) =>
  optionalDay(meaning, message).transform((day) => (day ? midnightOf(day) : null));

function toDay(
  value: string,
  meaning: DayMeaning,
  context: z.core.$RefinementCtx,
  message = NO_DAY,
): IsoDate | null {
  const now = new Date();
  const day = readDay(value, now);
  const fault = day ? yearFault(day, meaning, now) : message;
  if (fault) context.addIssue({ code: "custom", message: fault });
  return day;
}

/** A checkbox: posted or not. */
export const checkbox = z
  .string()
  .optional()
  .transform((value) => value === "on" || value === "true");

/** @param message what to say where nothing, or something else, was chosen. */
export const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  message: string,
) => z.enum(values, { error: message });

/**
 * A check over several fields of a form, said in the same round as what else is wrong with it: it waits only while one of the fields
 * that it reads is wrong itself. For `.check()` of an object with these fields.
 * @param at the field that the message stands beside. @param fault the message, or nothing where all is well.
 */
export function across<Fields extends z.ZodRawShape>(
  fields: Fields,
  at: keyof Fields & string,
  fault: (typed: z.output<z.ZodObject<Fields>>) => string | false | null | undefined,
): z.core.$ZodCheck<z.output<z.ZodObject<Fields>>> {
  return z.superRefine<z.output<z.ZodObject<Fields>>>(
    (typed, context) => {
      const message = fault(typed);
      if (message) context.addIssue({ code: "custom", path: [at], message });
    },
    { when: ({ issues }) => !issues.some(({ path }) => String(path?.[0]) in fields) },
  );
}

import { z } from "zod";
import { isIsoDate } from "./dates";
import { parseMoney, parsePercent } from "./money";
import { parsePhone } from "./phone";
import { stateCodes } from "./states";

// Fields as forms post them: text in, checked values out, messages for the person who typed.

const typed = z.string().trim().default("");

/** @param what names the field in its message: "Enter a name." */
export const text = (what: string, max = 200) =>
  typed.pipe(z.string().min(1, `Enter ${what}.`).max(max, `At most ${max} characters.`));

export const optionalText = (max = 200) => typed.pipe(z.string().max(max, `At most ${max} characters.`));

/** Ids are never typed by people: one that is no id names nothing, which the door answers with 404. */
export const id = z.string().default("");

export const optionalId = z
  .string()
  .default("")
  .transform((value) => value || null);

export const phone = typed.transform((value, context) => {
  const number = parsePhone(value);
  if (!number)
    context.addIssue({
      code: "custom",
      message: "Enter a phone number with area code, such as (512) 555-0188.",
    });
  return number ?? z.NEVER;
});

export const optionalPhone = typed.transform((value, context) => {
  if (value === "") return "";
  const number = parsePhone(value);
  if (!number)
    context.addIssue({
      code: "custom",
      message: "Enter a phone number with area code, such as (512) 555-0188.",
    });
  return number ?? z.NEVER;
});

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

/** An ISO date from a date input. Stored as midnight UTC, which is how Prisma reads a DATE. */
export const date = typed.transform((value, context) => {
  if (!isIsoDate(value)) context.addIssue({ code: "custom", message: "Choose a date." });
  return isIsoDate(value) ? new Date(`${value}T00:00:00Z`) : z.NEVER;
});

/** An ISO date, or null where none was chosen. */
export const optionalDate = z.union([typed.pipe(z.literal("").transform(() => null)), date], {
  error: "Choose a date.",
});

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

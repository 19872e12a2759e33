import { z } from "zod";
import { across, optionalDate, optionalMoney, optionalText, text } from "@/lib/forms/fields";
import { oneLine } from "@/lib/forms/typed-text";
import { FEATURES } from "@/lib/glass/parts/candidates";
import { parseNags } from "@/lib/glass/parts/nags";

// What a part is told by, as text: typed into the form, or a cell of an imported file. Both are read by these.

type Context = z.core.$RefinementCtx;

const raw = z.string();
const refuse = (context: Context, message: string) => {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
};

/** A spreadsheet that opens this text later would run it; some read the wide signs of Asian keyboards alike. */
const FORMULA = /^(\t|\r|\s*[=+\-@＝＋－＠])/;
const NEGATIVE = /^-\s*\$?\s*[\d.]/;

/** What a browser puts where a file is not UTF-8. */
const UNREADABLE = "\uFFFD";

const plain = () =>
  raw
    .refine((value) => !FORMULA.test(value), {
      message: "Text can't begin with = + - @ or a tab: a spreadsheet would run it as a formula.",
      abort: true,
    })
    .refine((value) => !value.includes(UNREADABLE), {
      message: "Unreadable letters: save the file as UTF-8.",
      abort: true,
    })
    .transform(oneLine);

/** Text that should be a number: below zero is told apart from a formula. */
const numeric = raw
  .refine((value) => !NEGATIVE.test(value.trim()), { message: "Can't be negative.", abort: true })
  .pipe(plain());

const words = (what: string | null, most: number) =>
  plain()
    .transform((value): string | undefined => value)
    .pipe(what ? text(what, most) : optionalText(most));

/**
 * A number as a count of its smaller unit: 2.5 hours are 150 minutes, half up. Empty is 0.
 * @param exact refuses what is no whole count, such as a third of a kit. @param most in the unit that is typed.
 */
const counted = (ofOne: number, most: number, message: string, exact = true) =>
  numeric.transform((value, context) => {
    if (value === "") return 0;
    const count = Number(value) * ofOne;
    const whole = Math.round(count);
    if (!/^\d*\.?\d+$/.test(value) || (exact && count !== whole)) return refuse(context, message);
    return whole > most * ofOne ? refuse(context, `At most ${most}.`) : whole;
  });

const YES = ["yes", "y", "true", "1", "on", "x"];
const NO = ["", "no", "n", "false", "0", "off"];

/** A checkbox that is off posts nothing. */
const yesOrNo = plain()
  .transform((value, context) => {
    const said = value.toLowerCase();
    if (YES.includes(said) || NO.includes(said)) return YES.includes(said);
    return refuse(context, "Enter yes or no.");
  })
  .prefault("");

const number = plain().transform((value, context) => {
  const reading = parseNags(value);
  return reading.ok ? reading.part : refuse(context, reading.reason);
});

/** Empty is null. */
const day = plain()
  .transform((value): string | undefined => value)
  .pipe(optionalDate("listPrice", "Enter a day such as 2026-01-31."));

/** Several in one cell, apart by `|`, `;` or a comma; a list of checkboxes posts several values. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().join("|"))
  .pipe(plain())
  .transform((value) =>
    value
      .split(/[|;,]/)
      .map((one) => one.trim())
      .filter(Boolean),
  );

const codeOf = (word: string) => {
  const said = word.toLowerCase();
  const known = Object.entries(FEATURES).find(
    ([code, { label }]) => code === said.replaceAll(" ", "_") || label.toLowerCase() === said,
  );
  return known?.[0];
};

const features = list
  .transform((named, context) => {
    const unknown = named.find((word) => !codeOf(word));
    if (unknown)
      return refuse(context, `"${unknown}" is no feature: use ${Object.keys(FEATURES).join(", ")}.`);
    return [...new Set(named.flatMap((word) => codeOf(word) ?? []))];
  })
  .prefault("");

const numbers = list.transform((named, context) => {
  const readings = named.map((one) => parseNags(one));
  const wrong = readings.findIndex((reading) => !reading.ok);
  if (wrong >= 0) return refuse(context, `"${named[wrong]}" is no part number.`);
  if (named.length > 20) return refuse(context, "At most 20 part numbers.");
  return [...new Set(readings.flatMap((reading) => (reading.ok ? reading.part.nagsNumber : [])))];
});

export const CALIBRATIONS = ["none", "static", "dynamic", "dual"] as const;

const calibration = plain().transform((value, context) => {
  const said = value.toLowerCase() || "none";
  if (!CALIBRATIONS.includes(said as never))
    return refuse(context, "Calibration is none, static, dynamic or dual.");
  return said === "none" ? null : said;
});

/** All that is told of a part, by the name of its column in the database. */
export const partFields = {
  nagsNumber: number,
  description: words("a description", 200),
  side: words(null, 40),
  listPriceCents: numeric
    .transform((value): string | undefined => value)
    .pipe(optionalMoney(50_000_00))
    .refine((cents) => cents !== 0, "Glass is never free. Leave this empty when no price is known."),
  listEffectiveFrom: day,
  laborMinutes: counted(60, 24, "Enter hours such as 2.5.", false),
  kitHalves: counted(2, 10, "Enter kits in halves, such as 1.5."),
  mouldingRequired: yesOrNo,
  clipsQty: counted(1, 99, "Enter a whole number."),
  calibration,
  features,
  interchange: numbers,
  supersededBy: plain().transform((value, context) => {
    const reading = value === "" ? null : parseNags(value);
    if (reading?.ok === false) return refuse(context, reading.reason);
    return reading?.part.nagsNumber ?? null;
  }),
  demo: yesOrNo,
};

const FIRST_CAR = 1920;
const YEARS_AHEAD = 2;

const year = numeric.transform((value, context) => {
  const latest = new Date().getUTCFullYear() + YEARS_AHEAD;
  const typed = Number(value);
  if (/^\d{4}$/.test(value) && typed >= FIRST_CAR && typed <= latest) return typed;
  return refuse(context, `Enter a year from ${FIRST_CAR} to ${latest}.`);
});

/** A vehicle that a part fits. */
export const fitFields = {
  yearFrom: year,
  yearTo: year,
  make: words("a make", 60),
  model: words("a model", 80),
  bodyStyle: words(null, 60).transform((value) => value || null),
};

export type Fit = { [Name in keyof typeof fitFields]: z.output<(typeof fitFields)[Name]> };

/** What is wrong with a vehicle's years together; null when nothing is. */
export const yearsFault = ({ yearFrom, yearTo }: Pick<Fit, "yearFrom" | "yearTo">): string | null =>
  yearTo < yearFrom ? `The last year, ${yearTo}, comes before the first, ${yearFrom}.` : null;

/** A vehicle that a part fits, as a row of a form. */
export const fitRow = z
  .object(fitFields)
  .check(across({ yearFrom: year, yearTo: year }, "yearTo", yearsFault));

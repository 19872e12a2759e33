import { type IsoDate, isIsoDate } from "./dates";

type Span = { since?: IsoDate; back: number; ahead: number; until?: IsoDate };

/** How many years from today a day may be, by what it means. */
const SPANS = {
  /** Of a job, or as a customer wishes for it. */
  visit: { back: 0, ahead: 1 },
  payment: { back: 5, ahead: 0 },
  loss: { back: 10, ahead: 0 },
  /** From which changed prices hold. */
  priceChange: { back: 0, ahead: 2 },
  /** The first and the last day of a price; some write a day far away for none. */
  priceRule: { back: 20, ahead: 10, until: "2099-12-31" },
  listPrice: { since: "1990-01-01", back: 0, ahead: 2 },
  certificate: { back: 20, ahead: 50 },
  /** Any day that people look up. */
  lookup: { since: "2000-01-01", back: 0, ahead: 10, until: "2099-12-31" },
} satisfies Record<string, Span>;

export type DayMeaning = keyof typeof SPANS;

const isOpen = ({ since, back, ahead }: Span) => (back > 0 || since !== undefined) && ahead > 0;

/** The days that make sense, as `min` and `max` of a date input: whole years, or from today or up to it. */
export function dayRange(meaning: DayMeaning, today: IsoDate): { min: IsoDate; max: IsoDate } {
  const span: Span = SPANS[meaning];
  const min = span.since ?? yearsLater(today, -span.back);
  const max = span.until ?? yearsLater(today, span.ahead);
  return isOpen(span) ? { min: `${min.slice(0, 4)}-01-01`, max: `${max.slice(0, 4)}-12-31` } : { min, max };
}

/** The same where a range is whole years, and the shop's own day does not matter. */
export const yearRange = (meaning: "certificate" | "listPrice" | "lookup" | "priceRule") =>
  dayRange(meaning, utcDay(new Date()));

/** Why a day can't be meant, in words for who chose it; null where it can. */
export function dayFault(day: IsoDate, meaning: DayMeaning, today: IsoDate): string | null {
  const { min, max } = dayRange(meaning, today);
  const span: Span = SPANS[meaning];
  if (day >= min && day <= max) return null;
  if (isOpen(span)) return `Choose a day between ${min.slice(0, 4)} and ${max.slice(0, 4)}.`;
  if (span.back === 0)
    return day < min ? "Choose today or a later day." : `Choose a day within ${years("next", span.ahead)}.`;
  return day > max ? "Choose today or an earlier day." : `Choose a day within ${years("last", span.back)}.`;
}

/** The same where nobody knows yet which day it is at the shop: a day on the wrong side of today is left to who does. */
export function yearFault(day: IsoDate, meaning: DayMeaning, now: Date): string | null {
  const { min, max } = dayRange(meaning, utcDay(now));
  const { back, ahead, since }: Span = SPANS[meaning];
  const isNear = (day < min && back === 0 && !since) || (day > max && ahead === 0);
  return isNear ? null : dayFault(day, meaning, utcDay(now));
}

/**
 * A day as people type it: `2026-01-31`, `1/31/2026` or `1/31/26`. Of a year of two digits the century nearest to now is meant; a
 * date input posts such a year as `0026`.
 * @returns null where it is no day
 */
export function readDay(text: string, now: Date): IsoDate | null {
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text.trim());
  const us = /^(?<month>\d{1,2})[/-](?<day>\d{1,2})[/-](?<year>\d{4}|\d{2})$/.exec(text.trim());
  const { year = "", month = "", day = "" } = (iso ?? us)?.groups ?? {};
  const read = `${fullYear(Number(year), now)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(read) ? read : null;
}

function fullYear(year: number, now: Date): string {
  const thisYear = now.getUTCFullYear();
  const century = Math.round((thisYear - year) / 100) * 100;
  return String(year < 100 ? century + year : year).padStart(4, "0");
}

const utcDay = (now: Date): IsoDate => now.toISOString().slice(0, 10);

/** The same day of another year; of February 29 the day before. */
function yearsLater(date: IsoDate, years: number): IsoDate {
  const same = String(Number(date.slice(0, 4)) + years).padStart(4, "0") + date.slice(4);
  return isIsoDate(same) ? same : same.replace(/29$/, "28");
}

const WORDS: Record<number, string> = { 2: "two", 5: "five", 10: "ten" };

const years = (which: "next" | "last", count: number) =>
  count === 1 ? "a year" : `the ${which} ${WORDS[count] ?? count} years`;

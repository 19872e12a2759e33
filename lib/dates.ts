/** A calendar day, `YYYY-MM-DD`. It has no time and no zone. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** True for a day that exists: `2024-02-29` yes, `2023-02-29` no. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day it is at an instant in an IANA time zone such as `America/Chicago`. */
export function dateIn(timeZone: string, now: Date): IsoDate {
  const { year, month, day } = wallClock(timeZone, now);
  return `${year}-${month}-${day}`;
}

/** The time of day at an instant in a time zone, `HH:MM` on a 24-hour clock. */
export function timeIn(timeZone: string, now: Date): string {
  const { hour, minute } = wallClock(timeZone, now);
  return `${hour}:${minute}`;
}

/** The day some days later, or earlier when the number is negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** The Monday of a day's week. */
export function mondayOf(date: IsoDate): IsoDate {
  const weekday = new Date(utc(date)).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/**
 * The instant a shop's clock shows a time on a day. A time that daylight saving skips becomes the same distance
 * after the gap; of a time that happens twice, the first is meant.
 * @param time `HH:MM` on a 24-hour clock; midnight when left out
 */
export function instantOf(timeZone: string, date: IsoDate, time = "00:00"): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const before = wanted - offsetAt(timeZone, new Date(wanted - DAY_MS));
  const after = wanted - offsetAt(timeZone, new Date(wanted + DAY_MS));
  const earlier = Math.min(before, after);
  const shows = (instant: number) => instant + offsetAt(timeZone, new Date(instant)) === wanted;
  if (shows(earlier)) return new Date(earlier);
  return new Date(shows(Math.max(before, after)) ? Math.max(before, after) : before);
}

/** A day as a shop says it: "Tue, Mar 3", with the year only when it is not the current one. */
export function formatDate(date: IsoDate, today: IsoDate): string {
  const options: Intl.DateTimeFormatOptions = { weekday: "short", month: "short", day: "numeric" };
  if (date.slice(0, 4) !== today.slice(0, 4)) options.year = "numeric";
  return inWords(date, options);
}

/** A day as papers say it, with its year: "March 3, 2026". */
export function formatLongDate(date: IsoDate): string {
  return inWords(date, { dateStyle: "long" });
}

/** The year 24 is written 0024: "24" would be read as 2024. */
function inWords(date: IsoDate, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).formatToParts(utc(date));
  return parts.map(({ type, value }) => (type === "year" ? value.padStart(4, "0") : value)).join("");
}

/** A time of day as a shop says it: "13:05" becomes "1:05 PM". */
export function formatTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return `${hour % 12 || 12}:${minute.toString().padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}

/** An instant on a shop's clock: "Tue, Mar 3, 2:05 PM"; the year shows when it differs from today's. */
export function formatMoment(timeZone: string, at: Date, today: IsoDate): string {
  return `${formatDate(dateIn(timeZone, at), today)}, ${formatTime(timeIn(timeZone, at))}`;
}

/** Minutes as a shop says them: 150 becomes "2 h 30 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function utc(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** Milliseconds by which a zone's clock is ahead of UTC at an instant. */
function offsetAt(timeZone: string, instant: Date): number {
  const { year, month, day, hour, minute, second } = wallClock(timeZone, instant);
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string, instant: Date): Record<string, string> {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    clocks.set(timeZone, clock);
  }
  const { year = "", ...parts } = Object.fromEntries(
    clock.formatToParts(instant).map((part) => [part.type, part.value]),
  );
  return { ...parts, year: year.padStart(4, "0") };
}

/** The day that a DATE column holds: Prisma reads it as midnight UTC. */
export function dayOf(column: Date): IsoDate {
  return column.toISOString().slice(0, 10);
}

/** A day as Prisma writes it to a DATE column. */
export function midnightOf(day: IsoDate): Date {
  return new Date(utc(day));
}

/** The day it is now in a time zone, as `midnightOf` has it. */
export const todayIn = (timeZone: string): Date => midnightOf(dateIn(timeZone, new Date()));

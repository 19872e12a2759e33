import { z } from "zod";
import { dayFault, readDay } from "@/lib/date-range";
import { addDays, formatTime, type IsoDate, instantOf, timeIn } from "@/lib/dates";
import { across, id } from "@/lib/forms/fields";
import { Refusal } from "@/lib/refusal";

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const time = (message: string) => z.string().default("").pipe(z.string().regex(clock, message));

const start = time("Choose when it starts.");
const end = time("Choose when it ends.");

export const Assign = z
  .object({
    jobId: id,
    technicianId: id.refine((value) => value !== "", "Choose a technician."),
    start,
    end,
  })
  .check(
    across({ start, end }, "end", (typed) => typed.end <= typed.start && "Choose an end after the start."),
  );

export const OneJob = z.object({ jobId: id });

const assignable = ["scheduled", "dispatched", "en_route", "in_progress"];

/** @returns whether a job in this state can still be given to somebody. */
export function isAssignable(status: string): boolean {
  return assignable.includes(status);
}

/** @throws Refusal for a job that is done, off, or waits for a new date. */
export function requireAssignable(job: { number: number; status: string }): void {
  if (isAssignable(job.status)) return;
  const words = job.status.replaceAll("_", " ");
  throw new Refusal(`Job #${job.number} is ${words}: there is nothing to assign.`);
}

export type Span = { startsAt: Date; endsAt: Date };

/** The span between two times of the shop's clock on one day. */
export function spanOf(timeZone: string, day: IsoDate, start: string, end: string): Span {
  return { startsAt: instantOf(timeZone, day, start), endsAt: instantOf(timeZone, day, end) };
}

/** Spans that touch do not overlap: one job may end when the next begins. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** @returns a span on the shop's clock: "9:00 AM – 10:30 AM". */
export function spanText(timeZone: string, { startsAt, endsAt }: Span): string {
  return `${formatTime(timeIn(timeZone, startsAt))} – ${formatTime(timeIn(timeZone, endsAt))}`;
}

/** @throws Refusal that names the job, where the technician has one at that time. */
export function requireFree(
  span: Span,
  others: (Span & { job: { number: number } })[],
  timeZone: string,
): void {
  const other = others.find((one) => overlap(span, one));
  if (!other) return;
  const when = spanText(timeZone, other);
  throw new Refusal(`This technician has job #${other.job.number} at that time (${when}).`, "start");
}

/** The times that a part of the day suggests, for whoever has not chosen yet. */
export function usualTimes(timeWindow: string): { start: string; end: string } {
  return timeWindow === "pm" ? { start: "13:00", end: "14:30" } : { start: "09:00", end: "10:30" };
}

type NamedDay = { day: IsoDate; before: IsoDate; after: IsoDate; fault: string | null };

/** @returns the day that a URL names, with the days around it; today, and why, where it names none that can be looked up. */
export function dayNamed(name: string, today: IsoDate): NamedDay {
  const asked = name ? readDay(name, new Date()) : today;
  const fault = asked ? dayFault(asked, "lookup", today) : "Choose a day that is in the calendar.";
  const day = asked && !fault ? asked : today;
  return { day, before: addDays(day, -1), after: addDays(day, 1), fault };
}

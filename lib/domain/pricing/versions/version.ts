import { z } from "zod";
import { dayFault } from "@/lib/date-range";
import { formatDate, type IsoDate } from "@/lib/dates";
import { id, optionalDay, optionalText } from "@/lib/forms/fields";
import { Refusal } from "@/lib/refusal";

/**
 * What every form of prices posts besides the prices: why, from which day on, and the number of the newest version when the form was
 * opened; 0 before the first. An empty day leaves it to `holdsFrom`.
 */
export const ChangeNote = z.object({
  reason: optionalText(300),
  effectiveFrom: optionalDay("priceChange"),
  madeOn: z
    .string()
    .default("")
    .transform((number) => (/^\d{1,9}$/.test(number) ? Number(number) : null)),
});

export type Note = z.output<typeof ChangeNote>;

export const OneVersion = z.object({ id });

/** A version that a change is made on. */
type Standing = { number: number; effectiveFrom: IsoDate };

/**
 * The day from which a change holds: the day asked for, or else as soon as it can. A change is made on the newest prices, so it never
 * holds before them: otherwise what waits for its day would slip in with it.
 * @throws Refusal beside the field
 */
export function holdsFrom(asked: IsoDate | null, today: IsoDate, newest: Standing | null): IsoDate {
  const earliest = newest && newest.effectiveFrom > today ? newest.effectiveFrom : today;
  const day = asked ?? earliest;
  // A year typed wrong would hold every later change back until then.
  const fault = dayFault(day, "priceChange", today);
  if (fault) throw new Refusal(fault, "effectiveFrom");
  if (day < earliest)
    throw new Refusal(
      `Version ${newest?.number} waits for ${formatDate(earliest, today)}, and this change is made on it. Choose that day or a later one, or cancel that version first under History.`,
      "effectiveFrom",
    );
  return day;
}

export type VersionState = "in force" | "scheduled" | "cancelled" | "earlier";

/** Where a version stands. @param inForce the number of the version in force; null where none is yet */
export function stateOf(
  version: Standing & { cancelledAt: Date | null },
  inForce: number | null,
  today: IsoDate,
): VersionState {
  if (version.cancelledAt) return "cancelled";
  if (version.number === inForce) return "in force";
  return version.effectiveFrom > today ? "scheduled" : "earlier";
}

import { formatDate } from "@/lib/dates";
import type { Recorded } from "@/lib/domain/pricing/versions/verbs";

/** What to tell of a change of prices: also when it holds from, and that it changed nothing. @param message ends in a full stop */
export function told(message: string, { unchanged, effectiveFrom, today }: Recorded<unknown>): string {
  if (unchanged) return "Nothing changed: these prices stand already.";
  return effectiveFrom === today ? message : `${message} In force from ${formatDate(effectiveFrom, today)}.`;
}

import { fingerprint } from "@/lib/fingerprint";
import { choicesOf } from "./request";

type Stored = Parameters<typeof choicesOf>[0] & {
  status: string;
  approval: string;
  notes: string;
  totalCents: number;
};

/** Which state of a quote somebody has before their eyes: another as soon as what they may change, or its standing, is. */
export function editionOf(quote: Stored): string {
  const { status, approval, notes, totalCents } = quote;
  return fingerprint({ ...choicesOf(quote), status, approval, notes, totalCents });
}

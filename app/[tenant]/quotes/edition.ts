import { createHash } from "node:crypto";
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
  const state = { ...choicesOf(quote), status, approval, notes, totalCents };
  return createHash("sha256").update(JSON.stringify(state)).digest("base64url");
}

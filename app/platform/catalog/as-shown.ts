import { createHash } from "node:crypto";
import { Refusal } from "@/lib/refusal";

/** Tells a row as a form shows it from the same row after any change. */
export const asShown = (row: object): string =>
  createHash("sha256").update(JSON.stringify(row)).digest("base64url");

/** @param before the row as it is. @param shown what the form was made of. @throws Refusal where they differ: saving would undo what somebody else did */
export function refuseOverwriting(before: object, shown: string): void {
  if (asShown(before) !== shown)
    throw new Refusal(
      "This was changed meanwhile, in another window, by an import or by somebody else. Reload to see it; what you typed is kept.",
    );
}

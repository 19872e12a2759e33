import { fingerprint } from "@/lib/fingerprint";
import { Refusal } from "@/lib/refusal";
import type { SystemDb } from "@/lib/tenancy/tenancy";

/** Waits for whoever changes the catalog now, and lets the next one wait until commit: an import is on its way for seconds. */
export const oneAtATime = (db: SystemDb) =>
  db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`;

/**
 * A row that is about to be changed, and which nobody else changes before commit.
 * @param shown the fingerprint of what the form was made of. @throws Refusal where the row differs: saving would undo what somebody else did
 */
export async function asItWasShown<Row extends object>(
  db: SystemDb,
  shown: string,
  read: () => Promise<Row>,
): Promise<Row> {
  await oneAtATime(db);
  const row = await read();
  if (fingerprint(row) !== shown)
    throw new Refusal(
      "This was changed meanwhile, in another window, by an import or by somebody else. Reload to see it; what you typed is kept.",
    );
  return row;
}

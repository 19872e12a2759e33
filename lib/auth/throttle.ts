import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Email } from "@/lib/email";
import { withSystem } from "@/lib/tenancy/tenancy";
import { placeOf } from "./address";

type Query = { text: string; values: unknown[] };

// The limiter's SQL runs as the kernel's own work: no shop can read or reset a count.
const storeClient = {
  async query({ text, values }: Query) {
    const rows = await withSystem((db) => db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values));
    return { rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })) };
  },
};

function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: 15 * 60,
  });
}

// An account alone is never locked, or anybody could keep its owner out. Tries on it from everywhere are slowed down instead.
const byPair = limiter("account and address", 8);
const byAddress = limiter("address", 60);
const byAccount = limiter("account", Number.MAX_SAFE_INTEGER);

const FREE_TRIES = 8;
const LONGEST_WAIT_MS = 4000;

function digest(...texts: string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}

/** How long a try waits that follows so many others on one account. */
export const waitAfter = (tries: number): number =>
  tries <= FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 125 * 2 ** (tries - FREE_TRIES));

/**
 * Counts one sign-in attempt before its password is looked at, and holds it for a while where an account was tried often.
 * @param email null for what can't be one: it counts for its address alone. @returns false when there were too many.
 */
export async function mayTry(email: Email | null, address: string): Promise<boolean> {
  const place = placeOf(address);
  try {
    await byAddress.consume(digest(place));
    if (!email) return true;
    await byPair.consume(digest(email, place));
    const { consumedPoints } = await byAccount.consume(digest(email));
    await sleep(waitAfter(consumedPoints));
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** A right password clears what its account and address have counted together, and is no try of either. It sweeps out all counts that are over. */
export async function forgetTries(email: Email, address: string): Promise<void> {
  const place = placeOf(address);
  await Promise.all([
    byPair.delete(digest(email, place)),
    byAccount.reward(digest(email)),
    byAddress.reward(digest(place)),
  ]);
  await withSystem((db) => db.rateLimit.deleteMany({ where: { expire: { lt: Date.now() } } }));
}

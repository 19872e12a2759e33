import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { withSystem } from "@/lib/tenancy/tenancy";

type Query = { text: string; values: unknown[] };

// The limiter's SQL runs as the kernel's own work: no shop can read or reset a count.
const storeClient = {
  async query({ text, values }: Query) {
    const rows = await withSystem((db) => db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values));
    return { rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })) };
  },
};

function limiter(keyPrefix: string, points: number, duration: number) {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
}

const FIFTEEN_MINUTES = 15 * 60;
const byAccount = limiter("account", 8, FIFTEEN_MINUTES);
const byAddress = limiter("address", 60, FIFTEEN_MINUTES);

function digest(text: string): string {
  return createHash("sha256").update(text.toLowerCase()).digest("hex");
}

/** Counts one sign-in attempt before its password is looked at. @returns false when there were too many. */
export async function mayTry(email: string, address: string): Promise<boolean> {
  try {
    await Promise.all([byAccount.consume(digest(email)), byAddress.consume(digest(address))]);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** A right password clears its account's count, and is no try of its address. */
export async function forgetTries(email: string, address: string): Promise<void> {
  await Promise.all([byAccount.delete(digest(email)), byAddress.reward(digest(address))]);
}

/**
 * The address a request came from. Each proxy adds the address it was asked by at the end; what stands before those of our own
 * proxies was written by whoever sent the request, and is believed no more than anything else they send.
 * @param forwardedFor the X-Forwarded-For header. @param proxies how many proxies of our own stand before the app.
 */
export function addressOf(forwardedFor: unknown, proxies: number): string {
  const addresses = String(forwardedFor ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  return addresses[Math.max(0, addresses.length - proxies)] ?? "direct";
}

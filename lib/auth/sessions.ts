import { withSystem } from "@/lib/tenancy/tenancy";

/** A session that nobody used for so long has ended. `personOf` holds to the same hours. */
export const IDLE_HOURS = 12;
/** However much it is used, a session lives no longer. */
export const MOST_DAYS = 7;

/** What a sign-in came from. */
export type From = { address: string; userAgent: string };

/** Opens a session for somebody whose password was right, and sweeps out those that have ended. @returns its id, for the cookie. */
export async function openSession(userId: string, { address, userAgent }: From): Promise<string> {
  return withSystem(async (db) => {
    await db.$executeRaw`delete from sessions where last_seen_at < now() - make_interval(hours => ${IDLE_HOURS}) or created_at < now() - make_interval(days => ${MOST_DAYS})`;
    const session = await db.session.create({
      data: { userId, address: address.slice(0, 100), userAgent: userAgent.slice(0, 300) },
    });
    return session.id;
  });
}

/** Ends a session for every copy of its cookie. */
export async function endSession(id: string): Promise<void> {
  await withSystem((db) => db.session.deleteMany({ where: { id } }));
}

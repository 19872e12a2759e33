import type { Email } from "@/lib/email";
import { type TenantId, withSystem } from "@/lib/tenancy/tenancy";
import { passwordMatches } from "./passwords";
import type { Role } from "./roles";
import { IDLE_HOURS, MOST_DAYS } from "./sessions";

/** A shop that a person works in, as the database says now. */
export type Place = {
  tenantId: TenantId;
  membershipId: string;
  role: Role;
  slug: string;
  name: string;
  timeZone: string;
  demo: boolean;
  flags: string[];
};

export type Person = {
  userId: string;
  name: string;
  email: string;
  /** Works for the installation, above all shops, and in none of them by that. */
  systemAdmin: boolean;
  places: Place[];
};

/** A user without a shop comes as one row without a place. */
type Row = { userId: string; userName: string; email: string; systemAdmin: boolean } & (
  | Place
  | { tenantId: null }
);

/**
 * Whose session this is and where they work, read fresh: an ended session and a removed member are out on the next click. One query,
 * which also notes, at most once a minute, that the session was seen. The rows prove memberships, so this is where a TenantId comes from.
 */
export async function personOf(session: string): Promise<Person | null> {
  const rows = await withSystem(
    (db) => db.$queryRaw<Row[]>`
      with alive as (
        select id, user_id, last_seen_at from sessions
        where id = ${session}::uuid and last_seen_at >= now() - make_interval(hours => ${IDLE_HOURS})
          and created_at >= now() - make_interval(days => ${MOST_DAYS})
      ), seen as (
        update sessions set last_seen_at = now() from alive where sessions.id = alive.id and alive.last_seen_at < now() - interval '1 minute'
      )
      select u.id as "userId", u.name as "userName", u.email, u.system_admin as "systemAdmin", m.tenant_id as "tenantId", m.id as "membershipId",
        m.role::text as role, t.slug, t.name, t.time_zone as "timeZone", t.demo,
        array(select f.flag from tenant_flags f where f.tenant_id = m.tenant_id and f.enabled) as flags
      from alive
      join users u on u.id = alive.user_id
      left join memberships m on m.user_id = u.id
      left join tenants t on t.id = m.tenant_id
      order by t.name`,
  );
  const [first] = rows;
  if (!first) return null;
  const places = rows
    .filter((row) => row.tenantId !== null)
    .map(({ userId, userName, email, systemAdmin, ...place }) => place as Place);
  const { userId, email, systemAdmin } = first;
  return { userId, name: first.userName, email, systemAdmin, places };
}

/** @param email null for what can't be one. @returns the user whose e-mail and password these are, or null. Takes the same time either way. */
export async function checkPassword(email: Email | null, password: string): Promise<{ id: string } | null> {
  const user =
    email &&
    (await withSystem((db) => db.user.findUnique({ where: { email }, include: { credential: true } })));
  const matches = await passwordMatches(user?.credential?.passwordHash, password);
  return user && matches ? { id: user.id } : null;
}

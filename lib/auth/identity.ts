import { type TenantId, withSystem } from "@/lib/tenancy/tenancy";
import { passwordMatches } from "./passwords";
import type { Role } from "./roles";

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
type Row = { userName: string; email: string; systemAdmin: boolean } & (Place | { tenantId: null });

/**
 * Who a user is and where they work, read fresh: a removed member is out on the next click. One query.
 * The rows prove memberships, so this is where a TenantId comes from.
 */
export async function personOf(userId: string): Promise<Person | null> {
  const rows = await withSystem(
    (db) => db.$queryRaw<Row[]>`
      select u.name as "userName", u.email, u.system_admin as "systemAdmin", m.tenant_id as "tenantId", m.id as "membershipId", m.role::text as role,
        t.slug, t.name, t.time_zone as "timeZone", t.demo,
        array(select f.flag from tenant_flags f where f.tenant_id = m.tenant_id and f.enabled) as flags
      from users u
      left join memberships m on m.user_id = u.id
      left join tenants t on t.id = m.tenant_id
      where u.id = ${userId}::uuid
      order by t.name`,
  );
  const [first] = rows;
  if (!first) return null;
  const places = rows
    .filter((row) => row.tenantId !== null)
    .map(({ userName, email, systemAdmin, ...place }) => place as Place);
  return { userId, name: first.userName, email: first.email, systemAdmin: first.systemAdmin, places };
}

/** @returns the user whose e-mail and password these are, or null. Takes the same time either way. */
export async function checkPassword(email: string, password: string): Promise<{ id: string } | null> {
  const user = await withSystem((db) =>
    db.user.findUnique({ where: { email: email.trim().toLowerCase() }, include: { credential: true } }),
  );
  const matches = await passwordMatches(user?.credential?.passwordHash, password);
  return user && matches ? { id: user.id } : null;
}

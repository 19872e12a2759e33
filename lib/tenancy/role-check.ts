import type pg from "pg";

/**
 * Refuses to work as a database role that could walk around row level security: a superuser, one with BYPASSRLS, one that is a member
 * of other roles, or one that owns anything here.
 * @throws an error that says what is wrong with the role and what to do.
 */
export async function refusePrivilegedRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(`
    select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypass,
      exists (select from pg_auth_members where member = r.oid) as member,
      exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid) as owner
    from pg_roles r where r.rolname = current_user`);
  const { role, superuser, bypass, member, owner } = rows[0];
  const faults = [
    superuser && "is a superuser",
    bypass && "has BYPASSRLS",
    member && "is a member of another role",
    owner && "owns tables or functions",
  ].filter(Boolean);
  if (faults.length === 0) return;
  throw new Error(
    `The database role "${role}" ${faults.join(", ")}. Row level security would not hold it, so BastionGlass does not start. ` +
      "Set DATABASE_URL to the role bastion_app that `npm run migrate` creates.",
  );
}

import type pg from "pg";

/** What a role could do that row level security does not hold: a sentence each, of the role that is connected. */
const powers = `
  select r.rolname as role, array_remove(array[
    case when r.rolsuper then 'is a superuser' end,
    case when r.rolbypassrls then 'has BYPASSRLS' end,
    case when r.rolreplication then 'has REPLICATION' end,
    case when r.rolcreaterole then 'has CREATEROLE' end,
    case when r.rolcreatedb then 'has CREATEDB' end,
    case when exists (select from pg_auth_members where member = r.oid) then 'is a member of another role' end,
    case when exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid)
      or exists (select from pg_namespace where nspowner = r.oid) or exists (select from pg_database where datdba = r.oid)
      then 'owns tables, functions, schemas or databases' end,
    case when has_database_privilege(r.oid, current_database(), 'create') then 'may CREATE in this database' end,
    case when has_database_privilege(r.oid, current_database(), 'temp') then 'may make TEMPORARY tables' end,
    case when exists (select from pg_namespace where nspname !~ '^pg_' and has_schema_privilege(r.oid, oid, 'create')) then 'may CREATE in a schema' end,
    case when exists (select from pg_namespace where nspname = 'vault' and has_schema_privilege(r.oid, oid, 'usage'))
      or exists (select from pg_class where relnamespace = to_regnamespace('vault') and relkind in ('r', 'p', 'v', 'm') and has_table_privilege(r.oid, oid, 'select'))
      or exists (select from pg_proc where pronamespace = to_regnamespace('vault') and has_function_privilege(r.oid, oid, 'execute'))
      then 'reaches the vault that holds the signing key' end
  ], null) as faults
  from pg_roles r where r.rolname = current_user`;

/**
 * Refuses to work as a database role that could walk around row level security: by what it is, what it owns or belongs to, or what
 * it may make.
 * @throws an error that says what is wrong with the role and what to do.
 */
export async function refusePrivilegedRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; faults: string[] }>(powers);
  const { role = "", faults = [] } = rows[0] ?? {};
  if (rows[0] && faults.length === 0) return;
  throw new Error(
    `The database role "${role}" ${faults.join(", ")}. Row level security would not hold it, so the app does not start. ` +
      "Set DATABASE_URL to the role bastion_app that `npm run migrate` creates.",
  );
}

import type pg from "pg";
import { Advice, say } from "../process/progress.ts";
import type { Secrets } from "./secrets.ts";
import { databaseOf, withClient } from "./sql.ts";

/**
 * Makes the five roles, or brings them back to what they must be, and closes the database to everyone else.
 *
 * - `bastion_owner` owns the tables, cannot log in, and is bound by row level security like anyone.
 * - `bastion_keeper` owns the signing key and the functions that may read it; nobody logs in as it.
 * - `bastion_app` is what the app connects as. It owns nothing and is a member of nothing.
 * - `bastion_analytics` reads across shops, and only reads.
 * - `bastion_tasks` takes background tasks out of their queue, and reaches no table of ours.
 *
 * @param adminUrl a superuser, or a role with CREATEROLE that owns the database, on PostgreSQL 15 to 18.
 */
export async function createRoles(
  adminUrl: string,
  passwords: Pick<Secrets, "appPassword" | "analyticsPassword" | "tasksPassword">,
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    // Roles belong to the whole server: two starts at once must take turns.
    await client.query("select pg_advisory_lock(hashtext('bastionglass roles'))");
    const { rows } = await client.query<{ admin: string }>("select current_user as admin");
    await ensureRole(client, "bastion_owner", "NOLOGIN");
    await ensureRole(client, "bastion_keeper", "NOLOGIN");
    await ensureRole(client, "bastion_app", `LOGIN PASSWORD ${client.escapeLiteral(passwords.appPassword)}`);
    await ensureRole(
      client,
      "bastion_analytics",
      `LOGIN PASSWORD ${client.escapeLiteral(passwords.analyticsPassword)}`,
    );
    await ensureRole(
      client,
      "bastion_tasks",
      `LOGIN PASSWORD ${client.escapeLiteral(passwords.tasksPassword)}`,
    );
    // A role may change its own defaults: whatever somebody left there through the app's role goes.
    await client.query("alter role bastion_app reset all; alter role bastion_tasks reset all");
    await letAnalyticsSeeAllShops(client);
    await client.query("alter role bastion_analytics set default_transaction_read_only = on");
    await grantMembership(client, "bastion_owner", rows[0]?.admin ?? "");
    await grantMembership(client, "bastion_keeper", "bastion_owner");
    await leaveEveryRole(client, "bastion_app");
    await leaveEveryRole(client, "bastion_tasks");
    await sealDatabase(client, databaseOf(adminUrl));
    await sealSchema(client);
  });
}

async function ensureRole(client: pg.Client, name: string, login: string): Promise<void> {
  const { rows } = await client.query<{ power: string | null }>(
    `select concat_ws(' ', case when rolsuper then 'NOSUPERUSER' end, case when rolcreaterole then 'NOCREATEROLE' end,
       case when rolcreatedb then 'NOCREATEDB' end, case when rolreplication then 'NOREPLICATION' end,
       case when rolbypassrls and rolname <> 'bastion_analytics' then 'NOBYPASSRLS' end) as power
     from pg_roles where rolname = $1`,
    [name],
  );
  const power = rows[0]?.power;
  // Since PostgreSQL 16 only who has an attribute may name it in ALTER ROLE: a role that is as it should be is left so.
  if (power) await takePower(client, name, power);
  await client.query(`${rows[0] ? "alter" : "create"} role ${name} NOINHERIT ${login}`);
}

async function takePower(client: pg.Client, name: string, attributes: string): Promise<void> {
  try {
    await client.query(`alter role ${name} ${attributes}`);
  } catch (error) {
    const command = `ALTER ROLE ${name} ${attributes}`;
    throw new Advice(
      `The role ${name} has powers that would open the walls. Have a superuser run: ${command};`,
      {
        cause: error,
      },
    );
  }
}

async function letAnalyticsSeeAllShops(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_roles where rolname = 'bastion_analytics' and rolbypassrls",
  );
  if (rowCount) return;
  try {
    await client.query("alter role bastion_analytics BYPASSRLS");
  } catch (error) {
    if ((error as pg.DatabaseError).code !== "42501") throw error;
    say(
      "This server lets your admin role grant no BYPASSRLS: reports across shops stay empty. All else works",
    );
  }
}

async function grantMembership(client: pg.Client, role: string, member: string): Promise<void> {
  const { rows } = await client.query<{ already: boolean }>(
    "select pg_has_role($2, $1, 'MEMBER') as already",
    [role, member],
  );
  const { rows: version } = await client.query(
    "select current_setting('server_version_num')::int >= 160000 as splits",
  );
  // Since PostgreSQL 16 a membership may come without the right to SET ROLE, so it is always granted by name.
  const withSet = version[0]?.splits ? " with set true" : "";
  if (!rows[0]?.already || withSet)
    await client.query(`grant ${role} to ${client.escapeIdentifier(member)}${withSet}`);
}

async function leaveEveryRole(client: pg.Client, member: string): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    "select roleid::regrole::text as role from pg_auth_members where member = $1::regrole",
    [member],
  );
  for (const { role } of rows) await client.query(`revoke ${role} from ${member}`);
}

/**
 * Closes one database to all but our roles, from whichever database the client is in. A copy needs it again: grants on a database are
 * not copied with it.
 */
export async function sealDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`
    alter role bastion_app in database ${name} reset all;
    alter role bastion_tasks in database ${name} reset all;
    revoke all on database ${name} from public;
    grant connect on database ${name} to bastion_owner, bastion_app, bastion_analytics, bastion_tasks;
    grant create on database ${name} to bastion_owner;
  `);
}

/** Closes the schema `public` of the client's database. */
async function sealSchema(client: pg.Client): Promise<void> {
  await client.query(`
    revoke all on schema public from public;
    grant usage, create on schema public to bastion_owner;
    grant usage on schema public to bastion_app, bastion_analytics;
  `);
}

/**
 * Lets nobody into a database of our own server who is not let in by name: in `postgres` or `template1` the app's role could read what
 * other sessions do, and end them. @param client a superuser of it.
 */
export async function sealServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select datname as name from pg_database");
  for (const { name } of rows)
    await client.query(`revoke connect, temporary on database ${client.escapeIdentifier(name)} from public`);
}

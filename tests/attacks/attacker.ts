import pg from "pg";
import { type Scope, type TenantId, ticket } from "@/lib/tenancy/scope";
import {
  mintCustomer,
  mintMember,
  mintTenant,
  openTestDatabase,
  type TestDatabase,
} from "@/tests/support/database";

/** In every value that the attacked shop has planted, and in nothing else. */
export const MARK = "theirs-9f3c";

export type Scene = {
  database: TestDatabase;
  ours: TenantId;
  theirs: TenantId;
  /** A row of theirs, which the attacker has the ids of. */
  victim: { customerId: string; userId: string };
};

/** Two shops in a database of their own; the second one's values are marked. */
export async function openScene(): Promise<Scene> {
  const database = await openTestDatabase({ own: true });
  const kernel = database.open();
  const [ours, theirs] = [await mintTenant(kernel, "Ours"), await mintTenant(kernel, `${MARK} glass`)];
  await mintCustomer(kernel, ours, "Ann Own");
  await mintMember(kernel, ours, "owner");
  const { customer } = await mintCustomer(kernel, theirs, `${MARK} Bob`);
  const { userId } = await mintMember(kernel, theirs, "owner");
  await database.admin.query("update users set name = $1, email = $2 where id = $3", [
    `${MARK} person`,
    `${MARK}@test.example`,
    userId,
  ]);
  return { database, ours, theirs, victim: { customerId: customer.id, userId } };
}

/** One connection as the app's role, with nothing of the kernel's: what an injection has. */
export async function connectAsApp(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Puts the open transaction of a connection into a scope, as the kernel would. */
export async function enter(client: pg.Client, scope: Scope, key: string): Promise<string> {
  const { rows } = await client.query("select pg_backend_pid() as pid");
  const signed = ticket(scope, rows[0].pid, key);
  await client.query("select app.enter($1)", [signed]);
  return signed;
}

/** Runs SQL in our shop's transaction, which is rolled back. */
export async function inOurShop<T>(
  { database, ours }: Scene,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connectAsApp(database.appUrl);
  try {
    await client.query("begin");
    await enter(client, ours, database.key);
    return await run(client);
  } finally {
    await client.query("rollback").catch(() => {});
    await client.end();
  }
}

/** All that came back of some SQL, or the error's every word, as text to search in. */
export async function everythingSeen(client: pg.Client, sql: string, values?: unknown[]): Promise<string> {
  const heard: string[] = [];
  const hear = (notice: unknown) => heard.push(JSON.stringify(notice));
  client.on("notice", hear);
  const answer = await client.query(sql, values).then(
    (result) => [result].flat().map((one) => one.rows),
    (error) => ({ message: error.message, ...error }),
  );
  client.off("notice", hear);
  return JSON.stringify([answer, heard]);
}

/** Switches row level security off in a database of one's own, to see what the other layer holds alone. */
export async function takeDownRls(database: TestDatabase): Promise<void> {
  const { rows } = await database.admin.query(
    "select oid::regclass::text as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows) await database.asOwner(`alter table ${name} disable row level security`);
}

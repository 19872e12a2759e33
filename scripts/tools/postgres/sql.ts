import pg from "pg";

/** Opens one connection, hands it to `work`, closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // A server that goes away ends the queries with an error of their own; this one would only end the process.
  client.on("error", () => {});
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same URL with another database, user and password, or connection options such as `-c role=bastion_owner`. */
export function urlWith(
  url: string,
  change: { database?: string; user?: string; password?: string; options?: string },
): string {
  const changed = new URL(url);
  if (change.database) changed.pathname = `/${encodeURIComponent(change.database)}`;
  if (change.user) changed.username = encodeURIComponent(change.user);
  if (change.password) changed.password = encodeURIComponent(change.password);
  if (change.options) changed.searchParams.set("options", change.options);
  return changed.href;
}

/** The database that a URL names. */
export const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

/** The admin's connection acting as the role that owns the tables: what migrations run as. */
export const asOwner = (adminUrl: string): string => urlWith(adminUrl, { options: "-c role=bastion_owner" });

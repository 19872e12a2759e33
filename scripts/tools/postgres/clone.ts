import { sealDatabase } from "./roles.ts";
import { urlWith, withClient } from "./sql.ts";

/**
 * Copies a database, with all that is in it and who may enter it. Nobody may be connected to the template meanwhile.
 * @param adminUrl an admin of the server, with any database but the template.
 * @returns the admin's URL of the copy.
 */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<string> {
  await withClient(urlWith(adminUrl, { database: "postgres" }), async (client) => {
    const [copy, of] = [client.escapeIdentifier(name), client.escapeIdentifier(template)];
    // Nobody gets in before it is closed to all but our roles.
    await client.query(`create database ${copy} template ${of} allow_connections false`);
    await sealDatabase(client, name);
    await client.query(`alter database ${copy} allow_connections true`);
  });
  return urlWith(adminUrl, { database: name });
}

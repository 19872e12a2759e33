import { sealDatabase } from "./roles.ts";
import { urlWith, withClient } from "./sql.ts";

/**
 * Copies a database, with all that is in it and who may enter it. Nobody may be connected to the template meanwhile.
 * @param adminUrl an admin of the server, with any database but the template.
 * @returns the admin's URL of the copy.
 */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<string> {
  await withClient(urlWith(adminUrl, { database: "postgres" }), (client) =>
    client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`,
    ),
  );
  const copy = urlWith(adminUrl, { database: name });
  await withClient(copy, (client) => sealDatabase(client, name));
  return copy;
}

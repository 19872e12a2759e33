import { withClient } from "./sql.ts";

/**
 * Puts the key that signs tenant contexts into the database, where only `bastion_keeper` can read it.
 * The key before stays valid for verification, so that it can be changed while the app runs.
 * @param key 64 hexadecimal digits, the same as the app's TENANCY_KEY.
 */
export async function installKey(adminUrl: string, key: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query("begin");
    await client.query("set local role bastion_keeper");
    await client.query("select vault.install_key(decode($1, 'hex'))", [key]);
    await client.query("commit");
  });
}

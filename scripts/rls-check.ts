import { loadEnvFiles, openDatabase, prepareDatabase } from "./tools/database/database.ts";
import { PostgresInUse, startScratchPostgres } from "./tools/postgres/postgres.ts";
import { freshSecrets } from "./tools/postgres/secrets.ts";
import { urlWith, withClient } from "./tools/postgres/sql.ts";
import { Advice, main, say } from "./tools/process/progress.ts";
import { factsOf } from "./tools/walls/facts.ts";
import { writeInventory } from "./tools/walls/inventory.ts";
import { findGaps } from "./tools/walls/walls.ts";

/** The gaps of this installation's database, also while the app runs on it. */
async function gapsHere(): Promise<string[]> {
  try {
    const database = await openDatabase();
    await prepareDatabase(database);
    return await gapsOfServer(database.adminUrl).finally(database.stop);
  } catch (error) {
    if (!(error instanceof PostgresInUse)) throw error;
    return gapsOfServer(error.adminUrl);
  }
}

/** In every database that a role of ours may enter. Those where anybody may are named by the first, and so are Postgres's own. */
async function gapsOfServer(adminUrl: string): Promise<string[]> {
  const gaps = await withClient(adminUrl, findGaps);
  const others = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select distinct datname as name from pg_database d, aclexplode(datacl) where datallowconn and datname <> current_database() and d.oid >= 16384
       and grantee in ('bastion_app'::regrole, 'bastion_analytics'::regrole, 'bastion_tasks'::regrole) and privilege_type = 'CONNECT' order by 1`,
    );
    return rows.map(({ name }) => name);
  });
  for (const name of others) {
    const url = urlWith(adminUrl, { database: name });
    const found = await withClient(url, findGaps).catch((error: Error) => [
      `a role of ours may enter it, and the check may not: ${error.message}`,
    ]);
    gaps.push(...found.map((gap) => `${name}: ${gap}`));
  }
  return gaps;
}

/** Roles beside ours that pass the walls are the server's owner's to trust. */
const trusted = (process.env.RLS_TRUSTED_ROLES ?? "").split(",").map((name) => name.trim());
const isTrusted = (gap: string) =>
  trusted.some((name) => gap.includes(`the role ${name}: not right: is none of ours`));

/** Writes down what a database fresh from the migrations is like: for whoever has changed the kernel, and reads the difference. */
async function write(): Promise<void> {
  const postgres = await startScratchPostgres();
  try {
    await prepareDatabase({ adminUrl: postgres.adminUrl, secrets: freshSecrets() });
    writeInventory(await withClient(postgres.adminUrl, factsOf));
  } finally {
    await postgres.stop();
  }
  say("scripts/tools/walls/inventory.json is written: read what changed before you commit it");
}

await main(async () => {
  const [verb] = process.argv.slice(2);
  if (verb && verb !== "write") throw new Advice("npm run rls:check, or npm run rls:check -- write");
  if (verb) {
    await write();
    return 0;
  }
  loadEnvFiles();
  const gaps = (await gapsHere()).filter((gap) => !isTrusted(gap));
  for (const gap of gaps) console.error(`✗ ${gap}`);
  if (gaps.length === 0) say("The database's wall between shops has no gap");
  return gaps.length ? 1 : 0;
});

import { loadEnvFiles, openDatabase, prepareDatabase } from "./tools/database/database.ts";
import { applyMigrations } from "./tools/migrations/migrations.ts";
import { PostgresInUse, startScratchPostgres } from "./tools/postgres/postgres.ts";
import { createRoles } from "./tools/postgres/roles.ts";
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

/** In every database that the app's role may enter. Those where anybody may are named by the first. */
async function gapsOfServer(adminUrl: string): Promise<string[]> {
  const gaps = await withClient(adminUrl, findGaps);
  const others = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database, aclexplode(datacl) where datallowconn and datname <> current_database()
       and grantee = 'bastion_app'::regrole and privilege_type = 'CONNECT' order by 1`,
    );
    return rows.map(({ name }) => name);
  });
  for (const name of others) {
    const url = urlWith(adminUrl, { database: name });
    const found = await withClient(url, findGaps).catch((error: Error) => [
      `bastion_app may enter it, and the check may not: ${error.message}`,
    ]);
    gaps.push(...found.map((gap) => `${name}: ${gap}`));
  }
  return gaps;
}

/** Writes down what a database fresh from the migrations is like: for whoever has changed the kernel, and reads the difference. */
async function write(): Promise<void> {
  const postgres = await startScratchPostgres();
  try {
    await createRoles(postgres.adminUrl, { appPassword: "unused", analyticsPassword: "unused" });
    await applyMigrations(postgres.adminUrl);
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
  const gaps = await gapsHere();
  for (const gap of gaps) console.error(`✗ ${gap}`);
  if (gaps.length === 0) say("The database's wall between shops has no gap");
  return gaps.length ? 1 : 0;
});

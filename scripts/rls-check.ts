import { loadEnvFiles, openDatabase, prepareDatabase } from "./database.ts";
import { PostgresInUse } from "./postgres.ts";
import { main, say } from "./progress.ts";
import { withClient } from "./sql.ts";
import { findGaps } from "./walls.ts";

/** The gaps of this installation's database, also while the app runs on it. */
async function gapsHere(): Promise<string[]> {
  try {
    const database = await openDatabase();
    await prepareDatabase(database);
    return await withClient(database.adminUrl, findGaps).finally(database.stop);
  } catch (error) {
    if (!(error instanceof PostgresInUse)) throw error;
    return withClient(error.adminUrl, findGaps);
  }
}

await main(async () => {
  loadEnvFiles();
  const gaps = await gapsHere();
  for (const gap of gaps) console.error(`✗ ${gap}`);
  if (gaps.length === 0) say("The database's wall between shops has no gap");
  return gaps.length ? 1 : 0;
});

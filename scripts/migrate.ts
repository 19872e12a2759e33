import { generate } from "./tools/app/generate.ts";
import { type Database, loadEnvFiles, openDatabase, prepareDatabase } from "./tools/database/database.ts";
import { writeMigration } from "./tools/migrations/migrations.ts";
import { PostgresInUse } from "./tools/postgres/postgres.ts";
import { keptSecrets } from "./tools/postgres/secrets.ts";
import { dataFolder } from "./tools/process/paths.ts";
import { Advice, main, say } from "./tools/process/progress.ts";
import { checkMigrationRules, checkMigrations } from "./tools/testing/checks.ts";
import { sum } from "./tools/testing/tally.ts";

async function apply(): Promise<void> {
  loadEnvFiles();
  try {
    const database = await openDatabase();
    await prepareDatabase(database).finally(database.stop);
  } catch (error) {
    if (!(error instanceof PostgresInUse)) throw error;
    throw new Advice(`${error.message}\nIts next start applies the migrations by itself.`);
  }
  say("The database is up to date");
}

/** Changes rows also while the app runs: that is what it is for. */
async function changeRows(name: string): Promise<void> {
  loadEnvFiles();
  let database: Database;
  let stop = async () => {};
  try {
    const opened = await openDatabase();
    await prepareDatabase(opened);
    [database, stop] = [opened, opened.stop];
  } catch (error) {
    if (!(error instanceof PostgresInUse)) throw error;
    database = { adminUrl: error.adminUrl, secrets: await keptSecrets(dataFolder) };
  }
  await generate();
  const { runDataMigration } = await import("./tools/database/data-migrations.ts"); // needs the generated client
  await runDataMigration(database, name).finally(stop);
}

await main(async () => {
  const [verb = "apply", name = ""] = process.argv.slice(2);
  if (verb === "apply") await apply();
  else if (verb === "check") return sum([await checkMigrationRules(), await checkMigrations()]).failed;
  else if (verb === "new") say(`Written: ${await writeMigration(name)}`);
  else if (verb === "data") await changeRows(name);
  else throw new Advice("npm run migrate, or npm run migrate -- check | new <name> | data <name>");
  return 0;
});

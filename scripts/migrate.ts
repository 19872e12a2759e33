import { checkMigrationRules, checkMigrations } from "./checks.ts";
import { type Database, loadEnvFiles, openDatabase, prepareDatabase } from "./database.ts";
import { generate } from "./generate.ts";
import { writeMigration } from "./migrations.ts";
import { dataFolder } from "./paths.ts";
import { PostgresInUse } from "./postgres.ts";
import { Advice, main, say } from "./progress.ts";
import { keptSecrets } from "./secrets.ts";
import { sum } from "./tally.ts";

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
  const { runDataMigration } = await import("./data-migrations.ts"); // needs the generated client
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

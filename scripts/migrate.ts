import { checkMigrationRules, checkMigrations } from "./checks.ts";
import { loadEnvFiles, openDatabase, prepareDatabase } from "./database.ts";
import { writeMigration } from "./migrations.ts";
import { PostgresInUse } from "./postgres.ts";
import { Advice, main, say } from "./progress.ts";
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

await main(async () => {
  const [verb = "apply", name = ""] = process.argv.slice(2);
  if (verb === "apply") await apply();
  else if (verb === "check") return sum([await checkMigrationRules(), await checkMigrations()]).failed;
  else if (verb === "new") say(`Written: ${await writeMigration(name)}`);
  else throw new Advice("npm run migrate, npm run migrate -- check, or npm run migrate -- new <name>");
  return 0;
});

import { loadEnvFiles, openDatabase, prepareDatabase } from "./database.ts";
import { diff, writeMigration } from "./migrations.ts";
import { PostgresInUse } from "./postgres.ts";
import { Advice, main, say } from "./progress.ts";

/** Fails, and says what is missing, when prisma/*.prisma and the migrations disagree. */
async function check(): Promise<number> {
  const missing = await diff();
  if (!missing) {
    say("The schema and the migrations agree");
    return 0;
  }
  console.error(`The schema and the migrations disagree. The migrations lack:\n\n${missing}\n`);
  console.error("Write them with: npm run migrate -- new <name>");
  return 1;
}

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
  else if (verb === "check") return check();
  else if (verb === "new") say(`Written: ${await writeMigration(name)}`);
  else throw new Advice("npm run migrate, npm run migrate -- check, or npm run migrate -- new <name>");
  return 0;
});

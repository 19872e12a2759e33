import { cloneDatabase } from "./clone.ts";
import { appEnvironment, type Database, prepareDatabase, seedDatabase } from "./database.ts";
import { step } from "./progress.ts";
import { freshSecrets } from "./secrets.ts";
import { databaseOf } from "./sql.ts";

/** Makes the database that every test's database is copied from. @param adminUrl an admin of an empty server. */
export async function makeTemplate(adminUrl: string): Promise<Database> {
  const database = { adminUrl, secrets: freshSecrets() };
  await step("Template database prepared", () => prepareDatabase(database));
  await seedDatabase(database, "reference");
  return database;
}

/** A copy of the template, with the environment that lets a test reach it, and copy the template again. */
export async function copyTemplate(
  of: Database,
  name: string,
): Promise<Database & { testEnv: Record<string, string> }> {
  const adminUrl = await cloneDatabase(of.adminUrl, databaseOf(of.adminUrl), name);
  const database = { ...of, adminUrl };
  const testEnv = {
    ...appEnvironment(database),
    TEST_ADMIN_URL: adminUrl,
    TEST_TEMPLATE: databaseOf(of.adminUrl),
  };
  return { ...database, testEnv };
}

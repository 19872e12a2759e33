import { type Database, prepareDatabase, seedDatabase, workerEnvironment } from "../database/database.ts";
import { cloneDatabase } from "../postgres/clone.ts";
import { freshSecrets } from "../postgres/secrets.ts";
import { databaseOf } from "../postgres/sql.ts";
import { step } from "../process/progress.ts";

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
    ...workerEnvironment(database),
    TEST_ADMIN_URL: adminUrl,
    TEST_TEMPLATE: databaseOf(of.adminUrl),
  };
  return { ...database, testEnv };
}

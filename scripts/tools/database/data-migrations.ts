import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DataMigration, migrateData } from "../../../lib/tenancy/data-migration.ts";
import { openKernel } from "../../../lib/tenancy/kernel.ts";
import { root } from "../process/paths.ts";
import { Advice, say } from "../process/progress.ts";
import { appEnvironment, type Database } from "./database.ts";

/** The data migration that `<folder>/<name>.ts` exports as default. @throws Advice where there is none. */
export async function dataMigrationNamed(
  name: string,
  folder = join(root, "prisma", "data"),
): Promise<DataMigration> {
  const file = join(folder, `${name}.ts`);
  if (!/^[a-z][a-z0-9_]*$/.test(name) || !existsSync(file))
    throw new Advice(`There is no prisma/data/${name || "<name>"}.ts that exports a DataMigration.`);
  const { default: migration } = await import(pathToFileURL(file).href);
  if (migration?.name !== name)
    throw new Advice(`prisma/data/${name}.ts must export the migration named "${name}".`);
  return migration;
}

/** Runs a data migration as the app's role on a database that may be in use. */
export async function runDataMigration(database: Database, name: string): Promise<void> {
  const migration = await dataMigrationNamed(name);
  const { DATABASE_URL, TENANCY_KEY } = appEnvironment(database);
  // Nobody waits for its transactions, and a busy machine may need long for one.
  const timeout = 24 * 60 * 60_000;
  const kernel = openKernel({ url: DATABASE_URL, key: TENANCY_KEY, poolSize: 1, timeout });
  const changed = await migrateData(kernel, migration, say).finally(() => kernel.close());
  say(`${name}: ${changed} rows changed, all shops done`);
}

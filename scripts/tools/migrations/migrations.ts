import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationDirectory } from "@prisma/schema-engine-wasm";
import { startScratchPostgres } from "../postgres/postgres.ts";
import { createRoles } from "../postgres/roles.ts";
import { freshSecrets } from "../postgres/secrets.ts";
import { asOwner, withClient } from "../postgres/sql.ts";
import { migrationsFolder } from "../process/paths.ts";
import { Advice, say } from "../process/progress.ts";
import { dropHalfBuiltIndexes } from "./half-built-indexes.ts";
import { ScriptError, withEngine } from "./schema-engine.ts";
import { migrationList, schemaFiles } from "./schema-files.ts";

// `app.tenant_table` gives each tenant table its foreign key to tenants, which the schema does not name.
const keysOfTenantTables = /-- DropForeignKey\nALTER TABLE "(\w+)" DROP CONSTRAINT "\1_tenant_fk";\n*/g;

const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that this database has not seen and notes them in `_prisma_migrations`, as
 * `prisma migrate deploy` does. Each is sent whole, which is one transaction, so one that fails leaves nothing behind and is tried
 * again once it is mended. A single CREATE INDEX CONCURRENTLY runs in none; what a broken one leaves is cleared away first.
 * @returns the names of those applied. @throws Advice with the database's own words when one fails.
 */
export async function applyMigrations(adminUrl: string): Promise<string[]> {
  const migrationsList = migrationList();
  await withClient(asOwner(adminUrl), dropHalfBuiltIndexes);
  try {
    return await withEngine({ url: asOwner(adminUrl) }, async (engine) => {
      const history = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      });
      for (const name of history.editedMigrationNames)
        say(
          `${name} was edited after this database took it, and what was changed is not here. Put the file back as it was, and write the change as a migration of its own: npm run migrate -- new NAME`,
        );
      for (const migrationName of history.failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName });
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    throw new Advice(`A migration failed; the database is as it was before it.\n${error.message}`);
  }
}

/** Undone in the scratch database before the comparison: app.tenant_table() adds these keys, no model names them. */
const kernelsOwn: MigrationDirectory = {
  path: "99999999999999_kernels_own",
  migrationFile: {
    path: "migration.sql",
    content: {
      tag: "ok",
      value: `do $$ declare k record; begin
        for k in select conrelid::regclass as of_table, conname from pg_constraint where contype = 'f' and conname like '%\\_tenant\\_fk' loop
          execute format('alter table %s drop constraint %I', k.of_table, k.conname);
        end loop;
      end $$`,
    },
  },
};

/**
 * What the migrations still lack to make the tables that prisma/*.prisma describes, as SQL; empty when they agree.
 * Policies, functions, checks and partial indexes are the migrations' own: Prisma does not know them, nor this.
 */
export async function diff(): Promise<string> {
  const postgres = await startScratchPostgres();
  try {
    await createRoles(postgres.adminUrl, freshSecrets());
    const url = asOwner(postgres.adminUrl);
    return await withEngine({ url, shadowUrl: url }, async (engine) => {
      const list = migrationList();
      list.migrationDirectories.push(kernelsOwn);
      const { stdout } = await engine.diff({
        from: { tag: "migrations", ...list },
        to: { tag: "schemaDatamodel", ...schemaFiles() },
        script: true,
        exitCode: null,
        filters,
      });
      const sql = (stdout ?? "").replace(keysOfTenantTables, "").trim();
      return sql === "-- This is an empty migration." ? "" : sql;
    });
  } finally {
    await postgres.stop();
  }
}

/**
 * Writes the next migration from the difference between the schema and the migrations so far.
 * @returns the new file's path. @throws Advice when there is no difference.
 */
export async function writeMigration(name: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Advice(
      'A migration\'s name is made of small letters, digits and "_", such as add_recall_notes.',
    );
  }
  const sql = await diff();
  if (!sql)
    throw new Advice("The migrations already make what the schema describes: there is nothing to write.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  return join(folder, "migration.sql");
}

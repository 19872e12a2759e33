import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";
import { migrationsFolder, root } from "../process/paths.ts";

/** schema.prisma and models/*.prisma, as the engine takes them. */
export function schemaFiles(): SchemasContainer {
  const folder = join(root, "prisma");
  const models = join(folder, "models");
  const inModels = existsSync(models) ? readdirSync(models).filter((name) => name.endsWith(".prisma")) : [];
  const paths = [join(folder, "schema.prisma"), ...inModels.sort().map((name) => join(models, name))];
  return { files: paths.map((path) => ({ path, content: readFileSync(path, "utf8") })) };
}

/** All migrations, oldest first. */
export function migrationList(): MigrationList {
  const names = existsSync(migrationsFolder) ? readdirSync(migrationsFolder) : [];
  const found = names.filter((name) => existsSync(join(migrationsFolder, name, "migration.sql"))).sort();
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: found.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(migrationsFolder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

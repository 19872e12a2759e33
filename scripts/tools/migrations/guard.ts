import { faultsOf } from "./rules.ts";
import { NAME, plain, Tables } from "./schema.ts";
import { migrationList } from "./schema-files.ts";
import { listed, type Statement, statementsOf } from "./sql-statements.ts";

export type Migration = { name: string; sql: string };

/** Up to here nothing was released: there is no older release to be compatible with. */
const FIRST_RELEASE = "20261121000100_tables";

/** Tables that say in their own migration, by policies and a comment, whose rows they hold. */
const SPECIAL = ["vault.keys", "tenants", "users"];

const CREATE_TABLE = new RegExp(
  String.raw`^create (?:unlogged )?table (?:if not exists )?${NAME}(?: \((.*)\))?(.*)$`,
  "i",
);
const WALLED = /app\.(?:tenant|shared_or_own|shared|published|system)_table\( ?'([^']+)'/gi;
const ALTERED = new RegExp(String.raw`^alter table (?:if exists )?(?:only )?${NAME} (.+)$`, "i");

/** The migrations of this project, oldest first. */
export function migrationsHere(): Migration[] {
  return migrationList().migrationDirectories.map(({ path, migrationFile: { content } }) => ({
    name: path,
    sql: content.tag === "ok" ? content.value : "",
  }));
}

/**
 * Reads migrations as text, before they meet a database. Every table must say whose rows it holds, and, after the first release, nothing may
 * break the release that still runs while the next one starts.
 * @returns one line a fault: file, line, what is wrong and what to do.
 */
export function migrationFaults(migrations: Migration[], since = FIRST_RELEASE): string[] {
  const before = new Tables();
  return migrations.flatMap(({ name, sql }) => {
    const statements = statementsOf(sql);
    const says = (line: number, fault: string) => `prisma/migrations/${name}/migration.sql:${line}: ${fault}`;
    const found = openTables(statements).map(({ line, fault }) => says(line, fault));
    if (name > since) {
      const setting = { before, alone: statements.length === 1 };
      for (const statement of statements)
        found.push(...faultsOf(statement, setting).map((fault) => says(statement.line, fault)));
    }
    for (const statement of statements) note(before, statement);
    return found;
  });
}

function openTables(statements: Statement[]): { line: number; fault: string }[] {
  const all = statements.map(({ text }) => text).join("; ");
  const walled = new Set([...all.matchAll(WALLED)].map(([, table = ""]) => plain(table)));
  return statements.flatMap(({ text, line }) => {
    const [, name = "", , rest = ""] = CREATE_TABLE.exec(text) ?? [];
    const table = plain(name);
    if (!table || SPECIAL.includes(table) || walled.has(table) || /^ partition of /i.test(rest)) return [];
    const fault =
      `the table ${table} says nothing about whose rows it holds. Add to this migration: select app.tenant_table('${table}') for a shop's own rows, ` +
      `app.shared_or_own_table, app.shared_table('${table}', 'why'), app.published_table('${table}', 'why') or app.system_table('${table}', 'why').`;
    return [{ line, fault }];
  });
}

/** Keeps the tables' state as it is after a statement. */
function note(tables: Tables, { text }: Statement): void {
  const [created, name = "", columns = ""] = CREATE_TABLE.exec(text) ?? [];
  if (created) tables.add(plain(name), columns);
  const [, table = "", actions = ""] = ALTERED.exec(text) ?? [];
  for (const action of listed(actions)) {
    const added = /^add (?:column )?(?:if not exists )?(.+)$/i.exec(action)?.[1];
    if (added) tables.addColumn(plain(table), added);
    const [, column = "", type = ""] =
      new RegExp(String.raw`^alter (?:column )?${NAME} (?:set data )?type (.+?)(?: using .+)?$`, "i").exec(
        action,
      ) ?? [];
    if (column) tables.setType(plain(table), plain(column), type.toLowerCase());
  }
}

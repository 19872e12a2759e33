import { type Migration, migrationsHere } from "../migrations/guard.ts";
import { plain } from "../migrations/schema.ts";
import { statementsOf } from "../migrations/sql-statements.ts";

const CALL = /^select app\.(\w+) ?\( ?'([^']+)'(?:, (.*?))? ?\)$/i;
const POLICY = /^(create|drop) policy (?:if exists )?(\w+) on (\S+)/i;
const DROPPED = /^drop table (?:if exists )?(\S+)/i;

/** These say whose rows a table holds; the others add to it. */
const kinds = [
  "tenant_table",
  "shared_table",
  "published_table",
  "shared_or_own_table",
  "system_table",
  "wall",
];

/** The kinds whose second argument says why, which changes nothing. */
const reasoned = ["shared_table", "published_table", "system_table"];

/**
 * What the migrations declare of each table, in one line: `tenant_table + append_only '{voided_at}'`. Tables of one line are alike in
 * all that matters to the walls but their keys.
 */
export function declaredTables(migrations: Migration[] = migrationsHere()): Map<string, string> {
  const tables = new Map<string, string[]>();
  for (const { sql } of migrations)
    for (const { text } of statementsOf(sql)) {
      const [, call = "", called = "", rest] = CALL.exec(text) ?? [];
      const [, verb = "", policy = "", on = ""] = POLICY.exec(text) ?? [];
      const dropped = DROPPED.exec(text)?.[1];
      if (dropped) tables.delete(plain(dropped));
      const table = plain(called || on);
      const before = tables.get(table) ?? [];
      if (call === "wall")
        tables.set(table, [`wall of ${table}`, ...before.filter((one) => !/^wall /.test(one))]);
      else if (kinds.includes(call))
        tables.set(table, [reasoned.includes(call) || !rest ? call : `${call} ${rest}`]);
      else if (call) tables.set(table, [...before, rest ? `${call} ${rest}` : call]);
      else if (verb.toLowerCase() === "create") tables.set(table, [...before, `policy ${policy}`]);
      else if (policy)
        tables.set(
          table,
          before.filter((one) => one !== `policy ${policy}`),
        );
    }
  return new Map([...tables].map(([table, lines]) => [table, [...new Set(lines)].join(" + ")]));
}

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { declaredTables } from "./declared.ts";
import { BUILT_IN, type Facts } from "./facts.ts";
import { keysOfModels } from "./keys.ts";

/**
 * What is right: all that a database fresh from the migrations says of itself. Tables are kept by what the migrations declare of them, so
 * that a new one of a known kind needs no entry; their keys are the Prisma schema's.
 */
type Inventory = { tables: Record<string, string[]>; others: Record<string, string[]> };

const file = fileURLToPath(new URL("./inventory.json", import.meta.url));

const subjectOf = (table: string) => `the table ${table}`;
const template = (fact: string, table: string) =>
  fact.replaceAll(` ${table}.`, " %table%.").replaceAll(`(${table}.`, "(%table%.");
const filled = (fact: string, table: string) => fact.replaceAll("%table%", table);

const ofModel = (fact: string) =>
  /^(has the (foreign )?key|requires the column) /.test(fact) && !fact.includes("to tenants (id)");

/** A table of shared rows and shops' own may have it, and where its keys begin with it, must. */
const OWNER =
  "has the column owner uuid not null generated COALESCE(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)";

/** Another unique index of a shop's table tells nothing, if it begins with whose row it is. */
const harmless = (fact: string) =>
  fact === OWNER || (/^has the key \((tenant_id|owner), /.test(fact) && !/ primary$/.test(fact));

/** What the release says, read once. */
let release:
  | Promise<{ inventory: Inventory; tables: Map<string, string>; keys: Map<string, string[]> }>
  | undefined;

async function readRelease() {
  const inventory = JSON.parse(readFileSync(file, "utf8")) as Inventory;
  return { inventory, tables: declaredTables(), keys: await keysOfModels() };
}

/** What should be said of a database in which this was found. */
export async function expectedFacts(found: Facts): Promise<Facts> {
  release ??= readRelease();
  const { inventory, tables, keys } = await release;
  const expected: Facts = new Map(
    Object.entries(inventory.others).map(([subject, facts]) => [subject, new Set(facts)]),
  );
  for (const [table, line] of tables) {
    const subject = subjectOf(table);
    const kind = inventory.tables[line];
    if (!kind) {
      expected.set(
        subject,
        new Set([`is declared as "${line}", which the inventory does not know: npm run rls:check -- write`]),
      );
      continue;
    }
    const more = [...(found.get(subject) ?? [])].filter(
      (fact) => harmless(fact) && kind.some((one) => one.startsWith("has the column tenant_id")),
    );
    expected.set(
      subject,
      new Set([...kind.map((fact) => filled(fact, table)), ...(keys.get(table) ?? []), ...more]),
    );
  }
  // What another release of Postgres brings, or somebody who is no superuser there sees, is not known here.
  for (const subject of expected.keys())
    if (subject.startsWith(BUILT_IN) && !found.has(subject)) expected.delete(subject);
  for (const [subject, facts] of found) {
    if (subject.startsWith(BUILT_IN) && !expected.has(subject)) expected.set(subject, facts);
    const whole = [...facts].find((fact) => fact.startsWith("is a partition of "));
    if (whole && tables.has(whole.slice("is a partition of ".length)))
      expected.set(subject, new Set([whole, "is kept", "belongs to bastion_owner"]));
  }
  return expected;
}

const unsafe = /^the (materialized view|foreign table|sequence) |^the view /;

/** Writes the inventory. @param facts of a database fresh from the migrations. @throws an error where two tables declared alike differ, or what is there can't be walled. */
export function writeInventory(facts: Facts): void {
  const tables = new Map<string, string[]>();
  const declared = declaredTables();
  for (const [table, line] of declared) {
    const kind = [...(facts.get(subjectOf(table)) ?? [])]
      .filter((fact) => !ofModel(fact) && fact !== OWNER)
      .map((fact) => template(fact, table))
      .sort();
    const other = tables.get(line);
    if (other && other.join("\n") !== kind.join("\n"))
      throw new Error(
        `The table ${table} is declared "${line}" and yet differs from another that is:\n${kind.filter((fact) => !other.includes(fact)).join("\n")}`,
      );
    tables.set(line, kind);
  }
  const others = [...facts].filter(
    ([subject]) => ![...declared.keys()].some((table) => subjectOf(table) === subject),
  );
  for (const [subject, about] of others)
    if (unsafe.test(subject) && !about.has("is WITH (security_invoker=true)"))
      throw new Error(`${subject} can't be kept apart by shop: row level security would not reach it`);
  const sorted = (entries: [string, Iterable<string>][]) =>
    Object.fromEntries(
      entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, lines]) => [key, [...lines].sort()]),
    );
  writeFileSync(
    file,
    `${JSON.stringify({ tables: sorted([...tables]), others: sorted(others) }, null, 2)}\n`,
  );
}

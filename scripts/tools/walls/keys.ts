import { schemaAsSql } from "../migrations/schema-engine.ts";
import { statementsOf } from "../migrations/sql-statements.ts";

const columns = (list: string) => list.replaceAll('"', "").split(/, ?/).join(", ");

/** A column's name, and its type. */
const REQUIRED = /"(\w+)" (?:"\w+"|[A-Za-z][A-Za-z ]*?)(?:\([\d, ]+\))?(?:\[\])? NOT NULL/g;

/** The keys, unique indexes, foreign keys and required columns that the Prisma schema gives each table, in the words of `factsOf`. */
export async function keysOfModels(): Promise<Map<string, string[]>> {
  const keys = new Map<string, string[]>();
  const add = (table = "", key: string) => keys.set(table, [...(keys.get(table) ?? []), key]);
  for (const { text } of statementsOf(await schemaAsSql())) {
    const [, made, , primary = ""] =
      /^CREATE TABLE "(\w+)" (.*CONSTRAINT "(\w+)" PRIMARY KEY \(([^)]+)\))?/i
        .exec(text)
        ?.filter((_, at) => at !== 2) ?? [];
    if (made) add(made, `has the key (${columns(primary)}) primary`);
    for (const [, column = ""] of made ? text.matchAll(REQUIRED) : [])
      if (column !== "tenant_id" && column !== "owner") add(made, `requires the column ${column}`);
    const [, unique, uniques = ""] = /^CREATE UNIQUE INDEX "\w+" ON "(\w+)" ?\(([^)]+)\)/i.exec(text) ?? [];
    if (unique) add(unique, `has the key (${columns(uniques)})`);
    const [, from, own = "", to, theirs = "", rules = ""] =
      /^ALTER TABLE "(\w+)" ADD CONSTRAINT "\w+" FOREIGN KEY \(([^)]+)\) REFERENCES "(\w+)" ?\(([^)]+)\) (.*)$/i.exec(
        text,
      ) ?? [];
    if (from)
      add(from, `has the foreign key (${columns(own)}) to ${to} (${columns(theirs)}) ${rules.toLowerCase()}`);
  }
  return keys;
}

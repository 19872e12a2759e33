import type pg from "pg";
import { type Kind, kindOf, type Models } from "@/lib/tenancy/kinds";

export type Column = {
  field: string;
  column: string;
  type: string;
  labels: string[];
  required: boolean;
  /** Computed by the database: nobody sets it. */
  generated: boolean;
  /** The table whose rows this column names. */
  target: string | null;
};
export type Relation = { name: string; to: string; many: boolean };
export type Shape = {
  model: string;
  table: string;
  kind: Kind;
  columns: Column[];
  /** Field names of each unique key. */
  uniques: string[][];
  relations: Relation[];
};

const columnsOf = `
  select c.relname as "table", a.attname as "column", t.typname as type, a.attnotnull and not a.atthasdef as required, a.attgenerated <> '' as generated,
    coalesce((select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '{}') as labels,
    (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
     where k.conrelid = c.oid and k.contype = 'f' and k.conkey[cardinality(k.conkey)] = a.attnum and f.relname <> 'tenants' limit 1) as target
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`;

const uniquesOf = `
  select c.relname as "table", array(select a.attname::text from unnest(i.indkey) with ordinality k(n, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by place) as columns
  from pg_index i join pg_class c on c.oid = i.indrelid
  where i.indisunique and i.indpred is null and i.indexprs is null and c.relnamespace = 'public'::regnamespace`;

/** Every model with all that a call on it can name: from the client's own list, and from the catalog what that list leaves out. */
export async function shapesOf(admin: pg.Client, models: Models): Promise<Shape[]> {
  const { rows: columns } = await admin.query<Column & { table: string }>(columnsOf);
  const { rows: uniques } = await admin.query<{ table: string; columns: string[] }>(uniquesOf);
  return Object.entries(models).map(([model, { dbName, fields }]) => {
    const table = dbName ?? model;
    const fieldOf = (column: string) => fields.find((one) => (one.dbName ?? one.name) === column)?.name ?? "";
    return {
      model,
      table,
      kind: kindOf(models, model),
      columns: columns
        .filter((one) => one.table === table)
        .map((one) => ({ ...one, field: fieldOf(one.column) })),
      uniques: uniques.filter((one) => one.table === table).map((one) => one.columns.map(fieldOf)),
      relations: fields
        .filter((field) => field.kind === "object")
        .map(({ name, type }) => ({
          name,
          to: type,
          many: !fields.some((other) => other.name === `${name}Id`) && type !== "Credential",
        })),
    };
  });
}

import type pg from "pg";
import type { Column, Shape } from "./shape";

/** What a shop's rows are made of, so that a value says whose it is. */
export type Hand = { tenant: string; rows: number; text: string; number: number; day: string };

/** The id of a shop's n-th row in a table. */
const idOf = (table: string, tenant: string, n: string) => `md5('${table}${tenant}' || ${n})::uuid`;

function valueOf(table: string, { column, type, labels, target }: Column, hand: Hand): string {
  if (column === "tenant_id") return `'${hand.tenant}'`;
  if (target === "insurers") return "(select id from insurers order by name limit 1)";
  if (type === "uuid") return idOf(column === "id" ? table : (target ?? "nothing"), hand.tenant, "n");
  if (labels[0]) return `'${labels[0]}'`;
  if (type === "text") return `'${hand.text} ${table}.${column} ' || n`;
  if (type === "int4" || type === "int8") return `${hand.number} + n`;
  if (type === "bool") return "true";
  if (type === "date" || type === "timestamptz")
    return `'${hand.day}'::date + n${column === "ends_at" ? " + 1" : ""}`;
  if (type === "jsonb") return `jsonb_build_object('said', '${hand.text}')`;
  if (type === "bytea") return `convert_to('${hand.text}', 'UTF8')`;
  if (type === "_text") return `array['${hand.text}']`;
  throw new Error(`${table}.${column} has a type that no test value is known for: ${type}`);
}

const settable = (columns: Column[]) => columns.filter(({ generated }) => !generated);

const inShop = ({ kind }: Shape) => kind === "own" || kind === "sharedOrOwn";

/** SQL that gives a shop rows in every table of its own, in place of those it has, people who work there, and the kernel rows of its own. */
export function furnishing(shapes: Shape[], hand: Hand): string {
  const clear = shapes
    .filter(inShop)
    .map(({ table }) => `delete from ${table} where tenant_id = '${hand.tenant}';`);
  const fill = shapes
    .filter((shape) => inShop(shape) || shape.kind === "system")
    .map(({ table, columns: all, uniques }) => {
      const columns = settable(all);
      const rows = uniques.some((key) => key.length === 1 && key[0] === "tenantId") ? 1 : hand.rows;
      const values = columns.map((column) => valueOf(table, column, hand));
      return `insert into ${table} (${columns.map((one) => one.column)}) select ${values.join(", ")} from generate_series(1, ${rows}) n on conflict do nothing;`;
    });
  // Keys are right by construction, and whatever the trade checks of values is not what is tried here.
  return [
    "set session_replication_role = replica;",
    ...clear,
    ...fill,
    "set session_replication_role = origin;",
  ].join("\n");
}

export type Planting = {
  /** Run above all walls: makes room for the row. */
  clear: string;
  /** Each must fail: a row planted in the other shop, and ours hung on each kind of row of theirs. */
  attempts: { sql: string; what: string }[];
};

/** Puts a shop's first row of a table back, as it was, but in another's name or hanging on another's rows. */
export function plantingOf({ table, columns: all, kind }: Shape, ours: Hand, theirs: Hand): Planting {
  const columns = settable(all);
  if (kind !== "own" && kind !== "sharedOrOwn") return { clear: "", attempts: [] };
  const hasId = columns.some(({ column, type }) => column === "id" && type === "uuid");
  const first = ({ tenant }: Hand) =>
    `(tenant_id = '${tenant}'${hasId ? ` and id = ${idOf(table, tenant, "1")}` : ""})`;
  const insert = (hand: Hand, link?: Column) => {
    const values = columns.map((one) =>
      one === link ? idOf(one.target ?? "", theirs.tenant, "1") : valueOf(table, one, hand),
    );
    return `insert into ${table} (${columns.map((one) => one.column)}) select ${values.join(", ")} from generate_series(1, 1) n`;
  };
  const links = columns.filter(({ target }) => target && target !== "insurers" && target !== "users");
  return {
    clear: `set local session_replication_role = replica; delete from ${table} where ${first(ours)} or ${first(theirs)};
      set local session_replication_role = origin`,
    attempts: [
      { sql: insert(theirs), what: "a row planted with them" },
      ...links.map((link) => ({ sql: insert(ours, link), what: `our row hung on their ${link.target}` })),
    ],
  };
}

/** Takes the trade's checks of values away, so that marked values fit everywhere. */
export async function dropValueChecks(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query(
    "select conrelid::regclass::text as name, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace",
  );
  for (const { name, conname } of rows) await admin.query(`alter table ${name} drop constraint ${conname}`);
}

/** The ids that `furnishing` gave: by table, for each shop. */
export async function idsOf(
  admin: pg.Client,
  shapes: Shape[],
  hands: Hand[],
): Promise<Record<string, string[]>> {
  const ids: Record<string, string[]> = {};
  for (const { table, columns } of shapes) {
    if (!columns.some((one) => one.column === "id" && one.type === "uuid")) continue;
    const { rows } = await admin.query<{ id: string }>(
      hands
        .map(({ tenant }) => `select ${idOf(table, tenant, "n")}::text as id from generate_series(1, 2) n`)
        .join(" union all "),
    );
    ids[table] = rows.map((row) => row.id);
  }
  return ids;
}

/** vPIC's tables are large, and the app's role may do nothing but read them. */
const readOnly = (table: string) => table.startsWith("vin_");

/** SQL for one line that tells whether anything changed: of one shop (`=`) or of everything that is not that shop's (`<>`). */
export function fingerprint(shapes: Shape[], tenant: string, whose: "=" | "<>"): string {
  const parts = shapes
    .filter(({ kind, table }) => (whose === "<>" ? !readOnly(table) : kind !== "system" && kind !== "shared"))
    .map(({ table, kind }) => {
      const owner = kind === "tenant" ? "id" : "tenant_id";
      const mine =
        kind === "system" || kind === "shared"
          ? "true"
          : `${owner} is ${whose === "=" ? "not " : ""}distinct from '${tenant}'`;
      return `select '${table}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${table} t where ${mine}`;
    });
  return `select string_agg(name || '=' || sum, ' ' order by name) as print from (${parts.join(" union all ")}) all_tables`;
}

import type pg from "pg";
import type { TenantId } from "@/lib/tenancy/scope";
import { findGaps } from "@/scripts/tools/walls/walls";
import { tryForgeries } from "../forge";
import { type Ground, probeTable } from "../probe";

/** One thing broken in the database. `noticed` is who must see it. */
export type SqlMutant = {
  name: string;
  sql: string;
  table: string;
  noticed: "the catalog check" | "an attack";
};

type Named = { name: string };
const list = async <Row>(admin: pg.Client, sql: string) => (await admin.query(sql)).rows as Row[];

/** Every wall in the catalog, each taken away alone; and where two stand behind each other, both at once. */
export async function sqlMutants(admin: pg.Client): Promise<SqlMutant[]> {
  const policies = await list<{ t: string; p: string; seen: boolean; written: boolean }>(
    admin,
    `select polrelid::regclass::text as t, polname as p, coalesce(pg_get_expr(polqual, polrelid), 'true') <> 'true' as seen, coalesce(pg_get_expr(polwithcheck, polrelid), 'true') <> 'true' as written
     from pg_policy order by 1, 2`,
  );
  const walled = await list<Named>(
    admin,
    "select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and relforcerowsecurity order by 1",
  );
  const keys = await list<{ t: string; k: string }>(
    admin,
    `select conrelid::regclass::text as t, conname as k from pg_constraint where contype = 'f' and cardinality(conkey) > 1
     and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  const uniques = await list<{ t: string; i: string; columns: string }>(
    admin,
    `select i.indrelid::regclass::text as t, i.indexrelid::regclass::text as i,
       (select string_agg(quote_ident(a.attname), ', ') from unnest(i.indkey[1:]) n join pg_attribute a on a.attrelid = i.indrelid and a.attnum = n) as columns
     from pg_index i join pg_attribute t on t.attrelid = i.indrelid and t.attnum = i.indkey[0] and t.attname in ('tenant_id', 'owner')
     where i.indisunique and cardinality(i.indkey::int2[]) > 1 order by 1, 2`,
  );
  const defaults = await list<Named>(
    admin,
    "select attrelid::regclass::text as name from pg_attribute join pg_class c on c.oid = attrelid where attname = 'tenant_id' and atthasdef and c.relkind in ('r', 'p') order by 1",
  );
  const rights = await list<{ t: string; may: string }>(
    admin,
    `select oid::regclass::text as t, may from pg_class cross join unnest(array['insert', 'update', 'delete', 'truncate']) may
     where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations' and not has_table_privilege('bastion_app', oid, may) order by 1, 2`,
  );
  const triggers = await list<{ t: string; g: string }>(
    admin,
    "select tgrelid::regclass::text as t, tgname as g from pg_trigger where tgfoid = 'app.refuse_second_time'::regproc",
  );
  const by =
    (noticed: SqlMutant["noticed"]) =>
    (name: string, table: string, sql: string): SqlMutant => ({ name, table, sql, noticed });
  const [catalog, attack] = [by("the catalog check"), by("an attack")];
  const on = (table: string) => policies.filter(({ t }) => t === table);
  const each = (table: string, clause: "using" | "with check") =>
    on(table)
      .filter(({ seen, written }) => (clause === "using" ? seen : written))
      .map(({ t, p }) => `alter policy ${p} on ${t} ${clause} (true);`)
      .join(" ");
  return [
    ...policies.map(({ t, p }) => catalog(`policy ${p} of ${t} dropped`, t, `drop policy ${p} on ${t}`)),
    ...policies
      .filter(({ seen }) => seen)
      .map(({ t, p }) => catalog(`USING of ${p} of ${t} true`, t, `alter policy ${p} on ${t} using (true)`)),
    ...policies
      .filter(({ written }) => written)
      .map(({ t, p }) =>
        catalog(`WITH CHECK of ${p} of ${t} true`, t, `alter policy ${p} on ${t} with check (true)`),
      ),
    ...walled.map(({ name }) =>
      catalog(`FORCE of ${name} taken`, name, `alter table ${name} no force row level security`),
    ),
    ...walled.map(({ name }) =>
      catalog(`row level security of ${name} off`, name, `alter table ${name} disable row level security`),
    ),
    ...defaults.map(({ name }) =>
      catalog(`default of ${name} dropped`, name, `alter table ${name} alter tenant_id drop default`),
    ),
    ...rights.map(({ t, may }) =>
      catalog(`${may} on ${t} granted`, t, `grant ${may} on ${t} to bastion_app`),
    ),
    ...triggers.map(({ t, g }) => catalog(`trigger ${g} of ${t} dropped`, t, `drop trigger ${g} on ${t}`)),
    ...uniques.map(({ t, i, columns }) =>
      catalog(`key ${i} without its tenant`, t, `create unique index on ${t} (${columns})`),
    ),
    ...defaults.map(({ name }) => attack(`every USING of ${name} true`, name, each(name, "using"))),
    ...defaults.map(({ name }) => attack(`every WITH CHECK of ${name} true`, name, each(name, "with check"))),
    ...keys.map(({ t, k }) =>
      attack(`composite key ${k} dropped`, t, `alter table ${t} drop constraint ${k}`),
    ),
  ];
}

/** @returns the names of the mutants that nobody notices. What they broke is whole again after. */
export async function unnoticed(ground: Ground, mutants: SqlMutant[]): Promise<string[]> {
  const checked = mutants.filter(({ noticed }) => noticed === "the catalog check");
  const missed: SqlMutant[] = [];
  for (const round of oneATable(checked)) missed.push(...(await unseenByCheck(ground.admin, round)));
  for (const mutant of mutants.filter((one) => !checked.includes(one)))
    if (!(await isAttackable(ground, mutant))) missed.push(mutant);
  return missed.map(({ name }) => name);
}

/** Rounds in which each table has one thing broken: the check reads the whole database, and says of which table each gap is. */
function oneATable(mutants: SqlMutant[]): SqlMutant[][] {
  const rounds: SqlMutant[][] = [];
  const seen = new Map<string, number>();
  for (const mutant of mutants) {
    const round = seen.get(mutant.table) ?? 0;
    seen.set(mutant.table, round + 1);
    rounds[round] = [...(rounds[round] ?? []), mutant];
  }
  return rounds;
}

async function unseenByCheck(admin: pg.Client, mutants: SqlMutant[]): Promise<SqlMutant[]> {
  await admin.query("begin");
  try {
    for (const { sql } of mutants) await admin.query(sql);
    const gaps = await findGaps(admin);
    return mutants.filter(({ table }) => !gaps.some((gap) => gap.startsWith(`the table ${table}: `)));
  } finally {
    await admin.query("rollback");
  }
}

async function isAttackable(
  { admin, shapes, ...ground }: Ground,
  { sql, table }: SqlMutant,
): Promise<boolean> {
  const shape = shapes.find((one) => one.table === table);
  await admin.query("begin");
  try {
    await admin.query(sql);
    return shape !== undefined && (await probeTable({ admin, shapes, ...ground }, shape)).length > 0;
  } finally {
    await admin.query("rollback");
  }
}

type FunctionMutant = { of: string; find: string; replace: string };

const functionMutants: FunctionMutant[] = [
  { of: "app.enter(text)", find: "cardinality(part) = 4\n       and ", replace: "" },
  {
    of: "app.enter(text)",
    find: "part[4] in (vault.mac(message, 1), vault.mac(message, 2))",
    replace: "true",
  },
  {
    of: "app.enter(text)",
    find: "vault.mac(message, 2)",
    replace: "coalesce(vault.mac(message, 2), 'none')",
  },
  { of: "app.enter(text)", find: "and part[2] = pg_backend_pid()::text", replace: "" },
  {
    of: "app.enter(text)",
    find: "and part[3]::bigint >= extract(epoch from clock_timestamp())",
    replace: "",
  },
  { of: "app.enter(text)", find: "clock_timestamp()), false)", replace: "clock_timestamp()), true)" },
  { of: "app.enter(text)", find: "before and app.scope()", replace: "false and app.scope()" },
  {
    of: "app.enter(text)",
    find: "before and app.scope()",
    replace: "app.scope() is not null and app.scope()",
  },
  { of: "app.enter(text)", find: "transaction_timestamp() = statement_timestamp()", replace: "false" },
  { of: "vault.has_read_key()", find: "exists (", replace: "not exists (" },
  { of: "app.enter(text)", find: "vault.place(), 1), true)", replace: "vault.place(), 1), false)" },
  {
    of: "app.enter(text)",
    find: "set_config('app.context', part[1]",
    replace: "set_config('app.context', 'system'",
  },
  {
    of: "app.scope()",
    find: "is distinct from vault.mac",
    replace: "is null and '' is distinct from vault.mac",
  },
  {
    of: "app.scope()",
    find: "'context.' || claimed || '.' || vault.place()",
    replace: "'context.' || claimed",
  },
  { of: "app.tenant_id()", find: "STABLE", replace: "IMMUTABLE" },
  { of: "app.is_system()", find: "app.scope() = 'system'", replace: "app.scope() is not null" },
  { of: "app.is_system()", find: ", false)", replace: ", true)" },
  {
    of: "vault.place()",
    find: "|| '.' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint",
    replace: "|| ''",
  },
];

export type Noticing = { name: string; noticed: boolean };

/** Breaks the functions of the signed context one line at a time, in a database of its own, and tries to get in. */
export async function breakFunctions(
  admin: pg.Client,
  target: { appUrl: string; key: string; ours: TenantId; theirs: TenantId },
): Promise<Noticing[]> {
  const untouched = await tryForgeries(target);
  if (untouched.length) throw new Error(`With nothing broken these get in: ${untouched.join(", ")}`);
  const results: Noticing[] = [];
  for (const { of, find, replace } of functionMutants) {
    const { rows } = await admin.query("select pg_get_functiondef($1::regprocedure) as source", [of]);
    const source: string = rows[0].source;
    const broken = source.replace(find, replace);
    if (broken === source) throw new Error(`${of} has no "${find}" any more`);
    await admin.query(broken);
    const worked = await tryForgeries(target).catch((error) => [String(error)]);
    await admin.query(source);
    results.push({ name: `${of}: ${find.trim()} → ${replace || "nothing"}`, noticed: worked.length > 0 });
  }
  return results;
}

import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PrismaClient } from "@/lib/tenancy/generated/client";
import { modelsOf } from "@/lib/tenancy/kernel";
import { type Scope, ticket } from "@/lib/tenancy/scope";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { dropValueChecks, furnishing } from "./furnish";
import { type Shape, shapesOf } from "./shape";

/** What SQL of a shop's own can do to the shop's own rows of a table that only `app.tenant_table` was said of. */
const PLAIN = "read, add, write, delete";

// What it can do to all other tables. Whoever takes more or less says so here.
const byShop: Record<string, string> = {
  tenants: "read, write name phone email street city state zip time_zone",
  users: "read",
  credentials: "",
  sessions: "",
  security_events: "",
  rate_limits: "",
  platform_events: "",
  mails: "read, add, write status attempts sent_at problem reply",
  memberships: "read",
  tenant_flags: "read, add, write",
  shop_security_events: "read",
  shop_settings: "read, add, write",
  shop_papers: "read, add, write",
  counters: "read, add, write",
  data_migration_progress: "read, add, write",
  audit_events: "read, add",
  customers: "read, add, write",
  vehicles: "read, add, write",
  text_consents: "read, add",
  quotes: "read, add, write",
  quote_links: "read, add, write",
  quote_signatures: "read, add",
  jobs: "read, add, write",
  claims: "read, add, write",
  invoices: "read, add, write",
  invoice_lines: "read, add",
  payments: "read, add, write voided_at void_reason",
  price_versions: "read, add, write cancelled_at",
  system_mails: "",
  reason_codes: "read, add, write",
  parts: "read, add, write, delete",
  part_fits: "read, add, write, delete",
  insurers: "read",
  tpas: "read",
  vin_wmis: "read",
  vin_wmi_schemas: "read",
  vin_patterns: "read",
};

/** The same for the kernel's own work, where it is not what a system table is for: reading, adding and writing. */
const byKernel: Record<string, string> = {
  security_events: "read, add, write, delete",
  rate_limits: "read, add, write, delete",
  sessions: "read, add, write, delete",
  platform_events: "read, add",
  shop_security_events: "read, add",
  insurers: "read, add, write, delete",
  tpas: "read, add, write, delete",
};

let database: TestDatabase;
let shapes: Shape[];
let ours: Scope;

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  const { admin } = database;
  await dropValueChecks(admin);
  shapes = await shapesOf(admin, modelsOf(new PrismaClient({ adapter: new PrismaPg({}) })));
  ours = await mintTenant(database.open());
  await admin.query(furnishing(shapes, { tenant: ours, rows: 2, text: "own", number: 0, day: "2020-01-01" }));
  // What stands once something has happened is tried as it is before that.
  await admin.query(
    "set session_replication_role = replica; update quotes set accepted_at = null; set session_replication_role = origin; " +
      "update payments set voided_at = null; update price_versions set cancelled_at = null",
  );
});
afterAll(() => database.close());

/** Runs SQL as the app's role in a scope, and puts everything back. @returns rows, or the error's code. */
async function attempt(scope: Scope, sql: string, { keys = true } = {}): Promise<number | string> {
  const { admin, key } = database;
  await admin.query("begin");
  try {
    // Without foreign keys: what they alone hold back, a CTE that takes both ends at once does.
    if (!keys) await admin.query("set local session_replication_role = replica");
    const { rows } = await admin.query("select pg_backend_pid() as pid");
    await admin.query("set local role bastion_app");
    await admin.query("select app.enter($1)", [ticket(scope, rows[0].pid, key)]);
    return await admin.query(sql).then(
      (result) => [result].flat().at(-1)?.rowCount ?? 0,
      (error) => error.code,
    );
  } finally {
    await admin.query("rollback");
  }
}

const went = (answer: number | string) => (typeof answer === "number" ? answer > 0 : answer === "23505");

async function verbsOf(scope: Scope, { table, columns }: Shape): Promise<string> {
  const may: string[] = [];
  const own = columns.filter(({ generated }) => !generated).map(({ column }) => column);
  if (went(await attempt(scope, `select from ${table} limit 1`))) may.push("read");
  // A copy of a row as the superuser sees it: its key is taken, which is told only to who may add it.
  const { rows } = await database.admin.query(
    `select to_jsonb(t)::text as row from ${table} t order by ${own.includes("tenant_id") ? `tenant_id = '${ours}' desc nulls last` : "1"} limit 1`,
  );
  const copy = `insert into ${table} (${own}) select ${own} from jsonb_populate_record(null::${table}, $row$${rows[0]?.row}$row$)`;
  if (went(await attempt(scope, copy))) may.push("add");
  const written: string[] = [];
  for (const column of own)
    if (went(await attempt(scope, `update ${table} set ${column} = ${column}`))) written.push(column);
  if (written.length === own.length) may.push("write");
  else if (written.length) may.push(`write ${written.join(" ")}`);
  if (went(await attempt(scope, `delete from ${table}`, { keys: false }))) may.push("delete");
  return may.join(", ");
}

it("SQL of a shop's own does to each table what a feature needs, and no more", async () => {
  const found: Record<string, string> = {};
  for (const shape of shapes) found[shape.table] = await verbsOf(ours, shape);
  const plain = shapes.filter(({ table, kind }) => kind === "own" && !(table in byShop));
  expect(plain.length).toBeGreaterThan(5);
  expect(found).toEqual({ ...byShop, ...Object.fromEntries(plain.map(({ table }) => [table, PLAIN])) });
});

it("SQL in the kernel's scope deletes nothing that must stand", async () => {
  for (const shape of shapes.filter(({ table }) => byKernel[table]))
    expect(await verbsOf("system", shape), shape.table).toBe(byKernel[shape.table]);
  for (const { table } of shapes.filter(({ table }) =>
    /^(users|credentials|tenants|memberships)$/.test(table),
  ))
    expect(await attempt("system", `delete from ${table}`, { keys: false }), table).toBe("42501");
});

describe("in one statement that takes both ends of a foreign key", () => {
  const both = [
    "with gone as (delete from memberships returning user_id) delete from users using gone where users.id = gone.user_id",
    "with gone as (delete from memberships returning user_id), locked as (delete from credentials) delete from users where id in (select user_id from gone)",
    "with gone as (update memberships set user_id = gen_random_uuid() returning 1) delete from users",
    "merge into users u using memberships m on u.id = m.user_id when matched then delete",
    "merge into users u using memberships m on u.id = m.user_id when matched then update set name = 'mine'",
    "insert into users select * from users on conflict (id) do update set name = 'mine'",
    "with gone as (delete from quote_signatures returning quote_id) delete from quotes where id in (select quote_id from gone)",
    "with gone as (delete from invoice_lines returning invoice_id) delete from invoices where id in (select invoice_id from gone)",
    "with moved as (update payments set invoice_id = invoice_id returning 1) delete from payments",
    "with gone as (delete from text_consents returning customer_id) delete from customers where id in (select customer_id from gone)",
    "merge into audit_events a using audit_events b on a.id = b.id when matched then delete",
  ];
  it.each(both)("%s", async (sql) => {
    expect(await attempt(ours, sql, { keys: false })).toBe("42501");
  });
});

describe("what has happened stands", () => {
  const done: [string, string, string][] = [
    ["a void payment", "payments", "voided_at"],
    ["a cancelled version of the prices", "price_versions", "cancelled_at"],
  ];
  it.each(done)("%s is not opened again", async (_what, table, moment) => {
    const twice = (again: string) =>
      attempt(ours, `update ${table} set ${moment} = now(); update ${table} set ${moment} = ${again}`);
    expect(await attempt(ours, `update ${table} set ${moment} = now()`)).toBeGreaterThan(0);
    expect(await twice("null")).toBe(0);
  });

  it("an acceptance is not taken back or put to another day, which would open its lines", async () => {
    const accepted = (then: string) => attempt(ours, `update quotes set accepted_at = now(); ${then}`);
    expect(await accepted("update quotes set accepted_at = accepted_at")).toBeGreaterThan(0);
    for (const again of ["null", "now() - interval '1 day'"]) {
      expect(await accepted(`update quotes set accepted_at = ${again}`)).toBe("42501");
      const merged = `merge into quotes q using quotes o on q.id = o.id when matched then update set accepted_at = ${again}`;
      expect(await accepted(merged)).toBe("42501");
    }
  });

  it.each(["quote_lines", "quote_options"])(
    "%s of an accepted quote are not changed or taken away",
    async (table) => {
      const accepted = (then: string) => attempt(ours, `update quotes set accepted_at = now(); ${then}`);
      expect(await accepted(`update ${table} set position = position + 10`)).toBe(0);
      expect(await accepted(`delete from ${table}`)).toBe(0);
      expect(await attempt(ours, `delete from ${table}`)).toBeGreaterThan(0);
    },
  );

  it("no foreign key deletes or changes a row of a table that stands, whoever deletes what it names", async () => {
    const { rows } = await database.admin.query(`
      select conrelid::regclass::text as name from pg_constraint where contype = 'f' and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r'))
        and exists (select from pg_policy where polrelid = conrelid and polname = 'rows_unchanged')`);
    expect(rows).toEqual([]);
    await database.admin.query("begin");
    for (const [what, sql] of [
      ["quotes", "delete from quotes"],
      ["customers", "delete from customers"],
      ["invoices", "delete from invoices"],
    ]) {
      await database.admin.query("savepoint one");
      await expect(database.admin.query(sql as string), what).rejects.toMatchObject({ code: /^23/ });
      await database.admin.query("rollback to one");
    }
    await database.admin.query("rollback");
  });
});

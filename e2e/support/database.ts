import { randomUUID } from "node:crypto";
import pg from "pg";
import { hashPassword } from "../../lib/auth/passwords";
import { flags } from "../../lib/flags";
import { termsOf } from "../../lib/tenancy/searched";
import { DEMO_PASSWORD } from "../../prisma/seed/demo/people";
import { tablesOfPages } from "./surface";

/** Asks the test database above all walls: to arrange a test, and to see what really happened. */
export async function ask<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.TEST_ADMIN_URL });
  await client.connect();
  return client
    .query<Row>(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

export type Shop = { id: string; slug: string; email: string };

/** A shop of a test's own with every feature on, prices set, and someone who works in it. Password as in the demo. */
export async function openShop(role: "owner" | "admin" | "counter" | "technician" = "owner"): Promise<Shop> {
  const [id, short] = [randomUUID(), randomUUID().slice(0, 8)];
  const slug = `e2e-${short}`;
  await ask(
    "insert into tenants (id, slug, name, state, time_zone) values ($1, $2, $3, 'TX', 'America/Chicago')",
    [id, slug, `E2E ${short}`],
  );
  const email = await addMember(id, role);
  await ask(
    "insert into tenant_flags (tenant_id, flag, enabled) select $1, flag, true from unnest($2::text[]) flag",
    [id, Object.keys(flags)],
  );
  await copyPrices(id);
  return { id, slug, email };
}

/** Somebody who works in a shop. Password as in the demo. @returns their e-mail. */
export async function addMember(
  tenantId: string,
  role: "owner" | "admin" | "counter" | "technician" = "counter",
): Promise<string> {
  const userId = randomUUID();
  const email = `${userId.slice(0, 8)}@e2e.example`;
  await ask("insert into users (id, email, name) values ($1, $2, 'Erin Tester')", [userId, email]);
  await ask("insert into credentials (user_id, password_hash) values ($1, $2)", [
    userId,
    await hashPassword(DEMO_PASSWORD),
  ]);
  await ask("insert into memberships (tenant_id, id, user_id, role) values ($1, gen_random_uuid(), $2, $3)", [
    tenantId,
    userId,
    role,
  ]);
  return email;
}

/** One row of each of the shared rooms that system administrators keep. */
export async function sharedIds(): Promise<Record<string, string>> {
  const [row] = await ask<Record<string, string>>(
    `select (select id from parts where tenant_id is null limit 1) as parts, (select id from insurers limit 1) as insurers,
       (select id from tpas limit 1) as tpas`,
  );
  return { ...row, mail: await systemMail("Kept") };
}

/** Rows of the shared rooms that no other test knows of. */
export async function ownSharedIds(): Promise<Record<string, string>> {
  const name = `Own ${randomUUID()}`;
  const [row] = await ask<Record<string, string>>(
    `with part as (insert into parts (id, nags_number, prefix, number, glass_position, description)
         values (gen_random_uuid(), $1, 'DW', '99997', 'windshield', $1) returning id),
       tpa as (insert into tpas (id, name) values (gen_random_uuid(), $1) returning id),
       insurer as (insert into insurers (id, name, tpa_id) select gen_random_uuid(), $1, id from tpa returning id)
     select part.id as parts, insurer.id as insurers, tpa.id as tpas from part, tpa, insurer`,
    [name],
  );
  return { ...row, mail: await systemMail(name), tasks: await deadTask() };
}

/** A mail in the outbox. @returns its id. */
export async function systemMail(subject: string): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into system_mails (id, recipient, mail_subject, body, status)
     values (gen_random_uuid(), 'ops@e2e.example', $1, 'See https://glass.example/', 'kept') returning id`,
    [subject],
  );
  return row?.id ?? "";
}

/** A background task that was given up. @returns its id. */
export async function deadTask(): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `insert into pgboss.job (name, data, output) values ('dead', '{"task": "mail.send", "scope": "system", "input": {}}', '{"problem": "Undelivered"}')
     returning id`,
  );
  return row?.id ?? "";
}

/** A customer who can be found, as the app would have kept them. @returns the id. */
export async function addCustomer(
  tenantId: string,
  { name, phone, accountType = "retail" }: { name: string; phone: string; accountType?: string },
): Promise<string> {
  const id = randomUUID();
  await ask("insert into customers (tenant_id, id, name, phone, account_type) values ($1, $2, $3, $4, $5)", [
    tenantId,
    id,
    name,
    phone,
    accountType,
  ]);
  await ask(
    "insert into search_terms (tenant_id, kind, subject, term) select $1, 'customer', $2, term from unnest($3::text[]) term",
    [tenantId, id, [...termsOf("customers", { subject: id, found: { name, phone } })]],
  );
  return id;
}

/** The busy demo shop's price book, so that a new shop can quote. */
async function copyPrices(to: string): Promise<void> {
  const [model] = await ask<{ id: string }>("select id from tenants where slug = 'summit-glass'");
  const tables = [
    "pricing_profiles",
    "pricing_rules",
    "tax_rates",
    "tax_areas",
    "shop_settings",
    "part_overrides",
  ];
  for (const table of tables) await copyRows(table, "tenant_id", model?.id ?? "", model?.id ?? "", to);
}

/** Gives a shop one row of everything: the demo shop's newest unpaid insurance job, copied under ids of its own. */
export async function furnish(tenantId: string): Promise<void> {
  const [model] = await ask<Record<"tenant" | "job" | "invoice" | "quote" | "customer" | "vehicle", string>>(
    `select j.tenant_id as tenant, j.id as job, i.id as invoice, j.quote_id as quote, j.customer_id as customer, j.vehicle_id as vehicle
     from jobs j join invoices i on i.job_id = j.id and i.tenant_id = j.tenant_id join claims c on c.job_id = j.id and c.tenant_id = j.tenant_id
       join payments p on p.invoice_id = i.id and p.tenant_id = i.tenant_id
     where j.tenant_id = (select id from tenants where slug = 'summit-glass') order by j.created_at desc limit 1`,
  );
  if (!model) throw new Error("The demo shop has no invoiced insurance job to copy");
  const rows: [table: string, column: string, id: string][] = [
    ["customers", "id", model.customer],
    ["vehicles", "id", model.vehicle],
    ["quotes", "id", model.quote],
    ["quote_lines", "quote_id", model.quote],
    ["jobs", "id", model.job],
    ["invoices", "id", model.invoice],
    ["invoice_lines", "invoice_id", model.invoice],
    ["payments", "invoice_id", model.invoice],
    ["claims", "job_id", model.job],
    ["shop_papers", "tenant_id", model.tenant],
    ["parts", "tenant_id", model.tenant],
    ["part_fits", "tenant_id", model.tenant],
  ];
  for (const [table, column, id] of rows) await copyRows(table, column, id, model.tenant, tenantId);
  for (const table of ["suppliers", "brand_preferences", "stock_items"])
    await copyRows(table, "tenant_id", model.tenant, model.tenant, tenantId);
  await keepVersion(tenantId);
  await ask(
    `insert into pricing_profiles (tenant_id, id, name, payer, insurer_id, labor_cents)
     select $1, gen_random_uuid(), name, 'insurance', id, 4321 from insurers order by name limit 1`,
    [tenantId],
  );
  await ask(
    `with mail as (insert into mails (tenant_id, id, recipient, mail_subject, body, about_kind, about_id, status, problem)
       select tenant_id, gen_random_uuid(), 'full@e2e.example', 'Your quote', 'Hello', 'quote', id, 'failed', 'refused' from quotes where tenant_id = $1 returning *)
     insert into quote_links (tenant_id, id, quote_id, email, expires_on, mail_id)
       select tenant_id, gen_random_uuid(), about_id, recipient, current_date + 9, id from mail`,
    [tenantId],
  );
  await fillEmpty(tenantId);
}

/** Gives a shop a row of each table that has a page and of which the demo shop has none to copy. */
async function fillEmpty(tenantId: string): Promise<void> {
  const own = await tenantTables();
  for (const table of tablesOfPages.filter((one) => own.includes(one))) {
    const [has] = await ask(`select 1 from ${table} where tenant_id = $1 limit 1`, [tenantId]);
    if (!has) await makeRow(table, tenantId);
  }
}

/** A row with what its table asks for, hung on rows that the shop has. */
async function makeRow(table: string, tenantId: string): Promise<void> {
  const columns = await ask<{ name: string; type: string; of: string | null }>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'f'
          and k.conkey[cardinality(k.conkey)] = a.attnum and k.confrelid <> 'tenants'::regclass limit 1) as of
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
       and a.attname <> 'tenant_id'`,
    [table],
  );
  const made: Record<string, string> = {
    uuid: "gen_random_uuid()",
    text: "'Sweep'",
    boolean: "true",
    date: "current_date",
    "timestamp with time zone": "now()",
    jsonb: "'{}'",
    integer: "17",
    bigint: "17",
  };
  const own = await tenantTables();
  const values = columns.map(({ name, type, of }) => {
    if (of) return `(select id from ${of}${own.includes(of) ? " where tenant_id = $1" : ""} limit 1)`;
    const value = made[type];
    if (!value) throw new Error(`What does ${table}.${name} hold, a ${type}? Make a row of it in furnish()`);
    return value;
  });
  await ask(
    `insert into ${table} (${["tenant_id", ...columns.map(({ name }) => name)].join(", ")}) select ${["$1::uuid", ...values].join(", ")}`,
    [tenantId],
  );
}

/** A version of a shop's prices that waits for its day, on top of those that hold. */
async function keepVersion(tenantId: string): Promise<void> {
  await ask(
    `insert into price_versions (tenant_id, id, number, effective_from, summary, snapshot)
     select $1, gen_random_uuid(), number, day, 'Copied', '{"profiles": [], "parts": [], "taxes": [], "settings": null}'
     from (values (1, current_date - 1), (2, current_date + 2)) version (number, day)`,
    [tenantId],
  );
  await ask("insert into counters (tenant_id, name, value) values ($1, 'price version', 2)", [tenantId]);
}

/** Ids are made anew from the old ones, the same way in every table, so that rows still fit together. */
async function copyRows(table: string, column: string, id: string, from: string, to: string): Promise<void> {
  const columns = await ask<{ name: string; type: string }>(
    "select column_name as name, data_type as type from information_schema.columns where table_name = $1 and column_name <> 'tenant_id' and is_generated = 'NEVER'",
    [table],
  );
  const shared = ["insurer_id", "user_id"];
  const names = columns.map(({ name }) => name).join(", ");
  const values = columns.map(({ name, type }) =>
    type === "uuid" && !shared.includes(name) ? `md5(${name}::text || $1)::uuid` : name,
  );
  await ask(
    `insert into ${table} (tenant_id, ${names}) select $1::uuid, ${values.join(", ")} from ${table} where tenant_id = $2 and ${column} = $3`,
    [to, from, id],
  );
}

/** Every row of a shop, in one hash: the same before and after means nothing was touched. */
export async function fingerprint(tenantId: string): Promise<string> {
  const tables = await tenantTables();
  const parts = tables.map(
    (table) =>
      `select '${table}' as t, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as h from ${table} r where tenant_id = $1`,
  );
  const rows = await ask(`${parts.join(" union all ")} order by 1`, [tenantId]);
  return JSON.stringify(rows);
}

/** Tables with a tenant and an id. */
export async function tenantTables(): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map((row) => row.name);
}

/** One id of a shop's in each of its tables that has some, and one of each kind of price profile that has a page of its own. */
export async function idsOf(tenantId: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const table of await tenantTables()) {
    const columns = await ask(
      "select 1 from information_schema.columns where table_name = $1 and column_name = 'id'",
      [table],
    );
    if (columns.length === 0) continue;
    const [row] = await ask<{ id: string }>(`select id from ${table} where tenant_id = $1 limit 1`, [
      tenantId,
    ]);
    if (row) ids[table] = row.id;
  }
  const profiles = await ask<{ kind: string; id: string }>(
    `select case when insurer_id is not null then 'insurer_profiles' else 'account_profiles' end as kind, id from pricing_profiles
     where tenant_id = $1 and (insurer_id is not null or account_type is not null)`,
    [tenantId],
  );
  return { ...ids, ...Object.fromEntries(profiles.map(({ kind, id }) => [kind, id])) };
}

import { addDays, midnightOf } from "../../../lib/dates.ts";
import { listShopParts } from "../../../lib/domain/catalog/shop-parts/queries.ts";
import { listClaims } from "../../../lib/domain/claims/queries.ts";
import { listCustomers, searchCustomers } from "../../../lib/domain/customers/queries.ts";
import { listStock } from "../../../lib/domain/inventory/queries.ts";
import { listJobs } from "../../../lib/domain/jobs/queries.ts";
import { listInvoices } from "../../../lib/domain/ledger/queries.ts";
import { listParts } from "../../../lib/domain/pricing/overrides/queries.ts";
import { listQuotes } from "../../../lib/domain/quotes/queries.ts";
import { getToday } from "../../../lib/domain/reports/today.ts";
import { getDay } from "../../../lib/domain/scheduling/queries.ts";
import { type DataMigration, migrateData } from "../../../lib/tenancy/data-migration.ts";
import { type Db, openKernel } from "../../../lib/tenancy/kernel.ts";
import type { TenantId } from "../../../lib/tenancy/scope.ts";
import { appEnvironment, type Database } from "../database/database.ts";
import { withClient } from "../postgres/sql.ts";
import { planOf } from "./plans.ts";

const CUSTOMERS = 17_000;
const JOBS = 18_000;
const ROUNDS = 15;
const TODAY = "2026-06-15";

const oneOf = (words: string, n: string) =>
  `(string_to_array('${words}', ' '))[1 + (${n}) % ${words.split(" ").length}]`;
const first =
  "Ann Ben Carla Diego Eve Frank Grace Hugo Iris José Karen Liam Maria Noah Olga Pete Quinn Rosa Sam Tina";
const last =
  "Adams Baker Castillo Diaz Evans Fischer Garcia Huber Ivanov Jones Keller Lopez Miller Nguyen O’Brien Patel Quist Romero Smith Turner Umar Vega White Xu Young Zimmer";
const ofJob = (table: string, n: string) => `md5('${table}' || ${n})::uuid`;

/** A shop with years of work, written past the app: its terms are filled in as old rows' are. */
async function fill(adminUrl: string, slug: string): Promise<TenantId> {
  return withClient(adminUrl, async (client) => {
    const tenant = "(select id from tenants where slug = 'bench-lists')";
    await client.query(`
      insert into tenants (id, slug, name) values (gen_random_uuid(), '${slug}', 'Bench');
      insert into insurers (id, name) select gen_random_uuid(), 'Bench Insurer ' || n from generate_series(1, 40) n;
      insert into customers (tenant_id, id, name, phone, email, company)
        select ${tenant}, ${ofJob("c", "n")}, ${oneOf(first, "n * 7")} || ' ' || ${oneOf(last, "n * 13 + n / 20")}, '+1512' || lpad((n * 397 % 10000000)::text, 7, '0'),
          'c' || n || '@bench.example', case when n % 9 = 0 then 'Fleet ' || n / 50 else '' end from generate_series(1, ${CUSTOMERS}) n;
      insert into vehicles (tenant_id, id, customer_id, vin, year, make, model, plate)
        select ${tenant}, ${ofJob("v", "n")}, ${ofJob("c", "n")}, upper(substr(md5('vin' || n), 1, 17)), 2000 + n % 25, 'Ford', 'F-150', upper(substr(md5('plate' || n), 1, 7)) from generate_series(1, ${CUSTOMERS}) n;
      insert into quotes (tenant_id, id, number, status, customer_id, vehicle_id, glass_position, nags_number, subtotal_cents, tax_cents, total_cents, customer_cents, valid_until, created_at)
        select ${tenant}, ${ofJob("q", "n")}, 1000 + n, (array['draft','sent','accepted','lost'])[1 + n % 4]::quote_status, ${ofJob("c", `1 + n % ${CUSTOMERS}`)}, ${ofJob("v", `1 + n % ${CUSTOMERS}`)},
          'windshield', 'DW0' || (1000 + n % 900) || 'GTYN', 50347, 3151, 53498, 53498, '2026-12-31', '2024-01-01'::timestamptz + n * interval '1 hour' from generate_series(1, ${JOBS}) n;
      insert into jobs (tenant_id, id, number, status, quote_id, customer_id, vehicle_id, scheduled_on)
        select ${tenant}, ${ofJob("j", "n")}, 1000 + n, (case when n % 10 > 1 then 'paid' when n % 10 = 1 then 'scheduled' else 'cancelled' end)::job_status,
          ${ofJob("q", "n")}, ${ofJob("c", `1 + n % ${CUSTOMERS}`)}, ${ofJob("v", `1 + n % ${CUSTOMERS}`)}, '${TODAY}'::date + 30 - n % 900 from generate_series(1, ${JOBS}) n;
      insert into invoices (tenant_id, id, number, status, job_id, customer_id, insurer_name, issued_on, subtotal_cents, tax_cents, total_cents, customer_cents)
        select ${tenant}, ${ofJob("i", "n")}, 1000 + n, (array['invoiced','partially_paid','paid','paid','void'])[1 + n % 5]::invoice_status, ${ofJob("j", "n")}, ${ofJob("c", `1 + n % ${CUSTOMERS}`)},
          'Bench Insurer ' || n % 40, '2026-01-01'::date - n % 900, 50347, 3151, 53498, 53498 from generate_series(1, ${JOBS}) n;
      insert into payments (tenant_id, id, invoice_id, payer, method, amount_cents, reference, received_on)
        select ${tenant}, ${ofJob("p", "n")}, ${ofJob("i", "n")}, 'customer', 'check', 1234, (90000 + n)::text, '2026-01-01' from generate_series(1, ${JOBS}) n;
      insert into claims (tenant_id, id, job_id, insurer_id, policyholder, policy_number, claim_number, loss_date, loss_state, cause, deductible_cents, filed_at)
        select ${tenant}, ${ofJob("k", "n")}, ${ofJob("j", "n")}, (select id from insurers where name = 'Bench Insurer ' || 1 + n % 40), ${oneOf(first, "n * 3")} || ' ' || ${oneOf(last, "n * 5")},
          'POL-' || n * 31, 'C' || n * 17, '2026-01-01', 'TX', 'Hail', 10000, '2024-01-01'::timestamptz + n * interval '1 hour' from generate_series(1, ${JOBS}) n;
      insert into stock_items (tenant_id, id, nags_number, on_hand, min_qty) select ${tenant}, gen_random_uuid(), 'DW0' || 1000 + n || 'GTYN', n % 5, 2 from generate_series(1, 900) n;
      insert into part_overrides (tenant_id, id, nags_number, price_cents) select ${tenant}, gen_random_uuid(), 'FW0' || 1000 + n || 'GTYN', 31113 from generate_series(1, 700) n;
      insert into parts (id, tenant_id, nags_number, prefix, number, glass_position, description) select gen_random_uuid(), ${tenant}, 'RV-' || n, '', 'RV' || n, 'windshield', 'Heated vista glass ' || n from generate_series(1, 300) n`);
    const { rows } = await client.query("select id from tenants where slug = $1", [slug]);
    return rows[0].id;
  });
}

const at = { skip: 0, take: 50 };
const last50 = { skip: 15_000, take: 50 };
const today = midnightOf(TODAY);
const owner = { timeZone: "America/Chicago", role: "owner" } as never;

const lists: [string, (db: Db) => Promise<unknown>][] = [
  ["customers", (db) => listCustomers(db, "", false, at)],
  ["customers, page 301", (db) => listCustomers(db, "", false, last50)],
  ["quotes", (db) => listQuotes(db, "", null, at)],
  ["quotes, page 301", (db) => listQuotes(db, "", null, last50)],
  ["quotes, sent", (db) => listQuotes(db, "", "sent", at)],
  ["jobs, upcoming", (db) => listJobs(db, { tab: "upcoming", search: "", today, at })],
  ["jobs, today", (db) => listJobs(db, { tab: "today", search: "", today, at })],
  ["jobs, all", (db) => listJobs(db, { tab: "all", search: "", today, at })],
  ["invoices, open", (db) => listInvoices(db, { tab: "open", search: "", at })],
  ["invoices, paid", (db) => listInvoices(db, { tab: "paid", search: "", at })],
  ["claims", (db) => listClaims(db, { withdrawn: false, search: "", at })],
  ["stock", (db) => listStock(db, { search: "", low: true }, at)],
  ["own prices", (db) => listParts(db, "", at, TODAY)],
  ["own parts", (db) => listShopParts(db, "", at)],
  ["Today", (db) => getToday(db, owner, new Date(`${TODAY}T18:00:00Z`))],
  ["dispatch", (db) => getDay(db, midnightOf(addDays(TODAY, 1)))],
];

const typed = ["o'brien", "garcia jose", "g", "512", "0188", "18042", "dw01234", "a8f"];
const searches: [string, (db: Db, search: string) => Promise<unknown>][] = [
  ["customers", (db, search) => listCustomers(db, search, false, at)],
  ["the desk's caller", searchCustomers],
  ["quotes", (db, search) => listQuotes(db, search, null, at)],
  ["jobs", (db, search) => listJobs(db, { tab: "all", search, today, at })],
  ["invoices", (db, search) => listInvoices(db, { tab: "open", search, at })],
  ["claims", (db, search) => listClaims(db, { withdrawn: false, search, at })],
];

/** Every list and search of one busy shop: its median time on the server, and how Postgres went about the slowest statement. */
export async function benchLists<Row extends { id: string }>(
  database: Database,
  fillTerms: DataMigration<Row>,
): Promise<void> {
  const { DATABASE_URL: url, TENANCY_KEY: key } = appEnvironment(database);
  const kernel = openKernel({ url, key, poolSize: 1, timeout: 600_000 });
  const shop = await fill(database.adminUrl, "bench-lists");
  const only = {
    withTenant: kernel.withTenant,
    withSystem: async () => [{ id: shop, slug: "bench-lists" }] as never,
  };
  const start = performance.now();
  const filled = await migrateData(only, { ...fillTerms, batch: 5_000 });
  await withClient(database.adminUrl, (client) => client.query("vacuum analyze"));
  console.log(
    `\nOne shop with ${JOBS.toLocaleString("en-US")} jobs and ${CUSTOMERS.toLocaleString("en-US")} customers, medians of ${ROUNDS} in milliseconds (terms of ${filled.toLocaleString("en-US")} rows filled in ${((performance.now() - start) / 1000).toFixed(0)} s)`,
  );
  const all: [string, (db: Db) => Promise<unknown>][] = [
    ...lists,
    ...searches.flatMap(([name, run]) =>
      typed.map((search): [string, (db: Db) => Promise<unknown>] => [
        `${name}: ${search}`,
        (db) => run(db, search),
      ]),
    ),
  ];
  for (const [name, run] of all) {
    const times: number[] = [];
    for (let round = -2; round < ROUNDS; round++) {
      const began = performance.now();
      await kernel.withTenant(shop, run);
      if (round >= 0) times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const median = times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    console.log(`${median.toFixed(1).padStart(8)}  ${name}`);
    console.log(await kernel.withTenant(shop, (db) => planOf(db, () => run(db))));
  }
  await kernel.close();
}

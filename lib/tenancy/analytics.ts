import "server-only";
import pg from "pg";
import { env } from "../env";

// The role that sees over all walls: its own small pool, read-only, and nothing leaves here but what these functions return.
const store = globalThis as { bastionAnalytics?: pg.Pool };

function analytics(): pg.Pool | null {
  const connectionString = env().ANALYTICS_DATABASE_URL;
  if (!connectionString) return null;
  store.bastionAnalytics ??= new pg.Pool({
    connectionString,
    max: 2,
    options: "-c default_transaction_read_only=on",
  });
  return store.bastionAnalytics;
}

let tenantTables: string[] | undefined;

async function namesOfTenantTables(pool: pg.Pool): Promise<string[]> {
  if (tenantTables) return tenantTables;
  const { rows } = await pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition
      and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('id', 'tenant_id') and not a.attisdropped)`);
  tenantTables = rows.map((row) => row.name);
  return tenantTables;
}

/** Which shop each of these ids belongs to, over all tenant tables. Ids of nothing, and of rows that all shops share, are left out; without the analytics role, all are. */
export async function ownersOf(ids: string[]): Promise<{ id: string; tenantId: string }[]> {
  const pool = analytics();
  if (!pool || ids.length === 0) return [];
  const tables = await namesOfTenantTables(pool);
  const search = tables.map(
    (name) =>
      `select id, tenant_id as "tenantId" from ${name} where id = any($1::uuid[]) and tenant_id is not null`,
  );
  const { rows } = await pool.query<{ id: string; tenantId: string }>(search.join(" union all "), [ids]);
  return rows;
}

/** The tenant with this slug, or null. */
export async function tenantOfSlug(slug: string): Promise<string | null> {
  const { rows } = (await analytics()?.query<{ id: string }>("select id from tenants where slug = $1", [
    slug,
  ])) ?? { rows: [] };
  return rows[0]?.id ?? null;
}

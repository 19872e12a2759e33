import type pg from "pg";
import { searched, termsOf } from "@/lib/tenancy/searched";

/** What a shop's records say they are found by and are not, and the other way round: `customer <id> term`. */
export async function strayTerms(admin: pg.Client, tenantId: string): Promise<string[]> {
  const should = new Set<string>();
  for (const [table, { kind }] of Object.entries(searched)) {
    const { rows } = await admin.query(`select id, to_jsonb(r) as row from ${table} r where tenant_id = $1`, [
      tenantId,
    ]);
    for (const { id, row } of rows) {
      const texts = Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]);
      for (const term of termsOf(table, { subject: id, found: Object.fromEntries(texts) }))
        should.add(`${kind} ${id} ${term}`);
    }
  }
  const { rows } = await admin.query("select kind, subject, term from search_terms where tenant_id = $1", [
    tenantId,
  ]);
  const is = new Set(rows.map(({ kind, subject, term }) => `${kind} ${subject} ${term}`));
  return [...[...should].filter((one) => !is.has(one)), ...[...is].filter((one) => !should.has(one))];
}

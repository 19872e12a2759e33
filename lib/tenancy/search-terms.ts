import type { Written } from "./scope";
import { searched, termsOf } from "./searched";

/** As much of a shop's database as terms are written through. */
type Raw = {
  $queryRaw: <Rows>(text: TemplateStringsArray, ...values: unknown[]) => PromiseLike<Rows>;
  $executeRaw: (text: TemplateStringsArray, ...values: unknown[]) => PromiseLike<number>;
};

type Kept = { subject: string; found: Record<string, string | null>; terms: string[] };

const AT_ONCE = 2_000;

/** Writes anew what the rows that a transaction wrote are found by, as part of it. */
export async function writeTerms(db: Raw, written: Written): Promise<void> {
  const changed = [...written];
  written.clear();
  for (const [table, ids] of changed) {
    const all = ids === "all" ? await idsOf(db, table) : [...ids];
    for (let at = 0; at < all.length; at += AT_ONCE) await renew(db, table, all.slice(at, at + AT_ONCE));
  }
}

/** Writes the terms of these rows; of a row that is gone, there are none. */
export async function renew(db: Raw, table: string, ids: string[]): Promise<void> {
  const kind = searched[table]?.kind;
  // A row and its terms are read at one moment: what another transaction is changing is not mistaken for what this one changed.
  const rows = await db.$queryRaw<Kept[]>(rowsOf(table), kind, ids);
  const stale: [string, string][] = [];
  const fresh: [string, string][] = [];
  for (const row of rows) {
    const now = termsOf(table, row);
    for (const term of row.terms) if (!now.delete(term)) stale.push([row.subject, term]);
    for (const term of now) fresh.push([row.subject, term]);
  }
  if (stale.length > 0)
    await db.$executeRaw`delete from search_terms t using unnest(${stale.map(([id]) => id)}::uuid[], ${stale.map(([, term]) => term)}::text[]) s (subject, term)
      where t.kind = ${kind} and t.subject = s.subject and t.term = s.term`;
  if (fresh.length > 0)
    await db.$executeRaw`insert into search_terms (kind, subject, term)
      select ${kind}, s.subject, s.term from unnest(${fresh.map(([id]) => id)}::uuid[], ${fresh.map(([, term]) => term)}::text[]) s (subject, term)
      on conflict do nothing`;
}

/** Ids whose rows are gone come back too, with nothing that they are found by. */
function rowsOf(table: string): TemplateStringsArray {
  const columns = Object.keys(searched[table]?.columns ?? {});
  const found = columns.map((column) => `'${column}', r.${column}::text`).join(", ");
  return template([
    `select i.subject, jsonb_build_object(${found}) as found,
       array(select t.term from search_terms t where t.tenant_id = (select app.tenant_id()) and t.kind = `,
    ` and t.subject = i.subject) as terms
     from unnest(`,
    `::uuid[]) i (subject) left join ${table} r on r.tenant_id = (select app.tenant_id()) and r.id = i.subject`,
  ]);
}

/** Every row of a table, and every one that has terms still. */
async function idsOf(db: Raw, table: string): Promise<string[]> {
  const text = template([
    `select id from ${table} where tenant_id = (select app.tenant_id()) union select subject from search_terms where kind = `,
    "",
  ]);
  return (await db.$queryRaw<{ id: string }[]>(text, searched[table]?.kind)).map(({ id }) => id);
}

const template = (texts: string[]) => Object.assign(texts, { raw: texts }) as unknown as TemplateStringsArray;

export type InTable = { id: string; table: string };

/** The next rows of all searched tables, in the order of their ids. */
export function rowsAfter(db: Raw, after: string | undefined, take: number): PromiseLike<InTable[]> {
  const rows = Object.keys(searched).map(
    (table) => `select id, '${table}' as "table" from ${table} where tenant_id = (select app.tenant_id())`,
  );
  const text = template([
    `select id, "table" from (${rows.join(" union all ")}) rows where id > `,
    "::uuid order by id limit ",
    "",
  ]);
  return db.$queryRaw<InTable[]>(text, after ?? "00000000-0000-0000-0000-000000000000", take);
}

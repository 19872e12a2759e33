import { empty, join, type Sql, sql } from "./tenancy/sql";
import type { Db } from "./tenancy/tenancy";
import { type Range, rangesOf, textTerms } from "./tenancy/terms";

export type Slice = { skip: number; take: number };

/** How records of a list are found: whose terms count, and the SQL that leads from them, as `hit (kind, subject)`, to ids of the list. */
export type Ways = { kinds: string[]; to: Sql | ((word: Range[]) => Sql) };

/** The condition that every word of a search leads to a row, by its column `id`; nothing for an empty search. */
export function foundBy(search: string, { kinds, to }: Ways): Sql {
  const conditions = rangesOf(search).map((word) => {
    const hits = word.map(
      (range) =>
        sql`select kind, subject from search_terms where term >= ${range.from} and term < ${range.to} and kind = any(${kinds}::text[])`,
    );
    return sql`and id in (with hit as materialized (${join(hits, " union all ")}) ${typeof to === "function" ? to(word) : to})`;
  });
  return conditions.length > 0 ? join(conditions, " ") : empty;
}

/** Whether one of a word's terms is one of a text's. For the few texts that are no shop's, such as insurers' names. */
export const isNamed = (text: string, word: Range[]): boolean =>
  textTerms(text).some((term) => word.some(({ from }) => term.startsWith(from)));

type Listed = { table: Sql; where: Sql; search: string; ways: Ways; order: Sql; at: Slice };

/** One page of a list's ids, in order, and how many rows there are in all. */
export async function pageOf(db: Db, listed: Listed): Promise<{ ids: string[]; total: number }> {
  const { table, where, search, ways, order, at } = listed;
  const found = foundBy(search, ways);
  // A search is looked through once. All rows are counted by their index, apart from the page.
  const count = found === empty ? sql`(select count(*) from ${table} where ${where})` : sql`count(*) over ()`;
  const rows = await db.$queryRaw<{ id: string; total: number }[]>`
    select id, ${count}::int as total from ${table} where ${where} ${found} order by ${order} limit ${at.take} offset ${at.skip}`;
  if (rows.length === 0 && at.skip > 0)
    return { ids: [], total: (await pageOf(db, { ...listed, at: { skip: 0, take: 1 } })).total };
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

/** Rows as they were read, in the order of a page. */
export function inOrder<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

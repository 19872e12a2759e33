import type pg from "pg";

/**
 * Drops what an index build that broke off has left behind: an index that is kept up to date and never used, and whose name is taken.
 * @param client acts as the tables' owner. @returns the names of those dropped.
 */
export async function dropHalfBuiltIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where not i.indisvalid and c.relkind = 'i' and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'P', 'S'))`);
  for (const { name } of rows) await client.query(`drop index concurrently ${name}`);
  return rows.map(({ name }) => name);
}

import pg from "pg";
import type { Db } from "../../../lib/tenancy/kernel.ts";

type Sent = { text: string; values: unknown[] };

/** What `run` asks the database, by its statement of the longest text: how Postgres goes about it, a line a step. */
export async function planOf(db: Db, run: () => Promise<unknown>): Promise<string> {
  const sent: Sent[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const { text = "", values = [] } = args[0] as Partial<Sent>;
    if (/^\s*select/i.test(text)) sent.push({ text, values });
    return (query as (...args: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  await run().finally(() => {
    pg.Client.prototype.query = query;
  });
  const [first] = sent.filter(({ text }) => !/app\.enter/.test(text));
  if (!first) return "";
  const pieces = `explain (analyze, costs off, timing off, summary off) ${first.text}`.split(/\$\d+/);
  const template = Object.assign(pieces, { raw: pieces }) as unknown as TemplateStringsArray;
  const rows = await db.$queryRaw<{ "QUERY PLAN": string }[]>(template, ...first.values);
  return rows.map((row) => `            ${row["QUERY PLAN"].replace(/ loops=1\b/, "")}`).join("\n");
}

import { createRequire } from "node:module";
import type pg from "pg";
import PgBoss from "pg-boss";
import { Advice } from "../process/progress.ts";
import { asOwner, withClient } from "./sql.ts";

const schema = "pgboss";
const { schema: current } = createRequire(import.meta.url)("pg-boss/version.json") as { schema: number };
const YEAR_IN_MINUTES = 365 * 24 * 60;

/** One queue for all tasks, so that one order keeps them fair. A task is tried eight times, over about an hour. */
const queues = {
  dead: { policy: "standard", retentionMinutes: YEAR_IN_MINUTES, retryLimit: 0, expireInSeconds: 300 },
  tasks: {
    policy: "standard",
    retentionMinutes: YEAR_IN_MINUTES,
    retryLimit: 7,
    retryDelay: 15,
    retryBackoff: true,
    expireInSeconds: 300,
    deadLetter: "dead",
  },
};

/** Makes the queue of background tasks, or brings it up to date, and lets `bastion_tasks` work in it and nowhere else. */
export async function installQueue(adminUrl: string): Promise<void> {
  await withClient(asOwner(adminUrl), async (client) => {
    await client.query("select pg_advisory_lock(hashtext('bastionglass queue'))");
    const version = await versionOf(client);
    if (version === null) await client.query(PgBoss.getConstructionPlans(schema));
    else if (version < current) await client.query(PgBoss.getMigrationPlans(schema, String(version)));
    else if (version > current)
      throw new Advice("The queue of background tasks is of a later release than this one. Start that one.");
    for (const [name, options] of Object.entries(queues)) {
      await client.query(`select ${schema}.create_queue($1, $2)`, [name, JSON.stringify(options)]);
    }
    await client.query(`
      create index if not exists tasks_next on ${await tableOf(client, "tasks")} (priority desc, created_on, id) where state < 'active';
      create index if not exists tasks_of_scope on ${await tableOf(client, "tasks")} ((data ->> 'scope')) where state < 'active';
      grant usage on schema ${schema} to bastion_tasks;
      grant select, insert, update, delete on all tables in schema ${schema} to bastion_tasks;
    `);
  });
}

async function versionOf(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ there: string | null }>("select to_regclass($1) as there", [
    `${schema}.version`,
  ]);
  if (!rows[0]?.there) return null;
  const { rows: kept } = await client.query<{ version: number }>(`select version from ${schema}.version`);
  return kept[0]?.version ?? null;
}

async function tableOf(client: pg.Client, queue: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select partition_name as name from ${schema}.queue where name = $1`,
    [queue],
  );
  return `${schema}.${rows[0]?.name}`;
}

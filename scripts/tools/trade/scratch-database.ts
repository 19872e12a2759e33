import type { Database } from "../database/database.ts";
import { copyTemplate } from "../testing/test-database.ts";

const TEMPLATE = "TRADE_TEMPLATE";

/** Hands a template to the workers that will be started. */
export const offerTemplate = (template: Database) => {
  process.env[TEMPLATE] = JSON.stringify(template);
};

/** The environment of a database of this worker's own; null when only tests without one are run. */
export async function scratchDatabase(): Promise<Record<string, string> | null> {
  const template = process.env[TEMPLATE];
  if (!template) return null;
  const name = `trade_${process.env.STRYKER_MUTATOR_WORKER ?? 0}_${process.pid}`;
  return (await copyTemplate(JSON.parse(template), name)).testEnv;
}

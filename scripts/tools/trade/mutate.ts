import { generate } from "../app/generate.ts";
import { startScratchPostgres } from "../postgres/postgres.ts";
import { Advice, step } from "../process/progress.ts";
import { makeTemplate } from "../testing/test-database.ts";
import { isVerb, tradeFiles } from "./files.ts";
import { type Slip, trySlips } from "./mutants.ts";
import { report } from "./report.ts";
import { offerTemplate } from "./scratch-database.ts";

type Options = NonNullable<Parameters<typeof trySlips>[1]>;

/** Breaks the verbs, with a database of its own for each of Stryker's workers. */
async function tryVerbs(files: string[], options: Options): Promise<Slip[]> {
  if (files.length === 0) return [];
  const postgres = await step("Test database started", () => startScratchPostgres());
  try {
    offerTemplate(await makeTemplate(postgres.adminUrl));
    return await trySlips(files, options);
  } finally {
    await postgres.stop();
  }
}

/**
 * Puts single slips into the trade's code and says which of them no test notices.
 * @param args files or folders, or how their names begin; without any, the whole trade. `--all` breaks texts and constants, too; `--fresh` trusts no run before
 * @returns 1 when fewer than enough are noticed
 */
export async function mutateTrade(args: string[]): Promise<number> {
  await generate();
  const options = { all: args.includes("--all"), remember: !args.includes("--fresh") };
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const files = tradeFiles().filter((file) => !wanted.length || wanted.some((one) => file.startsWith(one)));
  if (files.length === 0) throw new Advice(`No code of the trade is at ${wanted.join(", ")}.`);
  const pure = files.filter((file) => !isVerb(file));
  // The pure code first: its tests need no database, and are the faster for having none.
  const slips = pure.length ? await trySlips(pure, options) : [];
  slips.push(...(await tryVerbs(files.filter(isVerb), options)));
  return report(slips) ? 0 : 1;
}

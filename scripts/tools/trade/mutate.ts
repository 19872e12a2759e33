import { generate } from "../app/generate.ts";
import { startScratchPostgres } from "../postgres/postgres.ts";
import { Advice, step } from "../process/progress.ts";
import { copyTemplate, makeTemplate } from "../testing/test-database.ts";
import { isVerb, tradeFiles } from "./files.ts";
import { type Slip, trySlips } from "./mutants.ts";
import { report } from "./report.ts";
import { tryVerbSlips } from "./verb-slips.ts";

type Options = NonNullable<Parameters<typeof tryVerbSlips>[2]>;

/** Breaks the verbs, in two processes with a database each. */
async function tryVerbs(files: string[], options: Options): Promise<Slip[]> {
  if (files.length === 0) return [];
  const postgres = await step("Test database started", () => startScratchPostgres());
  try {
    const template = await makeTemplate(postgres.adminUrl);
    const databases = [await copyTemplate(template, "slips_1"), await copyTemplate(template, "slips_2")];
    return await tryVerbSlips(
      files,
      databases.map(({ testEnv }) => testEnv),
      options,
    );
  } finally {
    await postgres.stop();
  }
}

/**
 * Puts single slips into the trade's code and says which of them no test notices.
 * @param args files or folders, or how their names begin; without any, the whole trade. `--all` breaks texts and constants, too; `--fresh` trusts no run before;
 * `--every=5` tries one in five of the slips in the verbs
 * @returns 1 when fewer than enough are noticed
 */
export async function mutateTrade(args: string[]): Promise<number> {
  await generate();
  const every = Number(args.find((arg) => arg.startsWith("--every="))?.split("=")[1] ?? 1);
  const options = { all: args.includes("--all"), remember: !args.includes("--fresh"), every };
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const files = tradeFiles().filter((file) => !wanted.length || wanted.some((one) => file.startsWith(one)));
  if (files.length === 0) throw new Advice(`No code of the trade is at ${wanted.join(", ")}.`);
  const pure = files.filter((file) => !isVerb(file));
  // The pure code first: its tests need no database, and are the faster for having none.
  const slips = pure.length ? await trySlips(pure, options) : [];
  slips.push(...(await tryVerbs(files.filter(isVerb), options)));
  return report(slips) ? 0 : 1;
}

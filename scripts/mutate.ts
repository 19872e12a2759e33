import { availableParallelism } from "node:os";
import { makeScratch, type Scratch } from "../tests/attacks/mutants/scratch.ts";
import { type SourceMutant, sourceMutants } from "../tests/attacks/mutants/source.ts";
import { generate } from "./tools/app/generate.ts";
import { startScratchPostgres } from "./tools/postgres/postgres.ts";
import { main, say, step } from "./tools/process/progress.ts";
import { runVitest } from "./tools/testing/runners.ts";
import { copyTemplate, makeTemplate } from "./tools/testing/test-database.ts";
import { mutateTrade } from "./tools/trade/mutate.ts";

/** Breaks each line in turn, in several copies at a time. @returns how many no test noticed. */
async function survivorsOf(mutants: SourceMutant[], scratches: Scratch[]): Promise<number> {
  const left = [...mutants];
  let survivors = 0;
  const work = async (scratch: Scratch) => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const test = await scratch.noticedBy(mutant);
      if (!test) survivors++;
      console.log(test ? `✓ ${mutant.name}\n    noticed by: ${test}` : `✗ SURVIVES ${mutant.name}`);
    }
  };
  await Promise.all(scratches.map(work));
  return survivors;
}

/**
 * Breaks every check between shops, one at a time: in the code by patching a copy of it, in the database by the tests' own mutants.
 * `npm run mutate door` breaks only the lines with that word, `npm run mutate -- trade` the trade's code instead.
 * @returns 1 when something broken goes unnoticed.
 */
await main(async () => {
  if (process.argv[2] === "trade") return mutateTrade(process.argv.slice(3));
  await generate();
  const only = process.argv[2] ?? "";
  const mutants = sourceMutants().filter(({ name }) => name.includes(only));
  const postgres = await startScratchPostgres();
  const scratches: Scratch[] = [];
  try {
    const template = await makeTemplate(postgres.adminUrl);
    for (let worker = 1; worker <= Math.min(4, availableParallelism()); worker++)
      scratches.push(makeScratch((await copyTemplate(template, `mutants_${worker}`)).testEnv));
    // All at once, as the mutants are tried: a test that fails for want of time would pass for one that notices.
    const fails = await step("The code as it stands", () =>
      Promise.all(scratches.map((one) => one.failsAsItIs())),
    );
    if (fails.some(Boolean)) {
      console.error(`With nothing broken this test fails: ${fails.find(Boolean)}`);
      return 1;
    }
    const survivors = await step("Code broken", () => survivorsOf(mutants, scratches));
    const { testEnv } = await copyTemplate(template, "mutants_sql");
    const sql = only ? { failed: 0 } : await runVitest("database", ["tests/attacks/mutants.db"], testEnv);
    say(`The database's walls broken: ${sql.failed ? "something went unnoticed" : "all noticed"}`);
    const noticed = mutants.length - survivors;
    console.log(`\n${noticed} of ${mutants.length} broken lines noticed, ${survivors} survive`);
    return survivors || sql.failed ? 1 : 0;
  } finally {
    for (const scratch of scratches) scratch.remove();
    await postgres.stop();
  }
});

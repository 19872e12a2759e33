import { availableParallelism } from "node:os";
import { makeScratch, type Scratch } from "../lib/tenancy/attacks/mutants/scratch.ts";
import { type SourceMutant, sourceMutants } from "../lib/tenancy/attacks/mutants/source.ts";
import { generate } from "./generate.ts";
import { startScratchPostgres } from "./postgres.ts";
import { main, say, step } from "./progress.ts";
import { runVitest } from "./runners.ts";
import { copyTemplate, makeTemplate } from "./test-database.ts";

/** Breaks each line in turn, several copies at a time. @returns the names of those that no test noticed. */
async function survivorsOf(mutants: SourceMutant[], scratches: Scratch[]): Promise<string[]> {
  const left = [...mutants];
  const survivors: string[] = [];
  const work = async (scratch: Scratch) => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      if (await scratch.notices(mutant)) continue;
      survivors.push(mutant.name);
      console.error(`✗ Nobody notices ${mutant.name}`);
    }
  };
  await Promise.all(scratches.map(work));
  return survivors;
}

/** Breaks every check between shops, one at a time: in the code by patching a copy of it, in the database by the tests' own mutants. */
await main(async () => {
  await generate();
  const only = process.argv[2] ?? "";
  const mutants = sourceMutants().filter(({ name }) => name.includes(only));
  const postgres = await startScratchPostgres();
  const scratches: Scratch[] = [];
  try {
    const template = await makeTemplate(postgres.adminUrl);
    for (let worker = 1; worker <= Math.min(4, availableParallelism()); worker++)
      scratches.push(makeScratch((await copyTemplate(template, `mutants_${worker}`)).testEnv));
    if (
      !(await step("The code as it stands", async () =>
        (await Promise.all(scratches.map((one) => one.passes()))).every(Boolean),
      ))
    ) {
      console.error("The tests fail with nothing broken: npm test -- db says why.");
      return 1;
    }
    const survivors = await step(`${mutants.length} lines of code broken`, () =>
      survivorsOf(mutants, scratches),
    );
    const { testEnv } = await copyTemplate(template, "mutants_sql");
    const sql = only
      ? { failed: 0 }
      : await runVitest("database", ["lib/tenancy/attacks/mutants.db"], testEnv);
    say(
      sql.failed
        ? "Something broken in the database went unnoticed"
        : "All that was broken in the database was noticed",
    );
    console.log(
      `\n${mutants.length - survivors.length} of ${mutants.length} broken lines noticed, ${survivors.length} survive`,
    );
    return survivors.length || sql.failed ? 1 : 0;
  } finally {
    for (const scratch of scratches) scratch.remove();
    await postgres.stop();
  }
});

import { generate } from "./tools/app/generate.ts";
import { main } from "./tools/process/progress.ts";
import { checkMigrationRules, checkStyle, checkTypes } from "./tools/testing/checks.ts";
import { runVitest } from "./tools/testing/runners.ts";
import { sum } from "./tools/testing/tally.ts";

await main(async () => {
  await generate();
  const total = sum([
    await checkStyle(),
    await checkTypes(),
    await checkMigrationRules(),
    await runVitest("unit", process.argv.slice(2)),
  ]);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed ? 1 : 0;
});

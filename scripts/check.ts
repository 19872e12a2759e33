import { checkMigrationRules, checkStyle, checkTypes } from "./checks.ts";
import { generate } from "./generate.ts";
import { main } from "./progress.ts";
import { runVitest } from "./runners.ts";
import { sum } from "./tally.ts";

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

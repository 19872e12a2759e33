import { generate } from "./tools/app/generate.ts";
import { main } from "./tools/process/progress.ts";
import { checkCode } from "./tools/testing/checks.ts";
import { sum } from "./tools/testing/tally.ts";

await main(async () => {
  await generate();
  const total = sum(await checkCode());
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed ? 1 : 0;
});

import { generate } from "./tools/app/generate.ts";
import { writeFeature } from "./tools/new/new.ts";
import { Advice, main } from "./tools/process/progress.ts";

await main(async () => {
  const args = process.argv.slice(2);
  const always = args.includes("--always");
  const [path = "", title = "", ...rest] = args.filter((arg) => arg !== "--always");
  if (!path || !title || rest.length > 0)
    throw new Advice(
      'npm run new -- recalls "Recall notices": the path in the plural, then the name that people read. ' +
        "Shops have it once it is switched on in their settings; with --always they have it at once.",
    );
  const written = await writeFeature(path, title, !always);
  await generate();
  console.log(written.map((file) => `  ${file}`).join("\n"));
  const next = always ? "npm start" : "npm start, and switch it on under Settings, Features";
  console.log(`\nIt works as it is: npm run check, then ${next}. docs/add-a-feature.md says what is where.`);
  return 0;
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "./tools/app/build.ts";
import { generate } from "./tools/app/generate.ts";
import { serve } from "./tools/app/serve.ts";
import { keepWorker } from "./tools/app/worker-process.ts";
import { appEnvironment, type Database, seedDatabase, workerEnvironment } from "./tools/database/database.ts";
import { startScratchPostgres } from "./tools/postgres/postgres.ts";
import { freePort } from "./tools/process/ports.ts";
import { main, step } from "./tools/process/progress.ts";
import { checkMigrationRules, checkMigrations, checkStyle, checkTypes } from "./tools/testing/checks.ts";
import { runPlaywright, runVitest } from "./tools/testing/runners.ts";
import { sum, type Tally, tally } from "./tools/testing/tally.ts";
import { copyTemplate, makeTemplate } from "./tools/testing/test-database.ts";

type Part = "all" | "unit" | "db" | "e2e";

// Nothing of the shell's or the developer's .env reaches a test: each run has a server and secrets of its own, and mails go to a port
// where nobody listens but the test that wants them.
for (const name of [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "ANALYTICS_DATABASE_URL",
  "TENANCY_KEY",
  "NEXTAUTH_SECRET",
]) {
  delete process.env[name];
}
Object.assign(process.env, { SMTP_URL: "", SECURITY_ALERT_EMAIL: "" });

async function databaseTests(of: Database, args: string[]): Promise<Tally> {
  const { testEnv } = await copyTemplate(of, "database_tests");
  return runVitest("database", args, testEnv);
}

async function endToEndTests(of: Database, args: string[]): Promise<Tally> {
  const database = await copyTemplate(of, "e2e_tests");
  await seedDatabase(database, "demo");
  const port = await freePort();
  const mailPort = String(await freePort());
  const env = {
    ...appEnvironment(database),
    NEXTAUTH_URL: `http://localhost:${port}`,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  };
  const distDir = await ensureBuild(env);
  const logs = mkdtempSync(join(tmpdir(), "bastionglass-logs-"));
  const server = await serve({
    mode: "start",
    port,
    env: { ...env, NEXT_DIST_DIR: distDir, LOG_FOLDER: join(logs, "kept") },
    shown: "nothing",
  });
  const worker = keepWorker(
    { ...env, ...workerEnvironment(database), LOG_FOLDER: join(logs, "worker") },
    false,
  );
  try {
    const counted = await runPlaywright(args, {
      ...database.testEnv,
      E2E_BASE_URL: server.url,
      E2E_MAIL_PORT: mailPort,
      NEXT_DIST_DIR: distDir,
      E2E_LOG_FOLDER: join(logs, "kept"),
    });
    if (counted.failed) console.log(`\nWhat the app said meanwhile:\n${server.output()}`);
    return counted;
  } finally {
    await worker.stop();
    await server.stop();
    rmSync(logs, { recursive: true, force: true });
  }
}

async function run(part: Part, args: string[]): Promise<Tally[]> {
  await generate();
  const tallies: Tally[] = [];
  if (part === "all")
    tallies.push(
      ...(await Promise.all([checkStyle(), checkTypes(), checkMigrationRules(), checkMigrations()])),
    );
  if (part === "all" || part === "unit") tallies.push(await runVitest("unit", args));
  if (part === "unit") return tallies;
  const postgres = await step("Test database started", () => startScratchPostgres());
  try {
    const prepared = await makeTemplate(postgres.adminUrl);
    if (part !== "e2e") tallies.push(await databaseTests(prepared, args));
    if (part !== "db") tallies.push(await endToEndTests(prepared, args));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tallies.push(tally(0, 1));
  } finally {
    await postgres.stop();
  }
  return tallies;
}

await main(async () => {
  const [first = "", ...rest] = process.argv.slice(2);
  const named = first === "unit" || first === "db" || first === "e2e";
  const total = sum(await run(named ? first : "all", named ? rest : process.argv.slice(2)));
  if (total.names.length > 0) console.log(`\nFailed:\n${total.names.map((name) => `  ${name}`).join("\n")}`);
  if (total.skipped) console.log(`\n${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed ? 1 : 0;
});

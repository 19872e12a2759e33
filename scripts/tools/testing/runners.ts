import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitOf, startNode } from "../process/child.ts";
import { root } from "../process/paths.ts";
import { say } from "../process/progress.ts";
import { playwrightTally, type Tally, vitestTally } from "./tally.ts";

/** Runs one Vitest project: `unit` needs nothing, `database` the environment of a database of its own. */
export async function runVitest(
  project: "unit" | "database",
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Tally> {
  return withReport(async (report) => {
    const child = startNode(
      "node_modules/vitest/vitest.mjs",
      [
        ...["run", "--project", project, "--passWithNoTests"],
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
      ],
      { env: { NODE_ENV: "test", ...env } },
    );
    return vitestTally(report, await exitOf(child));
  });
}

const results = join(root, "test-results");

/** Runs the end-to-end tests against the app at E2E_BASE_URL. Traces of failed ones stay in test-results. */
export async function runPlaywright(args: string[], env: Record<string, string>): Promise<Tally> {
  removeOldResults();
  const output = join(results, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}-${process.pid}`);
  return withReport(async (report) => {
    const child = startNode(
      "node_modules/@playwright/test/cli.js",
      ["test", "--reporter=line,json", "--pass-with-no-tests", ...args],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, E2E_OUTPUT: output, ...env } },
    );
    const counted = playwrightTally(report, await exitOf(child));
    if (counted.failed && existsSync(output)) say(`Traces of what failed: ${output}`);
    else rmSync(output, { recursive: true, force: true });
    return counted;
  });
}

function removeOldResults(): void {
  mkdirSync(results, { recursive: true });
  const dayAgo = Date.now() - 86_400_000;
  for (const name of readdirSync(results)) {
    const path = join(results, name);
    if (statSync(path).mtimeMs < dayAgo) rmSync(path, { recursive: true, force: true });
  }
}

async function withReport(run: (report: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "bastionglass-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}

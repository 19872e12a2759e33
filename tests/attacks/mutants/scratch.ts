import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@/scripts/tools/process/paths";
import type { SourceMutant } from "./source";

/** A copy of the code in which one line at a time is broken. */
export type Scratch = {
  /** The first test that fails with the mutant in place, or null when all pass. Tests without a database come first. */
  noticedBy: (mutant: SourceMutant) => Promise<string | null>;
  /** The first test that fails as the code stands: null, or something is wrong that no mutant did. */
  failsAsItIs: () => Promise<string | null>;
  remove: () => void;
};

/** Milliseconds after which a broken line has made the tests hang, on any machine. */
const HANGS = 30 * 60_000;

type Suite = { project: "unit" | "database"; tests: string[] };

const unit: Suite = { project: "unit", tests: ["lib/tenancy", "tests/attacks"] };
const database = (...names: string[]): Suite => ({
  project: "database",
  tests: names.map((name) => `${name}.db`),
});
const everything = [
  unit,
  database("lib/tenancy/context", "tests/attacks/sessions"),
  database("lib/tenancy/walls", "lib/tenancy/tables"),
];

/** The tests that should notice, the fastest first. A door is tried with what is behind it played, so no database tells more. */
function suitesFor(file: string): Suite[] {
  if (file.startsWith("lib/tasks/")) return [database("lib/tasks/tasks")];
  if (!file.startsWith("lib/tenancy/")) return [unit];
  return /guard|kinds/.test(file) ? [unit, database("lib/tenancy/walls")] : everything;
}

const copied = [
  "app",
  "lib",
  "scripts",
  "prisma",
  "docs",
  "e2e",
  "tests",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
];

/** Ours without what a test runner that started us has put there: one inside the other would take itself for a worker. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|TINYPOOL|TEST$|NODE_OPTIONS)/.test(name)),
) as NodeJS.ProcessEnv;

type Report = {
  testResults: { message?: string; assertionResults: { status: string; fullName: string }[] }[];
};

function firstFailure(report: string): string {
  if (!existsSync(report)) return "the test runner, which did not come to an end";
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const failed = testResults
    .flatMap((file) => file.assertionResults)
    .find(({ status }) => status === "failed");
  return (
    failed?.fullName ??
    testResults.find(({ message }) => message)?.message?.split("\n")[0] ??
    "an error outside of all tests"
  );
}

/** @param testEnv what a database test needs; without it only the tests that need none are run. */
export function makeScratch(testEnv?: Record<string, string>): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "bastionglass-mutants-"));
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const report = join(folder, "report.json");

  const run = (project: string, tests: string[]) =>
    new Promise<string | null>((resolve) => {
      rmSync(report, { force: true });
      const vitest = join(root, "node_modules/vitest/vitest.mjs");
      const options = [
        "--root",
        folder,
        "--project",
        project,
        "--bail=1",
        "--reporter=json",
        `--outputFile=${report}`,
      ];
      const child = spawn(process.execPath, [vitest, "run", ...options, ...tests], {
        cwd: folder,
        stdio: "ignore",
        timeout: HANGS,
        env: { ...environment, ...testEnv },
      });
      child.once("exit", (code) => resolve(code === 0 ? null : firstFailure(report)));
      child.once("error", (error) => resolve(error.message));
    });

  const firstToFail = async (suites: Suite[]) => {
    for (const { project, tests } of suites.filter((one) => testEnv || one.project === "unit")) {
      const failed = await run(project, tests);
      if (failed) return failed;
    }
    return null;
  };
  return {
    failsAsItIs: () => firstToFail(everything),
    async noticedBy({ file, broken }) {
      writeFileSync(join(folder, file), broken);
      try {
        return await firstToFail(suitesFor(file));
      } finally {
        cpSync(join(root, file), join(folder, file));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

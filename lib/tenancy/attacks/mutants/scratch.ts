import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@/scripts/paths";
import type { SourceMutant } from "./source";

/** A copy of the code in which one line at a time is broken. */
export type Scratch = {
  /** Whether the tests notice the mutant: those without a database first, those with one if they don't. */
  notices: (mutant: SourceMutant) => Promise<boolean>;
  /** Whether the tests pass as the code stands. */
  passes: () => Promise<boolean>;
  remove: () => void;
};

/** The tests that stand for isolation, the fastest first. */
const suites = [
  { project: "unit", tests: ["lib/tenancy"] },
  {
    project: "database",
    tests: [
      "lib/tenancy/walls.db",
      "lib/tenancy/context.db",
      "lib/tenancy/attacks/sessions.db",
      "lib/tenancy/attacks/pool.db",
    ],
  },
];

/** @param testEnv what a database test needs; without it only the tests that need none are run. */
export function makeScratch(testEnv?: Record<string, string>): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "bastionglass-mutants-"));
  for (const name of [
    "lib",
    "scripts",
    "prisma",
    "docs",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const run = (project: string, tests: string[]) =>
    new Promise<boolean>((resolve) => {
      const child = spawn(
        process.execPath,
        [
          join(root, "node_modules/vitest/vitest.mjs"),
          "run",
          "--root",
          folder,
          "--project",
          project,
          "--bail=1",
          ...tests,
        ],
        {
          cwd: folder,
          stdio: "ignore",
          timeout: 180_000,
          env: { ...process.env, ...testEnv },
        },
      );
      child.once("exit", (code) => resolve(code === 0));
      child.once("error", () => resolve(false));
    });
  const passes = async () => {
    for (const { project, tests } of testEnv ? suites : suites.slice(0, 1))
      if (!(await run(project, tests))) return false;
    return true;
  };
  return {
    passes,
    async notices({ file, broken }) {
      writeFileSync(join(folder, file), broken);
      try {
        return !(await passes());
      } finally {
        cpSync(join(root, file), join(folder, file));
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

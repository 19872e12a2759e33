import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { root } from "../process/paths.ts";
import { equivalents } from "./equivalents.ts";
import { testsBeside } from "./files.ts";

/** One slip put into the trade, and whether a test noticed. */
export type Slip = {
  file: string;
  line: number;
  column: number;
  /** The source line as it is, and what took the place of a part of it. */
  text: string;
  replacement: string;
  noticed: boolean;
  /** Why nobody can notice it; null where a test is missing. */
  because: string | null;
};

/** A path as Stryker's patterns take it: the brackets of our folders would mean something, and can't be escaped. */
const literal = (path: string) => path.replace(/[[\](){}*!]/g, "?");

type Options = { remember?: boolean; all?: boolean };

/**
 * Breaks the files in all the ways that StrykerJS knows. For each slip the tests beside the code run first, which notice most; what they
 * miss is tried once more, by every test that comes by it. What was tried before is remembered in .data/, as long as neither the file
 * nor its tests changed.
 * @param all empties each text, too, and breaks what is made once as a module loads, such as a form's limits. That is as many slips again,
 * and the latter run every test that reaches the file: for a few files at a time
 */
export async function trySlips(files: string[], options: Options = {}): Promise<Slip[]> {
  const slips = await runStryker(files.map(literal), "near", options, testsBeside(files).map(literal));
  const missed = slips.filter(({ noticed }) => !noticed);
  if (missed.length === 0) return slips;
  const lines = [...new Set(missed.map(({ file, line }) => `${literal(file)}:${line}-${line}`))];
  const found = (await runStryker(lines, "all", options)).filter(({ noticed }) => noticed);
  const seen = new Set(found.map(keyOf));
  return slips.map((slip) => (seen.has(keyOf(slip)) ? { ...slip, noticed: true, because: null } : slip));
}

const keyOf = ({ file, line, column, replacement }: Slip) =>
  JSON.stringify([file, line, column, replacement]);

/** @param which tests run, for what is remembered of them. @param testFiles those; when left out, all that come by */
async function runStryker(
  mutate: string[],
  which: "near" | "all",
  { remember = true, all = false }: Options,
  testFiles?: string[],
): Promise<Slip[]> {
  const results = await new Stryker({
    mutate,
    testFiles,
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "scripts/tools/trade/vitest.config.ts" },
    mutator: { excludedMutations: all ? [] : ["StringLiteral"] },
    ignoreStatic: !all,
    coverageAnalysis: "perTest",
    concurrency: 2,
    // A slip that hangs is noticed by the count of its turns; time is a last resort, and generous on a busy machine.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 60,
    tempDirName: `.data/stryker/${process.pid}`,
    ignorePatterns: [".data", ".next*", "e2e", "docs/*.png", "test-results", "playwright-report"],
    incremental: remember,
    incrementalFile: `.data/trade-mutants-${which}.json`,
    reporters: process.stdout.isTTY ? ["progress"] : ["progress-append-only"],
    // TypeScript 7 has no compiler to import, and Vitest needs none.
    tsconfigFile: ".none",
    allowConsoleColors: process.stdout.isTTY,
  }).runMutationTest();
  return results.flatMap(({ fileName, location, replacement, status }) => {
    if (!["Killed", "Timeout", "Survived", "NoCoverage"].includes(status)) return [];
    const file = fileName.startsWith(root) ? fileName.slice(root.length) : fileName;
    const { line, column } = location.start;
    const text = readFileSync(join(root, file), "utf8").split("\n")[line - 1]?.trim() ?? "";
    const noticed = status === "Killed" || status === "Timeout";
    const slip = { file, line, column, text, replacement, noticed };
    return [{ ...slip, because: noticed ? null : whyEquivalent(slip) }];
  });
}

export function whyEquivalent({ file, text, replacement }: Pick<Slip, "file" | "text" | "replacement">) {
  const known = equivalents.find(
    (one) => one.file.test(file) && text.includes(one.has) && (!one.to || replacement.includes(one.to)),
  );
  return known?.because ?? null;
}

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "@/scripts/tools/process/paths.ts";
import { environment } from "@/tests/attacks/mutants/scratch";

const left = new Set(["node_modules", ".data", ".git", "test-results"]);
const copies: string[] = [];

/** The project as it stands, in a folder of its own. */
export function scratchCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "bastionglass-copy-"));
  copies.push(folder);
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => {
      const [top = ""] = relative(root, source).split("/");
      return !left.has(top) && !top.startsWith(".next") && !top.endsWith(".tsbuildinfo");
    },
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** For after the tests. */
export function removeCopies(): void {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
}

/** Runs a Node program in a folder. @returns whether it went well, and all it said. */
export function runIn(
  folder: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ good: boolean; said: string }> {
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      args,
      { cwd: folder, env: { ...environment, ...env }, maxBuffer: 1e8 },
      (error, out, told) => resolve({ good: !error, said: out + told }),
    ),
  );
}

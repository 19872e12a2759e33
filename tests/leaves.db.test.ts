import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "@/scripts/tools/process/paths.ts";

const run = promisify(execFile);
const left = new Set(["node_modules", ".data", ".git", "test-results"]);
const copies: string[] = [];

/** The project as it stands, in a folder of its own. */
function scratchCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "bastionglass-leaf-"));
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

/** The features that a flag can take from a shop: those can also be taken from the code. */
const contents = readFileSync(join(root, "app/[tenant]/features.ts"), "utf8");
const leaves = [...contents.matchAll(/from "\.\/(\w+)\/(?:feature|panels)"/g)]
  .map(([, name = ""]) => name)
  .filter((name) => /\bflag:/.test(readFileSync(join(root, "app/[tenant]", name, "feature.ts"), "utf8")));

afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
});

describe("a leaf can be removed", () => {
  it("there are leaves", () => expect(leaves.length).toBeGreaterThanOrEqual(2));

  it.each(leaves)("%s: without its folder and its line the types still hold", async (leaf) => {
    const folder = scratchCopy();
    rmSync(join(folder, "app/[tenant]", leaf), { recursive: true });
    const list = join(folder, "app/[tenant]/features.ts");
    const without = readFileSync(list, "utf8")
      .replace(new RegExp(`import .* from "\\./${leaf}/\\w+";\n`), "")
      .replace(new RegExp(`\\b${leaf},? ?`), "");
    writeFileSync(list, without);
    const types = await run("node", ["node_modules/typescript/bin/tsc", "--noEmit"], { cwd: folder }).catch(
      (error) => error,
    );
    expect(types.stdout).toBe("");
  });
});

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "@/scripts/tools/process/paths.ts";
import { removeCopies, runIn, scratchCopy } from "./support/scratch-copy";

/** The features that a flag can take from a shop: those can also be taken from the code. */
const contents = readFileSync(join(root, "app/[tenant]/features.ts"), "utf8");
const leaves = [...contents.matchAll(/from "\.\/(\w+)\/(?:feature|panels)"/g)]
  .map(([, name = ""]) => name)
  .filter((name) => /\bflag:/.test(readFileSync(join(root, "app/[tenant]", name, "feature.ts"), "utf8")));

afterAll(removeCopies);

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
    const { said } = await runIn(folder, ["node_modules/typescript/bin/tsc", "--noEmit"]);
    expect(said).toBe("");
  });
});

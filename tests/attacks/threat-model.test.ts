import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/threat-model.md"), "utf8");

it("names only files that are there", () => {
  const named = [...page.matchAll(/`([\w[\]./-]+\/[\w.[\]/-]+\.\w+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => path.includes("/") && !existsSync(join(root, path)))).toEqual([]);
});

it("names every test that attacks", () => {
  const attacks = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith(".test.ts") && name !== "threat-model.test.ts",
  );
  expect(attacks.filter((name) => !page.includes(`tests/attacks/${name}`))).toEqual([]);
});

it("names only tasks that there are", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tasks = [...page.matchAll(/`npm run ([\w:]+)`/g)].map(([, task = ""]) => task);
  expect(tasks.filter((task) => !scripts[task])).toEqual([]);
});

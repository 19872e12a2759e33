import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith(".md"),
);
const read = (page: string) => readFileSync(join(root, page), "utf8");
/** What a reader adds: made up in examples. */
const examples = /recall|fill_grade|^\[id\]/;

describe.each(pages)("%s", (page) => {
  it("names only files and folders that are there", () => {
    const named = [...read(page).matchAll(/`([\w()[\].-]+\/[\w()[\]./-]*)`/g)].map(([, path = ""]) => path);
    expect(
      named.filter(
        (path) => !examples.test(path) && !path.startsWith(".data") && !existsSync(join(root, path)),
      ),
    ).toEqual([]);
  });

  it("links only to pages that are there", () => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, to = ""]) => to);
    expect(links.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([]);
  });

  it("names only commands that there are", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const tasks = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, task = ""]) => task);
    expect(tasks.filter((task) => !scripts[task])).toEqual([]);
  });
});

it("the README is read in a few minutes", () => {
  const words = read("README.md").split(/\s+/);
  expect(words.length).toBeLessThanOrEqual(700);
});

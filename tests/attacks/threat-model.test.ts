import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const page = readFileSync(join(import.meta.dirname, "../../docs/threat-model.md"), "utf8");

it("the threat model names every test that attacks", () => {
  const attacks = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith(".test.ts") && name !== "threat-model.test.ts",
  );
  expect(attacks.length).toBeGreaterThan(8);
  expect(attacks.filter((name) => !page.includes(`tests/attacks/${name}`))).toEqual([]);
});

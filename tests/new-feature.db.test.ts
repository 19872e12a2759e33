import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase } from "@/scripts/tools/postgres/clone";
import { databaseOf, urlWith } from "@/scripts/tools/postgres/sql";
import { appFlags } from "@/scripts/tools/process/child.ts";
import { openTestDatabase } from "./support/database";
import { removeCopies, runIn, scratchCopy } from "./support/scratch-copy";

// What `npm run new` writes works as it is: it passes `npm run check`, its migration makes its tables, and its tests pass.

let folder: string;
let first: { good: boolean; said: string };
const task = (name: string, ...args: string[]) =>
  runIn(folder, [...appFlags, join(folder, `scripts/${name}.ts`), ...args]);
const write = (...args: string[]) => task("new", ...args);

beforeAll(async () => {
  folder = scratchCopy();
  first = await write("recalls", "Recall notices");
});
afterAll(removeCopies);

/** A database that has taken the new migration, as the tests in the copy are told of one. */
async function migrated(): Promise<Record<string, string>> {
  const migrations = join(folder, "prisma/migrations");
  const made = readdirSync(migrations).sort().at(-1) ?? "";
  expect(made).toMatch(/^\d{14}_add_recalls$/);
  const template = await openTestDatabase({ own: true });
  await template.asOwner(readFileSync(join(migrations, made, "migration.sql"), "utf8"));
  await template.close();
  const name = databaseOf(template.adminUrl);
  const adminUrl = await cloneDatabase(template.adminUrl, name, `new_${randomUUID().slice(0, 8)}`);
  const database = databaseOf(adminUrl);
  const moved = ["DATABASE_URL", "TASKS_DATABASE_URL"].map((one) => [
    one,
    urlWith(process.env[one] ?? "", { database }),
  ]);
  return { ...Object.fromEntries(moved), TEST_ADMIN_URL: adminUrl, TEST_TEMPLATE: name };
}

describe("a feature written by npm run new", () => {
  it("is written", () => {
    expect(first.said).toContain("app/[tenant]/recalls/page.tsx");
    expect(first.good).toBe(true);
  });

  it("passes npm run check", async () => {
    const { good, said } = await task("check");
    expect(good ? "" : said).toBe("");
  });

  it("has a migration that makes what its model says", async () => {
    const { good, said } = await task("migrate", "check");
    expect(good ? "" : said).toBe("");
  });

  it("passes its own tests and those of what a shop's SQL may do", async () => {
    const tests = ["app/[tenant]/recalls", "tests/attacks/verbs.db"];
    const args = ["node_modules/vitest/vitest.mjs", "run", "--root", folder, "--project", "database"];
    const { good, said } = await runIn(folder, [...args, ...tests], await migrated());
    expect(good ? "" : said).toBe("");
    expect(said).toMatch(/Test Files +2 passed/);
  });

  it("is not written a second time", async () => {
    const { good, said } = await write("recalls", "Recall notices");
    expect(good).toBe(false);
    expect(said).toContain("app/[tenant]/recalls is there already");
  });
});

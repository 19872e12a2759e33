import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { dataMigrationNamed } from "./data-migrations";

const folder = mkdtempSync(join(tmpdir(), "bastionglass-data-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("finds a migration by its file's name, which must be its own", async () => {
  writeFileSync(join(folder, "fill_grade.ts"), 'export default { name: "fill_grade" }');
  writeFileSync(join(folder, "other.ts"), 'export default { name: "fill_grade" }');
  expect(await dataMigrationNamed("fill_grade", folder)).toMatchObject({ name: "fill_grade" });
  await expect(dataMigrationNamed("other", folder)).rejects.toThrow(
    'must export the migration named "other"',
  );
});

it.each(["", "missing", "../seed/index"])("says so where there is none: %j", async (name) => {
  await expect(dataMigrationNamed(name, folder)).rejects.toThrow("There is no prisma/data/");
});

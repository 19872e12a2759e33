import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { applyMigrations } from "./migrations";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
});
afterAll(() => database.close());

it("a migration that was edited after it was applied is told, and one that was not is left alone", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    expect(await applyMigrations(database.adminUrl)).toEqual([]);
    expect(said.mock.calls.flat().join()).not.toContain("edited");
    const edited = "20261121100000_price_versions";
    await database.asOwner(
      `update _prisma_migrations set checksum = 'other' where migration_name = '${edited}'`,
    );
    expect(await applyMigrations(database.adminUrl)).toEqual([]);
    expect(said.mock.calls.flat().join()).toContain(`${edited} was edited after this database took it`);
  } finally {
    said.mockRestore();
  }
});

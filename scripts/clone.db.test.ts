import { expect, it } from "vitest";
import { openTestDatabase } from "@/lib/testing/database";
import { urlWith, withClient } from "./sql";

it("a copy of the template lets in our roles and nobody else", async () => {
  const database = await openTestDatabase({ own: true });
  try {
    await database.admin.query("create role stranger login password 'stranger'");
    const stranger = urlWith(database.adminUrl, { user: "stranger", password: "stranger" });
    await expect(withClient(stranger, async () => {})).rejects.toThrow("permission denied for database");
    await expect(withClient(database.appUrl, (app) => app.query("select 1"))).resolves.toBeTruthy();
    await expect(withClient(database.appUrl, (app) => app.query("create temp table t ()"))).rejects.toThrow(
      "temporary",
    );
  } finally {
    await database.admin.query("drop role stranger");
    await database.close();
  }
});

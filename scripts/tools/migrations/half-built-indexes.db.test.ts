import { expect, it } from "vitest";
import { mintCustomer, mintTenant, openTestDatabase } from "@/tests/support/database";
import { asOwner, withClient } from "../postgres/sql";
import { dropHalfBuiltIndexes } from "./half-built-indexes";

it("an index whose building broke off goes, and one that stands stays", async () => {
  const database = await openTestDatabase({ own: true });
  try {
    const kernel = database.open();
    const shop = await mintTenant(kernel);
    for (const name of ["Ann", "Bob"]) await mintCustomer(kernel, shop, name);
    const build = "create unique index concurrently one_phone on customers (tenant_id, phone)";
    await expect(database.asOwner(build)).rejects.toThrow("could not create unique index");
    await expect(database.asOwner(build)).rejects.toThrow("already exists");
    await withClient(asOwner(database.adminUrl), async (client) => {
      expect(await dropHalfBuiltIndexes(client)).toEqual(["one_phone"]);
      expect(await dropHalfBuiltIndexes(client)).toEqual([]);
    });
    await database.asOwner("create index concurrently by_phone on customers (tenant_id, phone)");
  } finally {
    await database.close();
  }
});

import { expect, it } from "vitest";
import { openTestDatabase } from "@/tests/support/database";
import { urlWith, withClient } from "./sql";

it("a copy of the template lets in our roles and nobody else", async () => {
  const database = await openTestDatabase({ own: true });
  try {
    await database.admin.query("create role outsider login password 'outsider'");
    const outsider = urlWith(database.adminUrl, { user: "outsider", password: "outsider" });
    await expect(withClient(outsider, async () => {})).rejects.toThrow("permission denied for database");
    await expect(withClient(database.appUrl, (app) => app.query("select 1"))).resolves.toBeTruthy();
    await expect(withClient(database.appUrl, (app) => app.query("create temp table t ()"))).rejects.toThrow(
      "temporary",
    );
  } finally {
    await database.admin.query("drop role outsider");
    await database.close();
  }
});

it("the app's role gets into no database of the server but those that are its own", async () => {
  const database = await openTestDatabase({ own: true });
  try {
    const { rows } = await database.admin.query<{ name: string; own: boolean }>(`
      select datname as name, exists (select from aclexplode(datacl) where grantee = 'bastion_app'::regrole) as own
      from pg_database where datname !~ '^(own_|tmp_)' order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["postgres", "template0", "template1"]),
    );
    for (const { name, own } of rows) {
      const enter = withClient(urlWith(database.appUrl, { database: name }), async () => "in").catch(
        (error) => error.message,
      );
      expect(await enter, name).toMatch(own ? /^in$/ : /permission denied|not currently accepting/);
    }
  } finally {
    await database.close();
  }
});

it("a copy is closed before anybody may enter it", async () => {
  const database = await openTestDatabase({ own: true });
  const { rows } = await database.admin.query(
    "select who.grantee::regrole::text as who from pg_database, aclexplode(datacl) who where datname = current_database() and who.grantee in (0, 'bastion_app'::regrole) group by 1",
  );
  expect(rows).toEqual([{ who: "bastion_app" }]);
  await database.close();
});

import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everythingSeen, inOurShop, MARK, openScene, type Scene } from "./attacker";

// Questions whose answer is not a row: does the database let on, by an error, a plan or a count, what another shop has?
let scene: Scene;
const PHONE = "+15125550777";

beforeAll(async () => {
  scene = await openScene();
  await scene.database.admin.query(
    `insert into customers (tenant_id, id, name, phone) select $1, gen_random_uuid(), $2 || g, $3 from generate_series(1, 500) g`,
    [scene.theirs, `${MARK} `, PHONE],
  );
  await scene.database.admin.query("analyze");
});
afterAll(() => scene.database.close());

/** How many rows the planner believes in, times a million, so that rounding hides nothing. */
async function estimate(client: pg.Client, condition: string): Promise<number> {
  const { rows } = await client.query(
    `explain (format json) select 1 from customers c, generate_series(1, 1000000) where ${condition}`,
  );
  return rows[0]["QUERY PLAN"][0].Plan["Plan Rows"];
}

describe("plans", () => {
  it("estimate the same for a value that another shop has as for one that nobody has", () =>
    inOurShop(scene, async (client) => {
      expect(await estimate(client, `phone = '${PHONE}'`)).toBe(
        await estimate(client, "phone = '+15125550000'"),
      );
      expect(await estimate(client, `name < '${MARK} 3'`)).toBe(await estimate(client, "name < 'a'"));
      expect(await estimate(client, `name like '${MARK} 3%'`)).toBe(
        await estimate(client, "name like 'nobody%'"),
      );
    }));

  it("would tell, were statistics kept of the column: this test can fail", async () => {
    await scene.database.asOwner("alter table customers alter phone set statistics 100");
    await scene.database.admin.query("analyze customers");
    await inOurShop(scene, async (client) => {
      expect(await estimate(client, `phone = '${PHONE}'`)).not.toBe(
        await estimate(client, "phone = '+15125550000'"),
      );
    });
    await scene.database.asOwner("alter table customers alter phone set statistics 0");
    await scene.database.admin.query(
      "delete from pg_statistic where starelid = 'customers'::regclass and staattnum = (select attnum from pg_attribute where attrelid = 'customers'::regclass and attname = 'phone')",
    );
  });

  it("that are run look at one shop's part of the index, so that the buffers they touch tell nothing either", () =>
    inOurShop(scene, async (client) => {
      await client.query("set local enable_seqscan = off");
      const touched = async (phone: string) => {
        const { rows } = await client.query(
          `explain (analyze, timing off, summary off, buffers off) select 1 from customers where phone = '${phone}'`,
        );
        return rows.map((row) => row["QUERY PLAN"].replace(phone, "")).join("\n");
      };
      const seen = await touched(PHONE);
      expect(seen).toContain("Index Cond: ((tenant_id =");
      expect(seen).toBe(await touched("+15125550000"));
    }));

  it("and no statistics view shows a value", () =>
    inOurShop(scene, async (client) => {
      for (const view of ["pg_stats", "pg_stats_ext", "pg_stats_ext_exprs"])
        expect(await everythingSeen(client, `select * from ${view}`)).not.toContain(MARK);
    }));
});

describe("errors", () => {
  const conditions: [string, string][] = [
    ["division by zero", `1 / (case when name like '${MARK}%' then 0 else 1 end) = 1`],
    ["a cast", `(case when name like '${MARK}%' then name else '1' end)::int = 1`],
    ["a cast of the value itself", "phone::bigint < 0 or name::int = 1"],
    [
      "a subquery of many rows",
      `(select g from generate_series(1, case when name like '${MARK}%' then 2 else 1 end) g) = 1`,
    ],
    ["a regular expression", "'x' ~ name"],
  ];
  it.each(conditions)("%s is never tried on another shop's row", (_how, condition) =>
    inOurShop(scene, async (client) => {
      const seen = await everythingSeen(client, `select name from customers where ${condition}`);
      expect(seen).not.toContain(MARK);
      expect(seen).not.toMatch(/division by zero|more than one row/);
    }),
  );

  it("in the order of joins, views and aggregates too", () =>
    inOurShop(scene, async (client) => {
      for (const sql of [
        `select count(*) filter (where 1 / (case when name like '${MARK}%' then 0 else 1 end) = 1) from customers`,
        `select * from customers order by 1 / (case when name like '${MARK}%' then 0 else 1 end)`,
        `select * from users u join customers c on 1 / (case when c.name like '${MARK}%' or u.name like '${MARK}%' then 0 else 1 end) = 1`,
        `update customers set notes = (1 / (case when name like '${MARK}%' then 0 else 1 end))::text`,
      ]) {
        const seen = await everythingSeen(client, sql);
        expect(seen, sql).not.toMatch(/division by zero/);
        expect(seen, sql).not.toContain(MARK);
      }
    }));
});

describe("keys", () => {
  /** What an attempt says, without the ids in it. */
  const says = async (client: pg.Client, sql: string) => {
    await client.query("savepoint attempt");
    const seen = await everythingSeen(client, sql);
    await client.query("rollback to attempt");
    return seen.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID");
  };
  const nobody = "00000000-0000-4000-8000-000000000001";

  it("hanging a row on another shop's is refused in the words of one that never was", () =>
    inOurShop(scene, async (client) => {
      const hang = (id: string) =>
        `insert into vehicles (id, customer_id, year, make, model) values (gen_random_uuid(), '${id}', 2020, 'A', 'B')`;
      expect(await says(client, hang(scene.victim.customerId))).toBe(await says(client, hang(nobody)));
      expect(await says(client, hang(nobody))).toContain("23503");
    }));

  it("another shop's id is free to use: ids meet only within a shop", () =>
    inOurShop(scene, async (client) => {
      const take = (id: string) =>
        `insert into customers (id, name) values ('${id}', 'x') on conflict do nothing returning name`;
      expect(await says(client, take(scene.victim.customerId))).toBe(await says(client, take(nobody)));
    }));

  it("ON CONFLICT, whatever it names, never meets another shop's row", () =>
    inOurShop(scene, async (client) => {
      const upsert = `insert into customers (tenant_id, id, name) values ('${scene.theirs}', '${scene.victim.customerId}', 'x')
        on conflict (tenant_id, id) do update set name = customers.name returning name`;
      const seen = await says(client, upsert);
      expect(seen).toContain("row-level security");
      expect(seen).not.toContain(MARK);
    }));

  it("no person's e-mail, no shop's address can be tried for", () =>
    inOurShop(scene, async (client) => {
      const { rows } = await scene.database.admin.query("select slug from tenants where id = $1", [
        scene.theirs,
      ]);
      const user = (email: string) =>
        `insert into users (id, email, name) values (gen_random_uuid(), '${email}', 'x') on conflict do nothing`;
      const shop = (slug: string) =>
        `insert into tenants (id, slug, name) values ('${scene.ours}', '${slug}', 'x') on conflict (slug) do nothing`;
      const move = (slug: string) => `update tenants set slug = '${slug}'`;
      expect(await says(client, user(`${MARK}@test.example`))).toBe(
        await says(client, user("nobody@test.example")),
      );
      expect(await says(client, shop(rows[0].slug))).toBe(await says(client, shop("nobody")));
      expect(await says(client, move(rows[0].slug))).toBe(await says(client, move("nobody")));
    }));

  it("no person can be taken in by id, to read their name or to learn that they exist", () =>
    inOurShop(scene, async (client) => {
      const hire = (id: string) =>
        `insert into memberships (id, user_id, role) values (gen_random_uuid(), '${id}', 'owner')`;
      expect(await says(client, hire(scene.victim.userId))).toBe(await says(client, hire(nobody)));
      const replace = (id: string) => `update memberships set user_id = '${id}'`;
      expect(await says(client, replace(scene.victim.userId))).toBe(await says(client, replace(nobody)));
    }));
});

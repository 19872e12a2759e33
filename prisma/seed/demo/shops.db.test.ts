import { afterAll, beforeAll, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { makeShops } from "./shops";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
});
afterAll(() => database.close());

const now = new Date("2026-03-04T18:07:00Z");
const tables = [
  "tenants",
  "memberships",
  "tenant_flags",
  "parts",
  "shop_papers",
  "pricing_profiles",
  "price_versions",
  "stock_items",
  "customers",
  "quotes",
  "quote_lines",
  "jobs",
  "invoices",
  "payments",
  "claims",
];

/** How many rows each demo shop has in each table. */
async function counted(): Promise<Record<string, number[]>> {
  const of = (table: string) =>
    `(select count(*)::int from ${table} x where x.${table === "tenants" ? "id" : "tenant_id"} = t.id)`;
  const { rows } = await database.admin.query<{ slug: string; counts: number[] }>(
    `select slug, array[${tables.map(of).join()}] as counts from tenants t where demo order by slug`,
  );
  return Object.fromEntries(rows.map(({ slug, counts }) => [slug, counts]));
}

class CutOff extends Error {}

/** A kernel that is cut off at the end of its nth transaction of the outermost kind, before that is committed. */
function cutOffIn(kernel: Kernel, nth: number): Kernel {
  let transactions = 0;
  let inside = false;
  const cut = (enter: (scope: never, run: never) => Promise<unknown>) =>
    ((scope: never, run: (db: unknown) => Promise<unknown>) => {
      if (inside) return enter(scope, run as never);
      inside = true;
      const dies = ++transactions === nth;
      const work = async (db: unknown) => {
        const result = await run(db);
        if (dies) throw new CutOff();
        return result;
      };
      return enter(scope, work as never).finally(() => {
        inside = false;
      });
    }) as never;
  const system = cut((_scope, run) => kernel.withSystem(run));
  return {
    ...kernel,
    withTenant: cut(kernel.withTenant as never),
    withSystem: ((run: never) =>
      (system as (scope: null, run: never) => Promise<unknown>)(null, run)) as never,
  };
}

it("a run that was cut off anywhere leaves no shop half made, and the next one makes the same shops", async () => {
  const kernel = database.open({ timeout: 60 * 60_000 });
  let cuts = 0;
  for (let nth = 1; ; nth++) {
    const ended = await makeShops(cutOffIn(kernel, nth), now).catch((error) => error);
    if (!(ended instanceof CutOff)) {
      expect(ended).toBeUndefined();
      break;
    }
    cuts++;
    for (const [slug, [, members, ...filled]] of Object.entries(await counted())) {
      expect(members, slug).toBeGreaterThan(0);
      const [, ...content] = filled;
      expect(content.every((count) => count === 0) || content.every((count) => count > 0), slug).toBe(true);
    }
  }
  expect(cuts).toBe(7);
  const made = await counted();
  expect(Object.keys(made)).toEqual(["clean-slate", "harbor-glass", "summit-glass"]);
  expect(made["clean-slate"]?.slice(3)).toEqual(tables.slice(3).map(() => 0));
  for (const slug of ["harbor-glass", "summit-glass"])
    expect(
      made[slug]?.every((count) => count > 0),
      `${slug}: ${made[slug]}`,
    ).toBe(true);
  await makeShops(kernel, now);
  expect(await counted()).toEqual(made);
});

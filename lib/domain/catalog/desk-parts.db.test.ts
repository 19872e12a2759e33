import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { Db, TenantId } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { partsFor, partsNumbered } from "./desk-parts";

const TODAY = "2026-11-21";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
const PARTS = 50_000;
const CAR = { year: 2021, make: "Bulk", model: "Model 7", bodyStyle: "" };

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open();
  shop = await mintTenant(kernel);
  const other = await mintTenant(kernel);
  // A large shared catalog, and a shop that copied all of it.
  for (const tenantId of [null, other])
    await database.admin.query(
      `with made as (
         insert into parts (id, tenant_id, nags_number, prefix, number, glass_position, description)
         select gen_random_uuid(), $1, 'FV' || lpad(n::text, 5, '0') || 'GTYN', 'FV', lpad(n::text, 5, '0'), 'windshield', 'Bulk windshield'
         from generate_series(1, ${PARTS}) n returning id, number)
       insert into part_fits (id, tenant_id, part_id, year_from, year_to, make, model)
       select gen_random_uuid(), $1, id, 2015, 2024, 'Bulk', 'Model ' || number::int % 5000 from made`,
      [tenantId],
    );
  await database.admin.query("analyze");
}, 120_000);
afterAll(() => database.close());

/** The plan of each statement that `read` sends as the shop. */
async function plansOf(read: (db: Db) => Promise<unknown>): Promise<string> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  await kernel.withTenant(shop, read);
  const statements = sent.mock.calls
    .map(([query]) => query as unknown as { text?: string; values?: unknown[] })
    .filter(({ text }) => /^select.*"(parts|part_fits)"/i.test(text ?? ""));
  sent.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  return kernel.withTenant(shop, async (db) => {
    const plans: string[] = [];
    for (const { text = "", values } of statements) {
      const explain = Object.assign([`explain ${inlined(text, values)}`], { raw: [] });
      const rows = await db.$queryRaw<{ "QUERY PLAN": string }[]>(explain as never);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return plans.join("\n\n");
  });
}

const inlined = (text: string, values: unknown[] = []) =>
  text.replace(/\$(\d+)/g, (_, n) => {
    const value = values[n - 1];
    return typeof value === "string" ? `'${value}'` : String(value);
  });

const BY_OWNER = /Index Cond: \(\(owner = ANY/;

describe("with 50,000 parts for all, and another shop's 50,000, an index that begins with the owner finds", () => {
  const reads: [string, (db: Db) => Promise<unknown>][] = [
    ["the parts of a car", (db) => partsFor(db, CAR, TODAY)],
    ["a number", (db) => partsNumbered(db, "FV01234GTYN", TODAY)],
    ["a number without its color", (db) => partsNumbered(db, "FV01234", TODAY)],
  ];
  it.each(reads)("%s", async (_what, read) => {
    const plans = await plansOf(read);
    expect(plans).toMatch(BY_OWNER);
    expect(plans).not.toContain("Seq Scan on part");
  });
});

describe("a shop's own part of a shared number", () => {
  it("stands in its place, by vehicle and by number, at that shop alone", async () => {
    const nagsNumber = "FV01234GTYN";
    const car = { ...CAR, model: "Model 1234" };
    await kernel.withTenant(shop, (db) =>
      db.part.create({
        data: {
          nagsNumber,
          prefix: "FV",
          number: "01234",
          glassPosition: "windshield",
          description: "Our own",
        },
      }),
    );
    const seen = async (tenantId: TenantId) =>
      kernel.withTenant(tenantId, async (db) => {
        const fitting = await partsFor(db, car, TODAY);
        const found = [...fitting, ...(await partsNumbered(db, "FV01234", TODAY))];
        return found.filter((part) => part.nagsNumber === nagsNumber).map((part) => part.description);
      });
    expect(await seen(shop)).toEqual(["Our own", "Our own"]);
    expect(await seen(await mintTenant(kernel))).toEqual(["Bulk windshield", "Bulk windshield"]);
  });
});

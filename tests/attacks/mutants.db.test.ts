import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PrismaClient } from "@/lib/tenancy/generated/client";
import { modelsOf } from "@/lib/tenancy/kernel";
import { type Kind, sameOwner } from "@/lib/tenancy/kinds";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { dropValueChecks, furnishing } from "./furnish";
import { breakFunctions, sqlMutants, unnoticed } from "./mutants/sql";
import { type Ground, probeTable } from "./probe";
import { shapesOf } from "./shape";

// Breaks the database's walls one at a time: a wall whose loss nobody notices is no wall. `npm run mutate` does the same to the code.
const inShop = (kind: Kind) => kind === "own" || kind === "sharedOrOwn";

let database: TestDatabase;
let ground: Ground;

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  const { admin, key } = database;
  await dropValueChecks(admin);
  const kernel = database.open();
  const shapes = await shapesOf(admin, modelsOf(new PrismaClient({ adapter: new PrismaPg({}) })));
  const hand = async (text: string, number: number) => ({
    tenant: await mintTenant(kernel),
    rows: 2,
    text,
    number,
    day: "2020-01-01",
  });
  ground = { admin, key, shapes, ours: await hand("own", 0), theirs: await hand("theirs", 1000) };
  for (const whose of [ground.ours, ground.theirs]) await admin.query(furnishing(shapes, whose));
});
afterAll(() => database.close());

it("with every wall in place no attack by hand gets through, on any table", async () => {
  const walled = ground.shapes.filter(({ kind }) => inShop(kind));
  expect(walled.length).toBeGreaterThan(15);
  await database.admin.query("begin");
  for (const shape of walled) expect(await probeTable(ground, shape)).toEqual([]);
  await database.admin.query("rollback");
});

it("every relation of the Prisma schema between two shops' tables is a foreign key, so that none is only believed", () => {
  const loose = ground.shapes.flatMap(({ model, kind, columns, relations }) =>
    relations
      .filter(
        ({ many, to }) =>
          inShop(kind) && !many && ground.shapes.some((one) => one.model === to && inShop(one.kind)),
      )
      .filter(({ name }) => !columns.some((one) => one.field === `${name}Id` && one.target))
      .map(({ name }) => `${model}.${name}`),
  );
  expect(loose).toEqual([]);
});

it("a relation that the guard takes for one owner's is a key that begins with owner, on both sides", async () => {
  const { rows } = await database.admin.query<{ tables: string[] }>(`
    select array[k.conrelid::regclass::text, k.confrelid::regclass::text] as tables from pg_constraint k
    join pg_attribute one on one.attrelid = k.conrelid and one.attnum = k.conkey[1] and one.attname = 'owner' and one.attgenerated = 's'
    join pg_attribute other on other.attrelid = k.confrelid and other.attnum = k.confkey[1] and other.attname = 'owner' and other.attgenerated = 's'`);
  const keyed = rows.map(({ tables }) => tables.sort().join());
  expect(sameOwner.size).toBeGreaterThan(0);
  for (const relation of sameOwner) {
    const [model, name] = relation.split(".");
    const from = ground.shapes.find((shape) => shape.model === model);
    const to = from?.relations.find((one) => one.name === name)?.to;
    const target = ground.shapes.find((shape) => shape.model === to);
    expect(keyed, relation).toContain([from?.table, target?.table].sort().join());
  }
});

it("the guard and the database agree on how each table is kept apart", async () => {
  const { rows } = await database.admin.query(`
    select c.relname as "table", case when a.attnotnull then 'own' when a.attnum is not null then 'sharedOrOwn'
      else replace(replace(split_part(coalesce(obj_description(c.oid), ''), ':', 1), 'tenants', 'tenant'), 'published', 'shared') end as kind
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relnamespace = 'public'::regnamespace`);
  const kinds = Object.fromEntries(rows.map(({ table, kind }) => [table, kind]));
  for (const { table, kind } of ground.shapes) expect(kinds[table], table).toBe(kind);
});

describe("a broken wall is noticed", () => {
  it("whichever policy, key, default or trigger it is", async () => {
    const mutants = await sqlMutants(database.admin);
    expect(mutants.length).toBeGreaterThan(200);
    expect(await unnoticed(ground, mutants)).toEqual([]);
  });

  it("and what is no gap is not called noticed", async () => {
    const nothing = (table: string) => ({
      name: table,
      table,
      sql: "select 1",
      noticed: "the catalog check" as const,
    });
    const broken = { ...nothing("jobs"), sql: "alter table jobs no force row level security" };
    expect(await unnoticed(ground, [nothing("customers"), broken, nothing("quotes")])).toEqual([
      "customers",
      "quotes",
    ]);
  });

  it("whichever check of the signed context it is", async () => {
    const { appUrl, key, admin } = database;
    const target = { appUrl, key, ours: ground.ours.tenant as never, theirs: ground.theirs.tenant as never };
    const results = await breakFunctions(admin, target);
    expect(results.filter(({ noticed }) => !noticed)).toEqual([]);
  });
});

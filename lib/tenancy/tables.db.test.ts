import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { PrismaClient } from "./generated/client";
import { type Kernel, modelsOf } from "./kernel";
import { planes } from "./kinds";
import { Taken } from "./tenancy";

let database: TestDatabase;
let kernel: Kernel;

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open();
});
afterAll(() => database.close());

describe("one line makes a table a tenant's", () => {
  it("and then a shop sees and writes only its own rows in it", async () => {
    await database.asOwner(`
      create table recalls (tenant_id uuid not null, id uuid not null default gen_random_uuid(), note text, primary key (tenant_id, id));
      select app.tenant_table('recalls')`);
    const [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
    for (const shop of [ours, theirs])
      await kernel.withTenant(shop, (db) => db.$executeRaw`insert into recalls (note) values (${shop})`);
    const seen = await kernel.withTenant(
      ours,
      (db) => db.$queryRaw<{ note: string }[]>`select note from recalls`,
    );
    expect(seen).toEqual([{ note: ours }]);
    const plant = () =>
      kernel.withTenant(
        ours,
        (db) => db.$executeRaw`insert into recalls (tenant_id, note) values (${theirs}::uuid, 'planted')`,
      );
    await expect(plant()).rejects.toMatchObject({ name: "TenantMismatch" });
    expect(
      await kernel.withTenant(
        ours,
        (db) => db.$executeRaw`update recalls set note = 'x' where tenant_id = ${theirs}::uuid`,
      ),
    ).toBe(0);
    expect(
      await kernel.withTenant(
        ours,
        (db) => db.$executeRaw`delete from recalls where tenant_id = ${theirs}::uuid`,
      ),
    ).toBe(0);
  });

  it("and a policy that somebody adds later can't widen it", async () => {
    await database.asOwner("create policy slip on recalls for all to public using (true) with check (true)");
    const shop = await mintTenant(kernel);
    const seen = await kernel.withTenant(shop, (db) => db.$queryRaw<object[]>`select * from recalls`);
    expect(seen).toEqual([]);
  });

  it("and the owner of the tables is held too", async () => {
    await database.asOwner(
      "do $$ begin if exists (select from recalls) then raise 'the owner sees rows'; end if; end $$",
    );
  });

  it("and nobody empties it or hangs triggers on it", async () => {
    const shop = await mintTenant(kernel);
    await expect(kernel.withTenant(shop, (db) => db.$executeRaw`truncate recalls`)).rejects.toThrow();
    await expect(
      kernel.withTenant(shop, (db) => db.$executeRaw`create table mine (id int)`),
    ).rejects.toThrow();
    await expect(
      kernel.withTenant(shop, (db) => db.$executeRaw`create temp table mine (id int)`),
    ).rejects.toThrow();
  });

  const broken: [string, string, string][] = [
    ["has no tenant_id", "id uuid primary key", "needs a column tenant_id"],
    [
      "lets tenant_id be null",
      "tenant_id uuid, id uuid primary key",
      "needs a column tenant_id uuid NOT NULL",
    ],
    [
      "has its key on the id alone",
      "tenant_id uuid not null, id uuid primary key",
      "must start with tenant_id",
    ],
    ["has no key", "tenant_id uuid not null, id uuid", "no primary key"],
    [
      "has a unique column that tells of other shops",
      "tenant_id uuid not null, id uuid, email text unique, primary key (tenant_id, id)",
      "must start with tenant_id",
    ],
    [
      "hangs on another tenant table by the id alone",
      "tenant_id uuid not null, id uuid, recall_id uuid references unwalled (id), primary key (tenant_id, id)",
      "foreign key checks do not see RLS",
    ],
  ];
  it.each(broken)("but not one that %s", async (_fault, columns, message) => {
    await database.asOwner(
      "create table if not exists unwalled (tenant_id uuid not null, id uuid unique, primary key (tenant_id, id))",
    );
    await expect(
      database.asOwner(`create table faulty (${columns}); select app.tenant_table('faulty')`),
    ).rejects.toThrow(message);
  });

  it("a shared table must not have a tenant, a shared-or-own table must", async () => {
    await expect(database.asOwner("select app.shared_table('customers', 'no')")).rejects.toThrow(
      "has a tenant_id",
    );
    await expect(database.asOwner("select app.shared_or_own_table('customers')")).rejects.toThrow(
      "may be NULL",
    );
  });
});

describe("keys", () => {
  it("two shops may use the same number, one shop only once; the message names no constraint", async () => {
    const [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
    const add = (shop: typeof ours) =>
      kernel.withTenant(shop, (db) => db.taxRate.create({ data: { name: "Texas", ratePpm: 82_500 } }));
    await add(ours);
    await add(theirs);
    const again = await add(ours).catch((error) => error);
    expect(again).toBeInstanceOf(Taken);
    expect(again.message).not.toMatch(/tax_rates|key|constraint/);
  });
});

describe("planes", () => {
  it("nothing joins them: a shop's rows name its own, the shared tables and who works there; the rest names its own plane", async () => {
    const tables = modelsOf(new PrismaClient({ adapter: new PrismaPg({}) }));
    const tableOf = (model: string) => tables[model]?.dbName ?? model;
    const [control, shared] = [planes.control.map(tableOf), planes.shared.map(tableOf)];
    const planeOf = (table: string) =>
      control.includes(table) ? "control" : shared.includes(table) ? "shared" : "tenant";
    const { rows } = await database.admin.query<{ a: string; b: string }>(
      `select conrelid::regclass::text as a, confrelid::regclass::text as b from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(40);
    const wrong = rows.filter(({ a, b }) => {
      const [from, to] = [planeOf(a), planeOf(b)];
      // Every table's tenant is a shop, and a shop's people are mirrored where it lives.
      if (b === "tenants" || (from === "tenant" && b === "memberships")) return false;
      return !(from === to || (from === "tenant" && to === "shared"));
    });
    expect(wrong).toEqual([]);
  });

  it("the kernel's own work is handed no shop's table", async () => {
    await kernel.withSystem(async (db) => {
      expect(db.tenant).toBeDefined();
      for (const model of ["customer", "quote", "payment", "mail", "auditEvent"])
        expect((db as unknown as Record<string, unknown>)[model]).toBeUndefined();
    });
  });
});

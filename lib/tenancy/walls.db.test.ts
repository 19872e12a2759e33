import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  mintCustomer,
  mintMember,
  mintTenant,
  openTestDatabase,
  type TestDatabase,
} from "@/tests/support/database";
import type { Kernel } from "./kernel";
import type { TenantId } from "./scope";
import { by, type Db } from "./tenancy";

// Every attack is tried with both walls up, with each wall alone, and with both down: there it must succeed, or it proves nothing.
type Shop = { tenantId: TenantId; customerId: string; vehicleId: string; overrideId: string };
type Walls = { name: string; guarded: boolean; rls: boolean };

const walls: Walls[] = [
  { name: "both walls up", guarded: true, rls: true },
  { name: "row level security alone", guarded: false, rls: true },
  { name: "the Prisma guard alone", guarded: true, rls: false },
  { name: "both walls down", guarded: false, rls: false },
];

async function openShop(kernel: Kernel, name: string): Promise<Shop> {
  const tenantId = await mintTenant(kernel, name);
  const { customer, vehicle } = await mintCustomer(kernel, tenantId, `${name} customer`);
  const overrideId = await addOverride(kernel, tenantId);
  return { tenantId, customerId: customer.id, vehicleId: vehicle.id, overrideId };
}

/** A row of a kind that shops delete. */
const addOverride = async (kernel: Kernel, tenantId: TenantId) =>
  (
    await kernel.withTenant(tenantId, (db) =>
      db.partOverride.create({ data: { nagsNumber: "DW09999GTYN", costCents: 100 } }),
    )
  ).id;

const FIT = { make: "Toyota", model: "RAV4", yearFrom: 2019, yearTo: 2021 };
const PART = { prefix: "DW", number: "9999", glassPosition: "windshield", description: "Test windshield" };

/** A shop's own part with one vehicle it fits. */
const addPart = (kernel: Kernel, tenantId: TenantId, nagsNumber: string) =>
  kernel.withTenant(tenantId, async (db) => {
    const part = await db.part.create({ data: { ...PART, nagsNumber } });
    await db.partFit.create({ data: { partId: part.id, ...FIT } });
    return part;
  });

/** A part for all shops with one vehicle it fits. */
const sharedPart = (kernel: Kernel) =>
  kernel.withSystem(async (db) => {
    const part = await db.part.create({ data: { ...PART, nagsNumber: `T${randomUUID()}` } });
    await db.partFit.create({ data: { partId: part.id, ...FIT } });
    return part;
  });

async function takeDownRls(database: TestDatabase): Promise<void> {
  const { rows } = await database.admin.query(
    "select oid::regclass::text as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows) await database.asOwner(`alter table ${name} disable row level security`);
}

describe.each(walls)("$name", ({ guarded, rls }) => {
  let database: TestDatabase;
  let kernel: Kernel;
  let ours: Shop;
  let theirs: Shop;
  const holds = guarded || rls;

  beforeAll(async () => {
    database = await openTestDatabase({ own: true });
    if (!rls) await takeDownRls(database);
    kernel = database.open({ guarded });
    ours = await openShop(kernel, "Ours");
    theirs = await openShop(kernel, "Theirs");
  });
  afterAll(() => database.close());

  /** What the other shop's rows look like to someone above all walls. */
  const theirRows = async () => {
    const { rows } = await database.admin.query(
      "select (select json_agg(c) from customers c where tenant_id = $1) as c, (select json_agg(v) from vehicles v where tenant_id = $1) as v, (select json_agg(o) from part_overrides o where tenant_id = $1) as o",
      [theirs.tenantId],
    );
    return JSON.stringify(rows);
  };

  // Without the guard nobody translates `here`, so the attacker names the tenant, as an attacker would.
  const key = (id: string) => ({ tenantId_id: { tenantId: theirs.tenantId, id } });

  const reads: [string, (shop: Shop) => Promise<unknown>][] = [
    [
      "findMany",
      () =>
        kernel.withTenant(ours.tenantId, (db) => db.customer.findMany({ where: { id: theirs.customerId } })),
    ],
    [
      "findFirst",
      () =>
        kernel.withTenant(ours.tenantId, (db) => db.customer.findFirst({ where: { id: theirs.customerId } })),
    ],
    [
      "findUnique",
      () =>
        kernel.withTenant(ours.tenantId, (db) => db.customer.findUnique({ where: key(theirs.customerId) })),
    ],
    [
      "count",
      () => kernel.withTenant(ours.tenantId, (db) => db.customer.count({ where: { id: theirs.customerId } })),
    ],
    [
      "aggregate",
      async () =>
        (
          await kernel.withTenant(ours.tenantId, (db) =>
            db.vehicle.aggregate({ where: { id: theirs.vehicleId }, _max: { year: true } }),
          )
        )._max.year,
    ],
    [
      "groupBy",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.vehicle.groupBy({ by: ["make"], where: { id: theirs.vehicleId }, _count: true }),
        ),
    ],
    [
      "cursor",
      async () =>
        (
          await kernel.withTenant(ours.tenantId, (db) =>
            db.customer.findMany({ cursor: key(theirs.customerId), take: 1 }),
          )
        ).filter((row) => row.tenantId === theirs.tenantId),
    ],
  ];

  it.each(reads)("%s sees nothing of another shop", async (_name, read) => {
    const seen = await read(theirs).catch(() => null);
    const nothing = seen === null || seen === 0 || (Array.isArray(seen) && seen.length === 0);
    expect(nothing).toBe(holds);
  });

  const writes: [string, () => Promise<unknown>][] = [
    [
      "update",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.customer.update({ where: key(theirs.customerId), data: { name: "taken" } }),
        ),
    ],
    [
      "updateMany",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.customer.updateMany({ where: { id: theirs.customerId }, data: { name: "taken too" } }),
        ),
    ],
    [
      "upsert",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.customer.upsert({
            where: key(theirs.customerId),
            create: { name: "x" },
            update: { name: "taken by upsert" },
          }),
        ),
    ],
    [
      "create into another shop",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.customer.create({ data: { tenantId: theirs.tenantId, name: "planted" } }),
        ),
    ],
    [
      "createMany into another shop",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.customer.createMany({ data: [{ tenantId: theirs.tenantId, name: "planted" }] }),
        ),
    ],
    [
      "nested update through connect",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.customer.update({
            where: key(theirs.customerId),
            data: { vehicles: { update: { where: key(theirs.vehicleId), data: { plate: "TAKEN" } } } },
          }),
        ),
    ],
    [
      "delete",
      () =>
        kernel.withTenant(ours.tenantId, (db) => db.partOverride.delete({ where: key(theirs.overrideId) })),
    ],
    [
      "deleteMany",
      () =>
        kernel.withTenant(ours.tenantId, (db) =>
          db.partOverride.deleteMany({ where: { costCents: 100, tenantId: theirs.tenantId } }),
        ),
    ],
  ];

  it.each(writes)("%s touches nothing of another shop", async (name, write) => {
    if (!holds && name === "deleteMany") await addOverride(kernel, theirs.tenantId);
    const before = await theirRows();
    await write().catch(() => null);
    expect((await theirRows()) === before).toBe(holds);
  });

  it("can't move a row of ours into another shop", async () => {
    const { customer } = await mintCustomer(kernel, ours.tenantId, "Mover");
    const move = kernel.withTenant(ours.tenantId, (db) =>
      db.customer.updateMany({ where: { id: customer.id }, data: { tenantId: theirs.tenantId } }),
    );
    await move.catch(() => null);
    const { rows } = await database.admin.query("select tenant_id from customers where id = $1", [
      customer.id,
    ]);
    // The vehicle's composite key holds the row back even with both walls down.
    expect(rows[0].tenant_id).toBe(ours.tenantId);
  });

  it("can't hang a row of ours on another shop's row: composite keys hold alone", async () => {
    const attach = kernel.withTenant(ours.tenantId, (db) =>
      db.vehicle.create({
        data: { tenantId: ours.tenantId, customerId: theirs.customerId, year: 2020, make: "A", model: "B" },
      }),
    );
    await expect(attach).rejects.toMatchObject({ name: "TenantMismatch", message: "Not found" });
  });
});

describe("what a shop may not see at all", () => {
  let database: TestDatabase;
  let kernel: Kernel;
  beforeAll(async () => {
    database = await openTestDatabase();
    kernel = database.open();
  });
  afterAll(() => database.close());

  it("sees its own colleagues and nobody else's", async () => {
    const [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
    const us = await mintMember(kernel, ours, "owner");
    await mintMember(kernel, theirs, "owner");
    const people = await kernel.withTenant(
      ours,
      (db) => db.$queryRaw<{ id: string }[]>`select id from users`,
    );
    expect(people.map((person) => person.id)).toEqual([us.userId]);
  });

  it("reads no password hash, security event or sign-in count, not even by raw SQL", async () => {
    const tenantId = await mintTenant(kernel);
    const { userId } = await mintMember(kernel, tenantId, "owner");
    await kernel.withSystem((db) => db.credential.create({ data: { userId, passwordHash: "hash" } }));
    await kernel.withSystem((db) => db.securityEvent.create({ data: { kind: "sign_in_failed", path: "/" } }));
    const seen = await kernel.withTenant(
      tenantId,
      (db) => db.$queryRaw<{ n: number }[]>`
        select ((select count(*) from credentials) + (select count(*) from security_events) + (select count(*) from rate_limits))::int as n`,
    );
    expect(seen[0]?.n).toBe(0);
  });

  it("sees one row of the list of shops: its own", async () => {
    const tenantId = await mintTenant(kernel);
    await mintTenant(kernel);
    const shops = await kernel.withTenant(
      tenantId,
      (db) => db.$queryRaw<{ id: string }[]>`select id from tenants`,
    );
    expect(shops.map((shop) => shop.id)).toEqual([tenantId]);
    expect(await kernel.withTenant(tenantId, (db) => db.tenant.count())).toBe(1);
  });

  it("reads shared reason codes and its own, and writes only its own", async () => {
    const [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
    const add = (tenantId: TenantId) =>
      kernel.withTenant(tenantId, (db) =>
        db.reasonCode.create({ data: { kind: "lost", label: "Only here" } }),
      );
    await add(ours);
    await add(theirs);
    const codes = await kernel.withTenant(ours, (db) => db.reasonCode.findMany({ where: { kind: "lost" } }));
    expect(codes.filter((code) => code.tenantId === ours)).toHaveLength(1);
    expect(codes.filter((code) => code.tenantId === null).length).toBeGreaterThan(0);
    expect(codes.filter((code) => code.tenantId === theirs)).toHaveLength(0);
    const shared = codes.find((code) => code.tenantId === null);
    const rename = () =>
      kernel.withTenant(
        ours,
        (db) => db.$executeRaw`update reason_codes set label = 'mine' where id = ${shared?.id}::uuid`,
      );
    expect(await rename()).toBe(0);
    await expect(
      kernel.withTenant(
        ours,
        (db) =>
          db.$executeRaw`insert into reason_codes (id, tenant_id, kind, label) values (gen_random_uuid(), null, 'lost', 'planted')`,
      ),
    ).rejects.toThrow();
  });

  it("has parts of its own beside the shared ones, under the same number, and no other shop sees them", async () => {
    const [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
    const shared = await sharedPart(kernel);
    const own = await addPart(kernel, ours, shared.nagsNumber);
    const seen = (tenantId: TenantId) =>
      kernel.withTenant(tenantId, async (db) => {
        const parts = await db.part.findMany({
          where: { nagsNumber: shared.nagsNumber },
          include: { fits: true },
        });
        return parts.map(({ id, fits }) => [id, fits.length]);
      });
    expect(Object.fromEntries(await seen(ours))).toEqual({ [own.id]: 1, [shared.id]: 1 });
    expect(await seen(theirs)).toEqual([[shared.id, 1]]);
    await expect(addPart(kernel, ours, shared.nagsNumber)).rejects.toMatchObject({ name: "Taken" });
    await expect(addPart(kernel, theirs, shared.nagsNumber)).resolves.toBeTruthy();
  });

  it("hangs no vehicle on a part of another owner: shared, another shop's, or none", async () => {
    const [ours, theirs] = [await mintTenant(kernel), await mintTenant(kernel)];
    const [shared, own] = [await sharedPart(kernel), await addPart(kernel, theirs, "DW09999GTYN")];
    for (const partId of [shared.id, own.id, randomUUID()])
      await expect(
        kernel.withTenant(ours, (db) => db.partFit.create({ data: { partId, ...FIT } })),
      ).rejects.toMatchObject({ name: "TenantMismatch" });
    await expect(
      kernel.withSystem((db) => db.partFit.create({ data: { partId: own.id, ...FIT } })),
    ).rejects.toMatchObject({ name: "TenantMismatch" });
  });

  it("writes no shared row, of parts, insurers or administrators, by the guard or by raw SQL", async () => {
    const tenantId = await mintTenant(kernel);
    const { id } = await sharedPart(kernel);
    const inShop = <R>(run: (db: Db) => Promise<R>) => kernel.withTenant(tenantId, run);
    expect((await inShop((db) => db.part.deleteMany())).count).toBe(0);
    await expect(
      inShop((db) => db.part.update({ where: { id }, data: { description: "mine" } })),
    ).rejects.toMatchObject({ name: "NotFound" });
    await expect(inShop((db) => db.insurer.deleteMany())).rejects.toMatchObject({ name: "Unscopable" });
    await expect(inShop((db) => db.$executeRaw`delete from vin_patterns`)).rejects.toThrow();
    for (const changed of [
      inShop((db) => db.$executeRaw`update parts set description = 'mine'`),
      inShop((db) => db.$executeRaw`delete from part_fits`),
      inShop((db) => db.$executeRaw`update insurers set name = 'mine'`),
      inShop((db) => db.$executeRaw`delete from tpas`),
    ])
      expect(await changed).toBe(0);
    await expect(
      inShop((db) => db.$executeRaw`insert into tpas (id, name) values (gen_random_uuid(), 'mine')`),
    ).rejects.toMatchObject({ name: "TenantMismatch" });
  });

  it("reads insurers and administrators, and system administrators' transactions alone write them", async () => {
    const tenantId = await mintTenant(kernel);
    const name = `Test ${randomUUID()}`;
    const tpa = await kernel.withSystem((db) => db.tpa.create({ data: { name } }));
    await kernel.withSystem((db) => db.insurer.create({ data: { name, tpaId: tpa.id } }));
    const seen = await kernel.withTenant(tenantId, (db) =>
      db.insurer.findMany({ where: { name }, include: { tpa: true } }),
    );
    expect(seen.map((insurer) => insurer.tpa?.name)).toEqual([name]);
  });

  it("names a row by key, and an id that is none names nothing", () => {
    expect(() => by("id", "'; drop table")).toThrow("Not found");
  });
});

import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, it } from "vitest";
import { PrismaClient } from "./generated/client";
import { Guard, guardExtension, here } from "./guard";
import { modelsOf } from "./kernel";
import { kindOf, type Models } from "./kinds";
import { running } from "./scope";

const ours = "11111111-1111-4111-8111-111111111111";
const theirs = "22222222-2222-4222-8222-222222222222";
const id = "33333333-3333-4333-8333-333333333333";

const models: Models = modelsOf(new PrismaClient({ adapter: new PrismaPg({}) }));
const guard = new Guard(models, ours);
const key = (tenantId: string) => ({ tenantId_id: { tenantId, id } });

describe("what the guard adds", () => {
  it("the tenant to every filter, beside what the feature asks", () => {
    expect(guard.scope("Customer", "findMany", { where: { name: "Ann" } })).toEqual({
      where: { AND: [{ tenantId: ours }, { name: "Ann" }] },
    });
    for (const operation of ["count", "aggregate", "groupBy", "updateMany", "deleteMany", "findFirst"])
      expect(guard.scope("Customer", operation, {}).where).toEqual({ tenantId: ours });
  });

  it("the tenant to every unique key and every new row", () => {
    expect(guard.scope("Customer", "findUnique", { where: key(here) }).where).toEqual({
      ...key(ours),
      AND: [{ tenantId: ours }],
    });
    expect(guard.scope("Customer", "create", { data: { name: "Ann" } }).data).toEqual({
      name: "Ann",
      tenantId: ours,
    });
    expect(guard.scope("Customer", "createMany", { data: [{ name: "A" }, { name: "B" }] }).data).toEqual([
      { name: "A", tenantId: ours },
      { name: "B", tenantId: ours },
    ]);
    const upsert = guard.scope("Customer", "upsert", { where: key(here), create: { name: "A" }, update: {} });
    expect(upsert).toMatchObject({ where: key(ours), create: { name: "A", tenantId: ours } });
  });

  it("leaves the tenant to the parent's key where a row hangs on a connected parent", () => {
    const data = { customer: { connect: key(here) }, year: 2020, make: "A", model: "B" };
    expect(guard.scope("Vehicle", "create", { data }).data).toEqual({
      ...data,
      customer: { connect: key(ours) },
    });
  });

  it("its own row of the shops, and both kinds of shared-or-own rows to read, but its own alone to write", () => {
    expect(guard.scope("Tenant", "findFirst", {}).where).toEqual({ id: ours });
    expect(guard.scope("ReasonCode", "findMany", {}).where).toEqual({
      OR: [{ tenantId: null }, { tenantId: ours }],
    });
    expect(guard.scope("ReasonCode", "deleteMany", {}).where).toEqual({ tenantId: ours });
    for (const model of ["Part", "PartFit"]) {
      expect(guard.scope(model, "count", {}).where).toEqual({ owner: { in: [here, ours] } });
      expect(guard.scope(model, "updateMany", {}).where).toEqual({ tenantId: ours });
      expect(guard.scope(model, "create", { data: {} }).data).toEqual({ tenantId: ours });
    }
  });

  it("nothing to what is read from shared tables, and nothing to numbers, lists and nulls", () => {
    const args = { where: { name: "State Farm" }, take: 5, orderBy: [{ name: "asc" }], cursor: null };
    expect(guard.scope("Insurer", "findMany", args)).toEqual(args);
    expect(guard.scope("Customer", "findMany", { take: 5, cursor: null, distinct: ["name"] })).toEqual({
      take: 5,
      cursor: null,
      distinct: ["name"],
      where: { tenantId: ours },
    });
  });

  it("nothing to a selection, along relations and into shared tables", () => {
    const asked: [string, object][] = [
      [
        "Customer",
        { select: { tenantId: true, vehicles: { select: { _count: { select: { jobs: true } } } } } },
      ],
      ["Quote", { include: { insurer: { select: { name: true } } } }],
      ["Membership", { include: { user: true } }],
      ["PartFit", { include: { part: { include: { _count: true } } } }],
      ["Insurer", { select: { name: true } }],
    ];
    for (const [model, args] of asked)
      expect(guard.scope(model, "findMany", args as never)).toMatchObject(args);
  });

  it("nothing to the arguments it was given", () => {
    const args = { where: key(here) };
    guard.scope("Customer", "findUnique", args);
    expect(args).toEqual({ where: key(here) });
  });
});

describe("what the guard refuses", () => {
  const nested: [string, string, string, object][] = [
    ["a unique key", "Customer", "findUnique", { where: key(theirs) }],
    ["a filter", "Customer", "findMany", { where: { OR: [{ name: "x" }, { NOT: { tenantId: theirs } }] } }],
    ["a filter with an operator", "Customer", "findMany", { where: { tenantId: { in: [ours, theirs] } } }],
    ["a cursor", "Customer", "findMany", { cursor: key(theirs) }],
    [
      "an include's filter",
      "Customer",
      "findMany",
      { include: { vehicles: { where: { tenantId: theirs } } } },
    ],
    ["new data", "Customer", "create", { data: { tenantId: theirs, name: "x" } }],
    ["changed data", "Customer", "updateMany", { data: { tenantId: theirs } }],
    [
      "a nested connect",
      "Vehicle",
      "update",
      { where: key(here), data: { customer: { connect: key(theirs) } } },
    ],
    [
      "a nested create",
      "Customer",
      "update",
      { where: key(here), data: { vehicles: { create: { tenantId: theirs } } } },
    ],
    [
      "a nested upsert",
      "Customer",
      "update",
      { where: key(here), data: { vehicles: { upsert: [{ where: key(theirs) }] } } },
    ],
    ["a nested set", "Customer", "update", { where: key(here), data: { vehicles: { set: [key(theirs)] } } }],
    [
      "connectOrCreate",
      "Vehicle",
      "create",
      { data: { customer: { connectOrCreate: { where: key(theirs) } } } },
    ],
    [
      "an upsert's create",
      "Customer",
      "upsert",
      { where: key(here), create: { tenantId: theirs }, update: {} },
    ],
  ];
  it.each(nested)("another tenant named in %s", (_place, model, operation, args) => {
    expect(() => guard.scope(model, operation, args as never)).toThrow("Not found");
  });

  const shared: [string, string, string, object][] = [
    ["includes", "Insurer", "findMany", { include: { quotes: true } }],
    ["counts", "Insurer", "findMany", { select: { _count: { select: { quotes: true } } } }],
    ["counts without a name", "Insurer", "findMany", { include: { _count: true } }],
    [
      "is counted from a row of ours",
      "Quote",
      "findMany",
      { select: { insurer: { select: { _count: true } } } },
    ],
    ["filters", "Insurer", "findMany", { where: { quotes: { some: {} } } }],
    ["orders", "Insurer", "findMany", { orderBy: { quotes: { _count: "desc" } } }],
    ["goes there and back", "Quote", "findMany", { include: { insurer: { include: { claims: true } } } }],
    [
      "finds a person's other shops",
      "Membership",
      "findMany",
      { include: { user: { include: { memberships: true } } } },
    ],
    ["finds a password", "Membership", "findMany", { include: { user: { include: { credential: true } } } }],
  ];
  it.each(shared)("a shared table that %s", (_how, model, operation, args) => {
    expect(() => guard.scope(model, operation, args as never)).toThrow();
  });

  const ofOneOwner: [string, string, string, object][] = [
    ["hung on a part from the part's side", "Part", "update", { data: { fits: { connect: { id } } } }],
    ["made with a part", "Part", "create", { data: { fits: { create: { make: "Toyota" } } } }],
    ["changed through its part", "Part", "update", { data: { fits: { updateMany: { data: {} } } } }],
    ["hung on another part", "PartFit", "update", { data: { part: { connect: { id } } } }],
    ["made with its part", "PartFit", "create", { data: { part: { create: {} } } }],
  ];
  it.each(ofOneOwner)(
    "a fit %s: relations of shared-or-own tables are for reading",
    (_how, model, op, args) => {
      expect(() => guard.scope(model, op, { where: { id }, ...args })).toThrow("every shop");
    },
  );

  it("a relation between shared-or-own tables that no key keeps in one owner", () => {
    const field = (name: string, kind: string, type: string) => ({ name, kind, type });
    const loose = new Guard(
      {
        ReasonCode: { fields: [field("tenantId", "scalar", "String"), field("parts", "object", "Part")] },
        Part: { fields: [field("tenantId", "scalar", "String")] },
      },
      ours,
    );
    expect(() => loose.scope("ReasonCode", "findMany", { include: { parts: true } })).toThrow("every shop");
  });

  it("writes to shared tables, also nested ones, and anything of the kernel's own", () => {
    for (const model of ["VinPattern", "Insurer", "Tpa"])
      expect(() => guard.scope(model, "create", { data: {} })).toThrow("shared");
    expect(() => guard.scope("PlatformEvent", "findMany", {})).toThrow("kernel");
    expect(() =>
      guard.scope("Quote", "update", { where: key(here), data: { insurer: { create: { name: "x" } } } }),
    ).toThrow("shared");
    expect(() => guard.scope("Tenant", "delete", { where: { id: ours } })).toThrow("No shop");
    expect(() => guard.scope("Credential", "findMany", {})).toThrow("kernel");
    expect(() => guard.scope("Session", "findMany", {})).toThrow("kernel");
    expect(() => guard.scope("User", "findMany", {})).toThrow("kernel");
  });

  const kernels: [string, string, string, object][] = [
    ["a colleague", "Membership", "create", { data: { userId: id, role: "owner" } }],
    ["colleagues", "Membership", "createMany", { data: [{ userId: id, role: "owner" }] }],
    ["a colleague unless there is one", "Membership", "upsert", { where: key(here), create: {}, update: {} }],
    [
      "a job's technician out of nothing",
      "Assignment",
      "update",
      { where: key(here), data: { technician: { create: {} } } },
    ],
    [
      "another person in a colleague's place",
      "Membership",
      "update",
      { where: key(here), data: { userId: id } },
    ],
    [
      "a person by e-mail",
      "Membership",
      "update",
      { where: key(here), data: { user: { connect: { email: "x" } } } },
    ],
    ["a shop's address", "Tenant", "updateMany", { data: { slug: "other" } }],
  ];
  it.each(kernels)("what the kernel alone may set: %s", (_what, model, operation, args) => {
    expect(() => guard.scope(model, operation, args as never)).toThrow("ernel");
  });

  it("a colleague is found by person, and their role changes", () => {
    const where = { tenantId_userId: { tenantId: ours, userId: id } };
    expect(guard.scope("Membership", "update", { where, data: { role: "owner" } }).data).toEqual({
      role: "owner",
    });
    const data = { technician: { connect: where } };
    expect(guard.scope("Assignment", "update", { where: key(ours), data }).data).toEqual(data);
  });

  it("another tenant named in an object that looks like no other", () => {
    const bare = Object.assign(Object.create(null), key(theirs));
    const data = { year: 2020, customer: { connect: bare } };
    expect(() => guard.scope("Vehicle", "create", { data })).toThrow("Not found");
    const where = new (class {
      tenantId = theirs;
    })();
    expect(() => guard.scope("Customer", "findMany", { where })).toThrow("a class");
  });

  it("an operation it does not know", () => {
    expect(() => guard.scope("Customer", "findRaw", {})).toThrow("does not know");
  });

  it("no text in a JSON value: that is data", () => {
    const data = { action: "x", userId: id, userName: "x", detail: { tenantId: "anything" } };
    expect(guard.scope("AuditEvent", "create", { data }).data).toEqual({ ...data, tenantId: ours });
  });
});

describe("the client with the guard on it", () => {
  const client = new PrismaClient({ adapter: new PrismaPg({}) }).$extends(guardExtension(models));

  it("sends nothing where no shop is running, and nothing as the kernel", async () => {
    await expect(client.customer.findMany()).rejects.toMatchObject({ name: "Unscopable" });
    await running.run({ scope: "system", db: undefined }, () =>
      // By name: Prisma's messages quote the line that asked, and so whatever is written here.
      expect(client.customer.findMany()).rejects.toMatchObject({ name: "Unscopable" }),
    );
  });

  it("takes no SQL put together from text", () =>
    running.run({ scope: ours as never, db: undefined }, async () => {
      await expect(client.$queryRawUnsafe("select 1")).rejects.toMatchObject({ name: "Unscopable" });
      await expect(client.$executeRawUnsafe("select 1")).rejects.toMatchObject({ name: "Unscopable" });
    }));
});

describe("what the guard knows of the models", () => {
  it("every model's kind, and a new model with a tenant is a tenant's", () => {
    expect(Object.keys(models).length).toBeGreaterThan(20);
    expect(kindOf(models, "Customer")).toBe("own");
    expect(kindOf(models, "Insurer")).toBe("shared");
    expect(kindOf(models, "Part")).toBe("sharedOrOwn");
    expect(kindOf({ New: { fields: [{ name: "tenantId", kind: "scalar", type: "String" }] } }, "New")).toBe(
      "own",
    );
  });

  it("a relation to one shop's row is named after its key, `customer` and `customerId`: `own` tells it from a list by that", () => {
    const relations = Object.entries(models).flatMap(([model, { fields }]) =>
      fields
        .filter((field) => field.kind === "object" && !field.name.endsWith("s"))
        .map((field) => ({ model, field, fields })),
    );
    const own = relations.filter(
      ({ model, field }) => kindOf(models, model) === "own" && kindOf(models, field.type) === "own",
    );
    expect(own.length).toBeGreaterThan(10);
    for (const { field, fields } of own) expect(fields.map((one) => one.name)).toContain(`${field.name}Id`);
  });
});

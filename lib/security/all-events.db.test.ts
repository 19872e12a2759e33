import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import { mintMember, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { type EventsAsked, listEvents } from "./all-events";
import { listSecurityEvents } from "./shop-events";

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open();
});
afterAll(() => database.close());

const all = { skip: 0, take: 50 };
const kinds = ["cross_tenant", "sign_in_failed"];

it("events of all shops come the newest first, with who and which shops; by kind, person, name and page", async () => {
  const [north, south] = [await mintTenant(kernel, "North Glass"), await mintTenant(kernel, "South Glass")];
  const zadie = await mintMember(kernel, north, "owner");
  const yves = await mintMember(kernel, south, "owner");
  await kernel.withSystem(async (db) => {
    await db.user.update({ where: { id: zadie.userId }, data: { name: "Zadie Quill" } });
    const event = (day: number, data: object) =>
      db.securityEvent.create({
        data: { kind: "cross_tenant", path: `/${day}`, at: new Date(Date.UTC(2026, 0, day)), ...data },
      });
    const at = { actorTenantId: north, targetTenantId: south };
    await event(2, { userId: zadie.userId, ...at });
    await event(4, { userId: yves.userId, actorTenantId: south, targetTenantId: north });
    await event(3, { userId: zadie.userId, kind: "sign_in_failed" });
    await event(3, { userId: zadie.userId, kind: "sign_in_failed", path: "/twin" });
    await event(5, { userId: zadie.userId, kind: "alert_sent" });
    await event(1, { userId: null, kind: "sign_in_failed" });
  });
  const list = async (asked: Partial<EventsAsked> = {}, slice = all) => {
    const read = await kernel.withSystem((db) =>
      listEvents(db, { kinds, search: "", person: "", ...asked }, slice),
    );
    return { ...read, paths: read.rows.map(({ path }) => path) };
  };
  const { rows, total, paths } = await list();
  expect([paths, total]).toEqual([["/4", "/twin", "/3", "/2", "/1"], 5]);
  expect(rows[3]).toMatchObject({
    person: { id: zadie.userId, name: "Zadie Quill", email: zadie.email },
    from: "North Glass",
    target: "South Glass",
  });
  expect(rows[0]).toMatchObject({ person: { id: yves.userId }, from: "South Glass", target: "North Glass" });
  expect(rows[4]).toMatchObject({ person: undefined, from: undefined, target: undefined });
  const page = await list({}, { skip: 1, take: 2 });
  expect([page.paths, page.total]).toEqual([["/twin", "/3"], 5]);
  const zadies = ["/twin", "/3", "/2"];
  for (const asked of [
    { person: zadie.userId },
    { person: zadie.userId, search: "yves" },
    { search: "zadie" },
  ])
    expect([asked, (await list(asked)).paths]).toEqual([asked, zadies]);
  for (const search of [zadie.email.toUpperCase(), "QUILL"])
    expect((await list({ search })).paths).toEqual(zadies);
  expect((await list({ search: "north" })).paths).toEqual(["/4", "/2"]);
  const { rows: slugs } = await database.admin.query("select slug from tenants where id = $1", [south]);
  expect((await list({ search: slugs[0].slug, person: "no id" })).paths).toEqual(["/4", "/2"]);
  expect((await list({ kinds: ["sign_in_failed"] })).paths).toEqual(["/twin", "/3", "/1"]);
  expect(await list({ search: "nobody" })).toMatchObject({ rows: [], total: 0 });
});

it("a shop reads its own events, the newest first, by kind and page", async () => {
  const shop = await mintTenant(kernel);
  const event = (kind: string, day: number) => ({
    tenantId: shop,
    kind,
    userId: randomUUID(),
    userName: `${kind} ${day}`,
    at: new Date(Date.UTC(2026, 0, day)),
  });
  await kernel.withSystem(async (db) => {
    for (const [kind, day] of [
      ["outside_id", 1],
      ["sign_in_failed", 3],
      ["outside_id", 2],
      ["outside_shop", 4],
    ] as const)
      await db.shopSecurityEvent.createMany({ data: [event(kind, day)] });
    await db.shopSecurityEvent.createMany({ data: [{ ...event("outside_id", 2), userName: "twin" }] });
  });
  const list = async (of: string[], slice = all) => {
    const { rows, total } = await kernel.withTenant(shop, (db) => listSecurityEvents(db, of, slice));
    return [rows.map(({ userName }) => userName), total];
  };
  expect(await list(["outside_id", "sign_in_failed"])).toEqual([
    ["sign_in_failed 3", "twin", "outside_id 2", "outside_id 1"],
    4,
  ]);
  expect(await list(["outside_id"], { skip: 1, take: 1 })).toEqual([["outside_id 2"], 3]);
});

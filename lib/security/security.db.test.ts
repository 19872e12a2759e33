import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { emailOf } from "@/lib/email";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import {
  mintCustomer,
  mintMember,
  mintTenant,
  openTestDatabase,
  type TestDatabase,
} from "@/tests/support/database";
import { systemMailsPosted } from "@/tests/support/mails";

// What is recorded, who is told what of it, and when a mail goes out: against a real Postgres.
let database: TestDatabase;
let kernel: Kernel;
let security: typeof import("./security");
const mails = async () => (await kernel.withSystem(systemMailsPosted)).map((mail) => JSON.stringify(mail));

beforeAll(async () => {
  vi.stubEnv("SECURITY_ALERT_EMAIL", "ops@bastionglass.example");
  vi.stubEnv("NEXTAUTH_URL", "https://glass.example");
  security = await import("./security");
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(async () => {
  await database.close();
  vi.unstubAllEnvs();
});
beforeEach(() => database.admin.query("delete from system_mails"));

type Person = { tenantId: TenantId; userId: string; email: string };

async function open(name = "Actor Glass"): Promise<Person> {
  const tenantId = await mintTenant(kernel, name);
  return { tenantId, ...(await mintMember(kernel, tenantId, "owner")) };
}

const asks = (person: Person, ids: string[], path = `/actor/customers/${ids[0]}`) =>
  security.recordCrossTenantIds({ path, userId: person.userId, actorTenantId: person.tenantId }, ids);

const told = (tenantId: TenantId) =>
  kernel.withTenant(tenantId, (db) => db.shopSecurityEvent.findMany({ orderBy: { id: "asc" } }));

const logged = async (userId: string, kind: string) =>
  (
    await database.admin.query("select * from security_events where user_id = $1 and kind = $2", [
      userId,
      kind,
    ])
  ).rows;

describe("who is told of an attempt at another shop", () => {
  it("the log above all shops: both shops. The actor's shop: that it happened, and not where to. The other shop: nothing", async () => {
    const [actor, target] = [await open(), await open("Target Glass")];
    const { customer } = await mintCustomer(kernel, target.tenantId);
    await asks(actor, [customer.id]);
    expect(await logged(actor.userId, "cross_tenant")).toMatchObject([
      { actor_tenant_id: actor.tenantId, target_tenant_id: target.tenantId },
    ]);
    const events = await told(actor.tenantId);
    expect(events).toMatchObject([{ kind: "outside_id", userId: actor.userId, place: "/customers/…" }]);
    const seen = JSON.stringify(events);
    for (const secret of [target.tenantId, customer.id, "Target Glass"]) expect(seen).not.toContain(secret);
    expect(await told(target.tenantId)).toEqual([]);
  });

  it("an id that never was is told in the same words, so that the log tells nobody what exists elsewhere", async () => {
    const [actor, target] = [await open(), await open()];
    const { customer } = await mintCustomer(kernel, target.tenantId);
    await asks(actor, [customer.id]);
    await asks(actor, [randomUUID()]);
    const [theirs, never] = (await told(actor.tenantId)).map(({ id, at, ...event }) => event);
    expect(theirs).toEqual(never);
    expect(await logged(actor.userId, "cross_tenant")).toHaveLength(1);
  });

  it("an id behind any number of others is found, rows that all shops share are no shop's, and a guest is noted without a person", async () => {
    const [actor, target] = [await open(), await open()];
    const { customer } = await mintCustomer(kernel, target.tenantId);
    const [shared] = (await database.admin.query("select id from parts where tenant_id is null limit 1"))
      .rows;
    await asks(
      actor,
      [...Array.from({ length: 300 }, () => randomUUID()), shared.id, customer.id],
      "/actor/x",
    );
    expect(await logged(actor.userId, "cross_tenant")).toMatchObject([
      { target_tenant_id: target.tenantId, detail: { id: customer.id } },
    ]);
    await security.recordCrossTenantIds({ path: "/quote/x", actorTenantId: actor.tenantId }, [customer.id]);
    const guests = await database.admin.query(
      "select target_tenant_id from security_events where user_id is null and actor_tenant_id = $1",
      [actor.tenantId],
    );
    expect(guests.rows).toEqual([{ target_tenant_id: target.tenantId }]);
    expect(await told(actor.tenantId)).toHaveLength(1);
  });

  it("a path in a shop's own log shows no id, however it is written", async () => {
    const actor = await open();
    const id = randomUUID();
    const encoded = [...id].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
    await asks(actor, [id], `/actor/jobs/${encoded}/${id.toUpperCase()}?x=${id}`);
    await asks(actor, [id], "/actor/jobs/%E0%A4%A");
    expect((await told(actor.tenantId)).map(({ place }) => place)).toEqual(["/jobs/…/…", "/jobs/%E0%A4%A"]);
  });

  it("the address of a shop that is there, and of one that never was, are told alike to every shop of the person", async () => {
    const actor = await open();
    const second = await mintTenant(kernel);
    await kernel.withSystem((db) =>
      db.membership.create({ data: { tenantId: second, userId: actor.userId, role: "counter" } }),
    );
    const target = await kernel.withSystem((db) =>
      db.tenant.create({ data: { slug: `t-${randomUUID().slice(0, 8)}`, name: "Target" } }),
    );
    for (const slug of [target.slug, "never-was"])
      await security.recordCrossTenantSlug({ path: `/${slug}`, userId: actor.userId }, slug);
    for (const shop of [actor.tenantId, second]) {
      const events = (await told(shop)).map(({ kind, place }) => ({ kind, place }));
      expect(events).toEqual(Array(2).fill({ kind: "outside_shop", place: "" }));
    }
    expect(await logged(actor.userId, "cross_tenant")).toHaveLength(1);
  });

  it("a shop can't add to its log, change it or take from it", async () => {
    const actor = await open();
    await asks(actor, [randomUUID()]);
    await expect(
      kernel.withTenant(
        actor.tenantId,
        (db) =>
          db.$executeRaw`insert into shop_security_events (id, kind, user_id, user_name) values (gen_random_uuid(), 'x', gen_random_uuid(), 'x')`,
      ),
    ).rejects.toThrow();
    for (const change of ["update shop_security_events set kind = 'x'", "delete from shop_security_events"])
      await expect(
        kernel.withTenant(actor.tenantId, (db) =>
          db.$executeRaw(Object.assign([change], { raw: [change] }) as never),
        ),
      ).rejects.toThrow("permission denied");
    expect(await told(actor.tenantId)).toMatchObject([{ kind: "outside_id" }]);
    await expect(
      kernel.withTenant(actor.tenantId, (db) =>
        db.shopSecurityEvent.create({ data: { kind: "x", userId: actor.userId, userName: "x" } }),
      ),
    ).rejects.toMatchObject({ name: "Unscopable" });
  });
});

describe("failed sign-ins", () => {
  it("are told to the shops of the account, by its name; an unknown address to nobody", async () => {
    const person = await open();
    await security.recordFailedSignIn("sign_in_failed", emailOf(` ${person.email.toUpperCase()}`));
    expect(await told(person.tenantId)).toMatchObject([{ kind: "sign_in_failed", userName: "Test owner" }]);
    expect(await logged(person.userId, "sign_in_failed")).toHaveLength(1);
    await security.recordFailedSignIn("sign_in_failed", emailOf(`${randomUUID()}@nobody.example`));
    expect(await told(person.tenantId)).toHaveLength(1);
  });
});

describe("alerts", () => {
  it("the fifth attempt sends one mail with shop names and counts, and no name, address or id of a row", async () => {
    const [actor, target] = [await open(), await open("Target Glass")];
    const { customer } = await mintCustomer(kernel, target.tenantId, "Ann Secret");
    for (let tries = 0; tries < 4; tries++) await asks(actor, [customer.id]);
    expect(await mails()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => asks(actor, [customer.id])));
    expect(await mails()).toHaveLength(1);
    expect((await mails())[0]).toContain('"to":"ops@bastionglass.example"');
    expect((await mails())[0]).toMatch(/Works in: Actor Glass/);
    expect((await mails())[0]).toMatch(/Asked for: Target Glass, [567] times/);
    expect((await mails())[0]).toContain(`https://glass.example/platform/security?person=${actor.userId}`);
    for (const secret of [actor.email, "Test owner", "Ann Secret", customer.id])
      expect((await mails())[0]).not.toContain(secret);
    expect(await logged(actor.userId, "alert_sent")).toHaveLength(1);
  });

  it("twenty failed sign-ins on one account send one, and the next comes after an hour", async () => {
    const person = await open();
    for (let tries = 0; tries < 25; tries++)
      await security.recordFailedSignIn(
        tries < 8 ? "sign_in_failed" : "sign_in_throttled",
        emailOf(person.email),
      );
    expect(await mails()).toHaveLength(1);
    await database.admin.query(
      "update security_events set at = at - interval '61 minutes' where user_id = $1 and kind = 'alert_sent'",
      [person.userId],
    );
    await security.recordFailedSignIn("sign_in_failed", emailOf(person.email));
    expect(await mails()).toHaveLength(2);
  });

  it("attempts that are spread over hours, and ids that never were, send none", async () => {
    const [actor, target] = [await open(), await open()];
    const { customer } = await mintCustomer(kernel, target.tenantId);
    for (let tries = 0; tries < 4; tries++) await asks(actor, [customer.id]);
    await database.admin.query(
      "update security_events set at = at - interval '16 minutes' where user_id = $1",
      [actor.userId],
    );
    await asks(actor, [customer.id]);
    for (let tries = 0; tries < 6; tries++) await asks(actor, [randomUUID()]);
    expect(await mails()).toEqual([]);
  });
});

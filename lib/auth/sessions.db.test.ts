import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countQueries } from "@/tests/support/count-queries";
import { mintMember, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import type { Kernel } from "../tenancy/kernel";

// A session is a row: it ends by itself, by sign-out, and with its person, whatever a cookie says.
let database: TestDatabase;
let kernel: Kernel;
let sessions: typeof import("./sessions");
let personOf: typeof import("./identity").personOf;

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  sessions = await import("./sessions");
  ({ personOf } = await import("./identity"));
});
afterAll(() => database.close());

const from = { address: "203.0.113.7", userAgent: "Browser" };

async function signedIn() {
  const tenantId = await mintTenant(kernel);
  const { userId } = await mintMember(kernel, tenantId, "owner");
  return { tenantId, userId, session: await sessions.openSession(userId, from) };
}
const age = (session: string, column: "created_at" | "last_seen_at", span: string) =>
  database.admin.query(`update sessions set ${column} = now() - $2::interval where id = $1`, [session, span]);
const row = async (session: string) =>
  (
    await database.admin.query(
      "select *, extract(epoch from now() - last_seen_at)::int as idle from sessions where id = $1",
      [session],
    )
  ).rows[0];

it("says who and where from, and opens their shops", async () => {
  const { tenantId, userId, session } = await signedIn();
  expect(await personOf(session)).toMatchObject({ userId, places: [{ tenantId, role: "owner" }] });
  expect(await row(session)).toMatchObject({
    user_id: userId,
    address: from.address,
    user_agent: from.userAgent,
  });
});

it("ends after twelve hours that nobody used it, and after seven days in any case", async () => {
  const { session } = await signedIn();
  await age(session, "last_seen_at", "11 hours 59 minutes");
  expect(await personOf(session)).not.toBeNull();
  await age(session, "created_at", "6 days 23 hours 59 minutes");
  expect(await personOf(session)).not.toBeNull();
  await age(session, "created_at", "7 days 1 minute");
  expect(await personOf(session)).toBeNull();

  const idle = (await signedIn()).session;
  await age(idle, "last_seen_at", "12 hours 1 minute");
  expect(await personOf(idle)).toBeNull();
  // Having been asked for, it is no younger.
  expect(await personOf(idle)).toBeNull();
});

it("is seen at most once a minute, whoever asks at once", async () => {
  const { session } = await signedIn();
  await age(session, "last_seen_at", "30 seconds");
  await personOf(session);
  expect((await row(session)).idle).toBeGreaterThanOrEqual(30);
  await age(session, "last_seen_at", "2 hours");
  expect(await Promise.all([1, 2, 3].map(() => personOf(session)))).not.toContain(null);
  expect((await row(session)).idle).toBeLessThan(3600);
});

it("ended by sign-out it is nobody's; others of the same person go on", async () => {
  const { userId, session } = await signedIn();
  const other = await sessions.openSession(userId, from);
  await sessions.endSession(session);
  expect(await personOf(session)).toBeNull();
  expect(await personOf(other)).toMatchObject({ userId });
  await sessions.endSession(session);
});

it("of nobody, or of somebody who is gone, it opens nothing", async () => {
  expect(await personOf(randomUUID())).toBeNull();
  const tenantId = await mintTenant(kernel);
  const { userId } = await mintMember(kernel, tenantId, "owner");
  const session = await sessions.openSession(userId, from);
  await database.admin.query("delete from memberships where user_id = $1", [userId]);
  expect(await personOf(session)).toMatchObject({ places: [] });
  await database.admin.query("delete from users where id = $1", [userId]);
  expect(await personOf(session)).toBeNull();
});

it("that has ended is swept out by the next sign-in", async () => {
  const [idle, old, alive] = [await signedIn(), await signedIn(), await signedIn()];
  await age(idle.session, "last_seen_at", "13 hours");
  await age(old.session, "created_at", "8 days");
  await signedIn();
  expect([await row(idle.session), await row(old.session)]).toEqual([undefined, undefined]);
  expect(await row(alive.session)).toBeDefined();
});

it("no shop reads or writes it, by Prisma or SQL", async () => {
  const { tenantId, session } = await signedIn();
  await kernel.withTenant(tenantId, async (db) => {
    expect(await db.$queryRaw`select id from sessions`).toEqual([]);
    expect(await db.$executeRaw`delete from sessions`).toBe(0);
    expect(["membership" in db, "session" in db]).toEqual([true, false]);
    await expect(
      db.membership.findMany({ include: { user: { include: { sessions: true } } } }),
    ).rejects.toMatchObject({ name: "Unscopable" });
  });
  expect(await row(session)).toBeDefined();
});

it("person, shops, roles and flags are one query", async () => {
  const { session } = await signedIn();
  expect(await countQueries(() => personOf(session))).toBe(1);
});

it("the database takes no e-mail in another writing", async () => {
  const insert = (email: string) =>
    database.admin.query("insert into users (id, email, name) values (gen_random_uuid(), $1, 'x')", [email]);
  const short = randomUUID();
  for (const email of [
    `A${short}@x.example`,
    ` ${short}@x.example`,
    `${short}@x.example\t`,
    `\ufeff${short}@x.example`,
    `ä${short}@x.example`,
    short,
    `${short}@@x.example`,
  ])
    await expect(insert(email)).rejects.toMatchObject({ constraint: "users_email_canonical" });
  await insert(`${short}@x.example`);
});

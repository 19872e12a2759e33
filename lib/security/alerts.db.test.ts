import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintMember, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { systemMailsPosted } from "@/tests/support/mails";
import { meet } from "@/tests/support/meet";

// The limits of an alert, exactly: one less is silence.
vi.stubEnv("SECURITY_ALERT_EMAIL", "ops@bastionglass.example");
vi.stubEnv("NEXTAUTH_URL", "https://glass.example");
const { alertOnRepeats } = await import("./alerts");

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  vi.stubEnv("DATABASE_URL", database.appUrl);
  kernel = database.open();
});
afterAll(() => database.close());
beforeEach(() => database.admin.query("delete from system_mails"));
const sent = () => kernel.withSystem(systemMailsPosted);

type Person = Awaited<ReturnType<typeof open>>;
async function open() {
  const shop: TenantId = await mintTenant(kernel, "Actor Glass");
  return { shop, ...(await mintMember(kernel, shop, "owner")) };
}
const MINUTE = 60_000;
const note = (userId: string, kind: string, minutesAgo: number, more: object = {}) =>
  kernel.withSystem((db) =>
    db.securityEvent.create({
      data: { userId, kind, path: "/x", at: new Date(Date.now() - minutesAgo * MINUTE), ...more },
    }),
  );
const times = async (count: number, run: () => Promise<unknown>) => {
  for (let time = 0; time < count; time++) await run();
};
const attempts = ({ userId }: Person, count: number, minutesAgo = 0, more = {}) =>
  times(count, () => note(userId, "cross_tenant", minutesAgo, more));

it("the fifth attempt is told, and not the fourth; with whom they work for, whom they asked for and how often", async () => {
  const [person, north, south] = [
    await open(),
    await mintTenant(kernel, "North Glass"),
    await mintTenant(kernel, "South Glass"),
  ];
  await attempts(person, 3, 14, { targetTenantId: north });
  await attempts(person, 1, 0, { targetTenantId: south });
  await attempts(person, 9, 16);
  await times(9, () => note(person.userId, "sign_in_failed", 0));
  await alertOnRepeats("cross_tenant", person.userId);
  expect(await sent()).toEqual([]);
  await attempts(person, 1);
  await alertOnRepeats("cross_tenant", person.userId);
  const what = "one person asked 5 times for what belongs to shops they do not work in";
  expect(await sent()).toEqual([
    {
      to: "ops@bastionglass.example",
      subject: `BastionGlass: ${what}`,
      text: expect.stringContaining(
        `Person: ${person.userId}\nWorks in: Actor Glass\nAsked for: North Glass, 3 times\nAsked for: South Glass, 1 times\n`,
      ),
      from: "",
      replyTo: "",
    },
  ]);
  expect((await sent())[0]?.text).toContain(
    `https://glass.example/platform/security?person=${person.userId}`,
  );
  await alertOnRepeats("cross_tenant", person.userId);
  expect(await sent()).toHaveLength(1);
});

it("the twentieth failed sign-in is told, held ones counted, and not the nineteenth; the person of no shop works in none", async () => {
  const { id: userId } = await kernel.withSystem((db) =>
    db.user.create({ data: { email: `${crypto.randomUUID()}@test.example`, name: "Nobody's" } }),
  );
  await times(10, () => note(userId, "sign_in_failed", 1));
  await times(9, () => note(userId, "sign_in_throttled", 1));
  await times(9, () => note(userId, "cross_tenant", 1));
  await alertOnRepeats("sign_in", userId);
  expect(await sent()).toEqual([]);
  await note(userId, "sign_in_failed", 1);
  await alertOnRepeats("sign_in", userId);
  expect(await sent()).toMatchObject([{ subject: "BastionGlass: sign-in failed 20 times on one account" }]);
  expect((await sent())[0]?.text).toContain("Works in: no shop");
});

it("is told again after an hour, and each kind by itself", async () => {
  const person = await open();
  await attempts(person, 5);
  const before = (about: string, minutesAgo: number) =>
    note(person.userId, "alert_sent", minutesAgo, { detail: { about, times: 5 } });
  await before("sign_in", 1);
  await before("cross_tenant", 61);
  await alertOnRepeats("cross_tenant", person.userId);
  expect(await sent()).toHaveLength(1);
  const another = await open();
  await attempts(another, 5);
  await note(another.userId, "alert_sent", 59, { detail: { about: "cross_tenant", times: 5 } });
  await alertOnRepeats("cross_tenant", another.userId);
  expect(await sent()).toHaveLength(1);
});

it("waits for another that is being decided on the same person", async () => {
  const person = await open();
  await attempts(person, 5);
  const key = `alert:cross_tenant:${person.userId}`;
  const { waited } = await meet(
    kernel.withSystem,
    (db) => db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`,
    () => alertOnRepeats("cross_tenant", person.userId),
  );
  expect([waited, (await sent()).length]).toEqual([true, 1]);
});

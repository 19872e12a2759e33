import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Email } from "@/lib/email";
import { openTestDatabase, type TestDatabase } from "@/tests/support/database";

// Tries are counted in the database, by account and address together: what nobody does to another's sign-in.
let database: TestDatabase;
let throttle: typeof import("./throttle");
beforeAll(async () => {
  database = await openTestDatabase();
  throttle = await import("./throttle");
});
afterAll(() => database.close());

const anEmail = () => `${randomUUID()}@test.example` as Email;
const anAddress = () => randomUUID();
const tries = async (email: Email | null, address: string, times: number) => {
  let last = true;
  for (let tried = 0; tried < times; tried++) last = await throttle.mayTry(email, address);
  return last;
};

it("eight tries on an account from one address are let through, the ninth is not; from elsewhere the account is open", async () => {
  const [email, thief] = [anEmail(), anAddress()];
  expect(await tries(email, thief, 8)).toBe(true);
  expect(await throttle.mayTry(email, thief)).toBe(false);
  expect(await throttle.mayTry(anEmail(), thief)).toBe(true);
  expect(await throttle.mayTry(email, anAddress())).toBe(true);
});

it("sixty tries from one address are let through, whatever they name", async () => {
  const thief = anAddress();
  expect(await tries(null, thief, 60)).toBe(true);
  expect(await throttle.mayTry(anEmail(), thief)).toBe(false);
  expect(await throttle.mayTry(null, thief)).toBe(false);
});

it("a right password gives its account and address their tries back, and nobody else's", async () => {
  const [email, home, thief] = [anEmail(), anAddress(), anAddress()];
  await tries(email, home, 8);
  await tries(email, thief, 8);
  await throttle.forgetTries(email, home);
  expect(await throttle.mayTry(email, home)).toBe(true);
  expect(await throttle.mayTry(email, thief)).toBe(false);
}, 300_000);

it("a sign-in sweeps out the counts that are over, and no others", async () => {
  const [email, home] = [anEmail(), anAddress()];
  await tries(email, home, 8);
  await database.admin.query("insert into rate_limits values ('over', 1, $1)", [Date.now() - 1]);
  await throttle.forgetTries(anEmail(), anAddress());
  const { rows } = await database.admin.query("select from rate_limits where key = 'over'");
  expect(rows).toEqual([]);
  expect(await throttle.mayTry(email, home)).toBe(false);
});

it("an account that is tried often answers later and later, and never not at all", () => {
  expect([1, 8, 9, 10, 11, 12, 13].map(throttle.waitAfter)).toEqual([0, 0, 250, 500, 1000, 2000, 4000]);
  expect(throttle.waitAfter(1_000_000)).toBe(4000);
});

import { expect, test } from "@playwright/test";
import { ask, openShop } from "../support/database";
import { trySignIn } from "../support/try-sign-in";

// How often a password may be tried: by account and address together, and by address; never so that somebody else is kept out.
const RIGHT = "demo-glass";
const addresses = Array.from(
  { length: 200 },
  (_, index) => `127.9.${Math.floor(Math.random() * 250)}.${index + 1}`,
);
const anAddress = () => addresses.pop() ?? "";

/** One e-mail as browsers, phones and programs write it. */
const writings = (email: string) => [
  email.toUpperCase(),
  ` ${email}`,
  `${email}\t`,
  `\u00a0${email}`,
  `\ufeff${email}`,
  `${email}\u200b`,
  `\u2003${email}\u3000`,
  `${email}\r\n`,
  `\u2060${email}\u00ad`,
];

test("one e-mail however it is written: nine wrong passwords lock it, and each writing opens with the right one", async () => {
  const shop = await openShop("counter");
  const [thief, owner] = [anAddress(), anAddress()];
  for (const writing of writings(shop.email)) expect(await trySignIn(thief, writing, "wrong")).toBe(401);
  for (const writing of [shop.email, ...writings(shop.email)])
    expect(await trySignIn(thief, writing, RIGHT), JSON.stringify(writing)).toBe(401);
  for (const writing of writings(shop.email))
    expect(await trySignIn(owner, writing, RIGHT), JSON.stringify(writing)).toBe(200);
  const known = await ask(
    "select from security_events where kind like 'sign_in%' and user_id = (select id from users where email = $1)",
    [shop.email],
  );
  await expect.poll(() => known.length).toBeGreaterThan(8);
});

test("what a client says of its address counts for nothing where no proxy of ours stands before the app", async () => {
  const shop = await openShop("counter");
  const from = anAddress();
  for (let tries = 0; tries < 9; tries++) {
    const forged = {
      "x-forwarded-for": `203.0.113.${tries}`,
      "x-real-ip": `203.0.113.${tries}`,
      "x-bastion-peer": `203.0.113.${tries}`,
    };
    expect(await trySignIn(from, shop.email, "wrong", forged)).toBe(401);
  }
  const forged = { "x-forwarded-for": "203.0.113.99", "x-bastion-peer": "203.0.113.99" };
  expect(await trySignIn(from, shop.email, RIGHT, forged)).toBe(401);
});

test("nobody keeps another out by trying their address, from however many places", async () => {
  test.setTimeout(300_000);
  const shop = await openShop("counter");
  const owner = anAddress();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const from = anAddress();
      for (let tries = 0; tries < 9; tries++) await trySignIn(from, shop.email, "wrong");
    }),
  );
  expect(await trySignIn(owner, shop.email, RIGHT)).toBe(200);
});

test("one address may not try account after account", async () => {
  test.setTimeout(300_000);
  const shop = await openShop("counter");
  const from = anAddress();
  for (let tries = 0; tries < 61; tries++) await trySignIn(from, `nobody${tries}@e2e.example`, "wrong");
  expect(await trySignIn(from, shop.email, RIGHT)).toBe(401);
  expect(await trySignIn(anAddress(), shop.email, RIGHT)).toBe(200);
});

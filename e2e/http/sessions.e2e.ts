import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { decode, encode } from "next-auth/jwt";
import { ask, openShop, type Shop } from "../support/database";
import { visitor } from "../support/session";

// The cookie is sealed with the server's secret. Whatever else a browser sends there is no session: sign-in, 401, nothing.
const COOKIE = "next-auth.session-token";
const secret = process.env.NEXTAUTH_SECRET ?? "";

let shop: Shop;
let userId: string;
let real: string;
/** What the real cookie holds: the id of a session that is alive. */
let sealed: { session: string };

test.beforeAll(async () => {
  shop = await openShop("owner");
  const [user] = await ask<{ id: string }>("select id from users where email = $1", [shop.email]);
  userId = user?.id ?? "";
  const member = await visitor(shop.email);
  real = (await member.storageState()).cookies.find(({ name }) => name === COOKIE)?.value ?? "";
  sealed = { session: String((await decode({ token: real, secret }))?.session) };
  await member.dispose();
});

async function withCookie<T>(
  value: string,
  use: (context: APIRequestContext) => Promise<T>,
  name = COOKIE,
): Promise<T> {
  const context = await request.newContext({
    baseURL: process.env.E2E_BASE_URL,
    maxRedirects: 0,
    extraHTTPHeaders: { cookie: `${name}=${value}` },
  });
  return use(context).finally(() => context.dispose());
}

/** What the cookie opens. */
const opened = (value: string, name?: string) =>
  withCookie(
    value,
    async (context) => ({
      page: (await context.get(`/${shop.slug}/customers`)).status(),
      route: (await context.get(`/${shop.slug}/customers/search?q=a`)).status(),
      session: await (await context.get("/api/auth/session")).json(),
    }),
    name,
  );
const nothing = { page: 307, route: 401, session: {} };

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Flips one character of one of the five parts of the sealed cookie. */
function tampered(part: number): string {
  const parts = real.split(".");
  const text = parts[part] ?? "";
  const at = Math.floor(text.length / 2);
  parts[part] = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
  return parts.join(".");
}

test("the cookie that the server made opens the shop", async () => {
  expect(await opened(real)).toMatchObject({ page: 200, route: 200, session: { user: { id: userId } } });
});

test("a cookie changed in any of its parts opens nothing", async () => {
  for (const part of [0, 2, 3, 4]) expect(await opened(tampered(part)), `part ${part}`).toEqual(nothing);
  expect(await opened(real.slice(0, -3))).toEqual(nothing);
});

test("a cookie sealed with another key opens nothing", async () => {
  expect(await opened(await encode({ token: sealed, secret: randomUUID() }))).toEqual(nothing);
  expect(await opened(await encode({ token: sealed, secret, salt: "other" }))).toEqual(nothing);
});

test("a cookie past its time opens nothing", async () => {
  expect(await opened(await encode({ token: sealed, secret, maxAge: -60 }))).toEqual(nothing);
});

test("a token that is only signed, or not at all, opens nothing", async () => {
  const claims = { ...sealed, exp: Math.floor(Date.now() / 1000) + 3600 };
  for (const alg of ["none", "HS256"])
    expect(await opened(`${base64({ alg, typ: "JWT" })}.${base64(claims)}.`), alg).toEqual(nothing);
  expect(await opened(base64(claims))).toEqual(nothing);
});

test("a cookie of no session opens nothing: none, an ended one, a person's id as before there were sessions, what is no id", async () => {
  for (const token of [
    {},
    { session: randomUUID() },
    { sub: userId },
    { session: userId },
    { session: "x' or true" },
  ])
    expect(await opened(await encode({ token, secret })), JSON.stringify(token)).toEqual(nothing);
});

test("a session that nobody used for twelve hours, or that is seven days old, opens nothing", async () => {
  for (const column of ["last_seen_at", "created_at"]) {
    const member = await visitor(shop.email);
    const copy = (await member.storageState()).cookies.find(({ name }) => name === COOKIE)?.value ?? "";
    const { session } = (await decode({ token: copy, secret })) ?? {};
    await ask(`update sessions set ${column} = now() - $2::interval where id = $1`, [
      session,
      column === "created_at" ? "169 hours" : "13 hours",
    ]);
    expect(await opened(copy), column).toEqual(nothing);
    await member.dispose();
  }
});

test("what a token says beside the session counts for nothing", async () => {
  const other = await openShop("owner");
  const claims = {
    ...sealed,
    sub: other.id,
    tenantId: other.id,
    slug: other.slug,
    role: "owner",
    systemAdmin: true,
  };
  await withCookie(await encode({ token: claims, secret }), async (context) => {
    expect((await context.get(`/${other.slug}`)).status()).toBe(404);
    expect((await context.get("/platform/security")).status()).toBe(404);
    expect((await context.get(`/${shop.slug}`)).status()).toBe(200);
  });
});

test("a cookie under the name for https is none over http", async () => {
  expect(await opened(real, `__Secure-${COOKIE}`)).toEqual(nothing);
});

test("the cookie is out of scripts' reach and stays with our own pages", async () => {
  const member = await visitor(shop.email);
  const cookie = (await member.storageState()).cookies.find(({ name }) => name === COOKIE);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await member.dispose();
});

test("signing out ends the session for whoever holds a copy of the cookie, also when only the cookie is sent", async () => {
  for (const csrf of [true, false]) {
    const member = await visitor(shop.email);
    const copy = (await member.storageState()).cookies.find(({ name }) => name === COOKIE)?.value ?? "";
    expect((await opened(copy)).page).toBe(200);
    const { csrfToken } = await (await member.get("/api/auth/csrf")).json();
    await member.post("/api/auth/signout", { form: csrf ? { csrfToken, json: "true" } : {} });
    expect(await opened(copy), `with a token: ${csrf}`).toEqual(nothing);
    await member.dispose();
  }
});

test("asking for the session makes no new cookie", async () => {
  const member = await visitor(shop.email);
  for (const method of ["GET", "POST"]) {
    const answer = await member.fetch("/api/auth/session", { method });
    expect(answer.headers()["set-cookie"] ?? "", method).not.toContain(COOKIE);
  }
  await member.dispose();
});

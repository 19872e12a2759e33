import { createServer } from "node:http";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { ask, openShop, type Shop } from "../support/database";
import { visitor } from "../support/session";
import { serverActions } from "../support/surface";
import { universalForm } from "../support/universal-form";

// Another site's page can make a browser send requests. What would change something is refused from there.
const evil = "https://evil.example";
const ours = new URL(process.env.E2E_BASE_URL ?? "").origin;

let shop: Shop;
let member: APIRequestContext;
test.beforeAll(async () => {
  shop = await openShop("owner");
  member = await visitor(shop.email);
});
test.afterAll(() => member.dispose());

const customers = async () => (await ask("select from customers where tenant_id = $1", [shop.id])).length;

/** Adds a customer as the page's form would, with headers of choice. */
async function addCustomer(headers: Record<string, string>) {
  const { id = "" } = serverActions().find(({ name }) => name === "addCustomer") ?? {};
  const multipart = new FormData();
  for (const [name, value] of Object.entries(universalForm("addCustomer")))
    multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify([shop.slug, null, "$K1"]));
  return member.post(`/${shop.slug}/customers/new`, {
    headers: { "next-action": id, ...headers },
    multipart,
  });
}

test("an action from another site's page does nothing", async () => {
  for (const origin of [evil, "null", `${ours}.evil.example`, ours.replace(/\d+$/, "1")]) {
    const answer = await addCustomer({ origin });
    expect(answer.status(), origin).toBe(403);
    expect(await answer.text(), origin).toBe("");
  }
  expect(await customers()).toBe(0);
  expect((await addCustomer({ origin: ours })).status()).toBeLessThan(400);
  expect(await customers()).toBe(1);
});

test("an action that the browser says another site's page sent does nothing, with an origin or without", async () => {
  const before = await customers();
  for (const site of ["cross-site", "same-site"]) {
    for (const headers of [{}, { origin: ours }] as Record<string, string>[]) {
      const answer = await addCustomer({ "sec-fetch-site": site, ...headers });
      expect(answer.status(), `${site} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  expect(await customers()).toBe(before);
  expect((await addCustomer({ "sec-fetch-site": "same-origin", origin: ours })).status()).toBeLessThan(400);
  expect(await customers()).toBe(before + 1);
});

test("the server goes where no header sends it", async () => {
  const visits: string[] = [];
  const lure = createServer((request, response) => {
    visits.push(`${request.method} ${request.url} ${request.headers.cookie ?? ""}`);
    response.end();
  });
  await new Promise<void>((resolve) => lure.listen(0, "127.0.0.1", resolve));
  const { port } = lure.address() as { port: number };
  const host = `127.0.0.1:${port}`;
  const answer = await addCustomer({ origin: `http://${host}`, "x-forwarded-host": host });
  expect(answer.headers().location ?? "").not.toContain(host);
  expect(answer.headers()["x-action-redirect"] ?? "").not.toContain(host);
  for (const path of [`/${shop.slug}`, "/sign-in", "/api/auth/signin", "/shops"]) {
    const asked = await member.get(path, {
      headers: { "x-forwarded-host": host, "x-forwarded-proto": "http" },
    });
    expect(asked.headers().location ?? "", path).not.toContain(host);
    expect(await asked.text(), path).not.toContain(host);
  }
  await new Promise((resolve) => lure.close(resolve));
  expect(visits).toEqual([]);
});

test("signing in and out is refused from another site's page", async () => {
  const { csrfToken } = await (await member.get("/api/auth/csrf")).json();
  const credentials = { csrfToken, email: shop.email, password: "demo-glass", json: "true" };
  for (const path of [
    "/api/auth/callback/credentials",
    "/api/auth/signout",
    "/api/auth/signin/credentials",
  ]) {
    for (const headers of [{ origin: evil }, { origin: "null" }]) {
      const answer = await member.post(path, { form: credentials, headers });
      expect(answer.status(), path).toBe(403);
      expect(answer.headers()["set-cookie"], path).toBeUndefined();
    }
    const quiet = await member.post(path, { form: credentials, headers: { "sec-fetch-site": "cross-site" } });
    expect(quiet.status(), path).toBe(403);
  }
  expect((await member.get(`/${shop.slug}`)).status()).toBe(200);
});

test("signing in needs the token that our own page was given", async () => {
  const guest = await visitor();
  for (const csrfToken of ["", "0".repeat(64)]) {
    const form = { csrfToken, email: shop.email, password: "demo-glass", json: "true" };
    await guest.post("/api/auth/callback/credentials", { form });
    expect(await (await guest.get("/api/auth/session")).json()).toEqual({});
  }
  await guest.dispose();
});

test("no part of sign-in leads to another site", async () => {
  const guest = await visitor();
  for (const path of ["signin", "signout", "callback/credentials", "error", "verify-request"]) {
    const answer = await guest.get(`/api/auth/${path}?callbackUrl=${encodeURIComponent(evil)}`);
    expect(answer.headers().location ?? "", path).not.toMatch(/^https:\/\/evil|^\/\/evil/);
    const kept = answer.headers()["set-cookie"] ?? "";
    expect(decodeURIComponent(kept), path).not.toContain("evil.example");
  }
  await guest.dispose();
});

const away = [
  evil,
  "//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  `${ours}@evil.example`,
  `${ours}.evil.example/`,
  "/\u00a0/evil.example",
];

test("the way on after sign-in never leaves the site, however it is written", async () => {
  for (const next of away) {
    const { location = "/" } = (await member.get(`/sign-in?next=${encodeURIComponent(next)}`)).headers();
    expect(new URL(location, ours).origin, JSON.stringify(next)).toBe(ours);
  }
  const raw = await member.get("/sign-in?next=/%09/evil.example");
  expect(new URL(raw.headers().location ?? "/", ours).origin).toBe(ours);
  const inside = `/${shop.slug}/customers?q=a%2Fb&page=2`;
  const { location } = (await member.get(`/sign-in?next=${encodeURIComponent(inside)}`)).headers();
  expect(location).toBe(inside);
});

test("next-auth's own way on never leaves the site either", async () => {
  const guest = await visitor();
  const { csrfToken } = await (await guest.get("/api/auth/csrf")).json();
  for (const callbackUrl of away) {
    const answer = await guest.post("/api/auth/signout", { form: { csrfToken, callbackUrl, json: "true" } });
    const { url } = await answer.json();
    expect(new URL(url, ours).origin, JSON.stringify(callbackUrl)).toBe(ours);
  }
  await guest.dispose();
});

test("a page of another site may neither read answers nor ask to", async () => {
  for (const path of [`/${shop.slug}/customers/search?q=a`, `/${shop.slug}`, "/api/auth/session"]) {
    const answer = await member.get(path, { headers: { origin: evil } });
    expect(answer.headers()["access-control-allow-origin"], path).toBeUndefined();
    const asked = { origin: evil, "access-control-request-method": "POST" };
    const preflight = await member.fetch(path, { method: "OPTIONS", headers: asked });
    expect(preflight.headers()["access-control-allow-origin"], path).toBeUndefined();
  }
});

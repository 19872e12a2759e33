import { createHash } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { furnish, idsOf, openShop, type Shop } from "../support/database";
import { signIn, visitor } from "../support/session";
import { fill, pages, routes, shoplessPages } from "../support/surface";

// What every answer says to the browser: what it may run, who may frame it, that nobody keeps it.
const everywhere = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
};

let shop: Shop;
let member: APIRequestContext;
let ids: Record<string, string>;

test.beforeAll(async () => {
  shop = await openShop("owner");
  await furnish(shop.id);
  ids = await idsOf(shop.id);
  member = await visitor(shop.email);
});
test.afterAll(() => member.dispose());

const inShop = (path: string) => `/${shop.slug}/${fill(path, ids)}`.replace(/\/$/, "");
const asked = (route: string) => `${inShop(route)}?q=a&vin=1HGCM82633A004352`;

/** The payload of a page, for the router: asked for, and ahead of being asked for. Next.js first leads to an address of its own. */
const payloads: Record<string, string>[] = [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];

const policyOf = (answer: APIResponse) => answer.headers()["content-security-policy"] ?? "";
const rule = (policy: string, name: string) => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1] ?? "";
const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";

async function expectHeaders(answer: APIResponse) {
  expect(answer.headers()).toMatchObject(everywhere);
  expect(answer.headers()["x-powered-by"]).toBeUndefined();
  // Over plain http a browser must not be told to use https alone.
  expect(answer.headers()["strict-transport-security"]).toBeUndefined();
  const policy = policyOf(answer);
  expect(rule(policy, "script-src")).not.toMatch(/unsafe-|self|https?:|\*/);
  for (const name of ["frame-ancestors", "base-uri"]) expect(rule(policy, name)).toBe("'none'");
  // Chrome's viewer is a plugin to the policy of the PDF that it shows.
  expect(rule(policy, "object-src")).toBe(answer.url().split("?")[0]?.endsWith("/pdf") ? "" : "'none'");
  return policy;
}

/** Every inline script of a page carries the nonce of this very answer, or is one whose hash the policy names. */
function expectKnownScripts(html: string, policy: string) {
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes = "", text = ""] of scripts) {
    const hash = createHash("sha256").update(text).digest("base64");
    const known = attributes.includes(`nonce="${nonceOf(policy)}"`) || policy.includes(`'sha256-${hash}'`);
    expect(known, `a script of unknown origin: ${attributes} ${text.slice(0, 80)}`).toBe(true);
  }
}

function expectUnkept(answer: APIResponse) {
  expect(answer.headers()["cache-control"]).toMatch(/private/);
  expect(answer.headers()["cache-control"]).toMatch(/no-store/);
}

for (const page of pages) {
  test(`page /${page} runs its own scripts alone, and nobody keeps it`, async () => {
    const answer = await member.get(inShop(page));
    expectKnownScripts(await answer.text(), await expectHeaders(answer));
    expectUnkept(answer);
    for (const asking of payloads) {
      const payload = await member.get(inShop(page), { headers: asking, maxRedirects: 1 });
      expect(payload.headers()["content-type"]).toBe("text/x-component");
      await expectHeaders(payload);
      expectUnkept(payload);
    }
  });
}

for (const route of routes) {
  test(`route /${route} is kept by nobody`, async () => {
    const answer = await member.get(asked(route));
    await expectHeaders(answer);
    // A picture's address changes with it: the member's own browser may keep it for a while.
    if (answer.headers()["content-type"]?.startsWith("image/"))
      expect(answer.headers()["cache-control"]).toBe("private, max-age=3600");
    else expectUnkept(answer);
  });
}

for (const path of [...shoplessPages, "/no-such-shop", "/no/such/page", "/.env", "/api/auth/error"]) {
  test(`${path} runs its own scripts alone`, async () => {
    const answer = await member.get(path);
    const policy = await expectHeaders(answer);
    if (answer.headers()["content-type"]?.startsWith("text/html"))
      expectKnownScripts(await answer.text(), policy);
  });
}

test("the API, refusals and files say it too", async () => {
  const nobody = await visitor();
  for (const path of [
    "/api/health",
    "/api/auth/session",
    "/api/auth/csrf",
    "/api/auth/providers",
    "/icon.svg",
  ])
    await expectHeaders(await nobody.get(path));
  await expectHeaders(await nobody.get(inShop("customers")));
  await expectHeaders(await nobody.get(asked(routes[0] ?? "")));
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(await (await nobody.get("/sign-in")).text()) ?? [""];
  expect((await nobody.get(script)).headers()).toMatchObject(everywhere);
});

test("a nonce is good for one answer, and the browser can't choose it", async () => {
  const chosen = { "content-security-policy": "script-src 'nonce-chosen'", "x-nonce": "chosen" };
  const answers = [await member.get("/sign-in"), await member.get("/sign-in", { headers: chosen })];
  const nonces = answers.map((answer) => nonceOf(policyOf(answer)));
  expect(new Set(nonces).size).toBe(2);
  expect(nonces).not.toContain("chosen");
  for (const answer of answers) expectKnownScripts(await answer.text(), policyOf(answer));
});

test("every page works under its policy, and a script that somebody planted does not run", async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of shoplessPages) await page.goto(path);
  await signIn(context.request, shop.email);
  for (const one of pages) {
    await page.goto(inShop(one));
    await page.waitForLoadState("networkidle");
    expect(complaints, `/${one}`).toEqual([]);
  }
  const planted = await page.evaluate(async () => {
    const planted =
      '<img src="/no" onerror="window.planted = true"><a href="javascript:window.planted = true">x</a>';
    document.body.insertAdjacentHTML("beforeend", planted);
    document.querySelector<HTMLAnchorElement>("a[href^='javascript:']")?.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return "planted" in window;
  });
  expect(planted).toBe(false);
});

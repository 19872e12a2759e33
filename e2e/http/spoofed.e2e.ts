import { type APIRequestContext, expect, test } from "@playwright/test";
import { openShop, type Shop } from "../support/database";
import { openMarkedShop } from "../support/marked-shop";
import { visitor } from "../support/session";
import { fill, pages, routes } from "../support/surface";

// Headers that frameworks and proxies use among themselves, sent by a browser: they open nothing and name no other shop.
let victim: Awaited<ReturnType<typeof openMarkedShop>>;
let attacker: Shop;
let thief: APIRequestContext;
let nobody: APIRequestContext;

test.beforeAll(async () => {
  victim = await openMarkedShop();
  attacker = await openShop("owner");
  thief = await visitor(attacker.email);
  nobody = await visitor();
});
test.afterAll(async () => {
  await thief.dispose();
  await nobody.dispose();
});

const theirs = (page: string) => `/${victim.slug}/${fill(page, victim.ids)}`.replace(/\/$/, "");

/** The router's tree of a page, as the browser sends it; `refetch` marks what it wants anew. */
function tree(slug: string, page: string, refetch: boolean): string {
  const names = page ? page.split("/") : [];
  const values = page ? fill(page, victim.ids).split("/") : [];
  const leaf: unknown = ["__PAGE__", {}, null, refetch ? "refetch" : null];
  const below = names.reduceRight<unknown>((inner, name, index) => {
    const dynamic = name.startsWith("[") && [name.slice(1, -1), values[index], "d", null];
    return [dynamic || name, { children: inner }];
  }, leaf);
  return encodeURIComponent(
    JSON.stringify(["", { children: [["tenant", slug, "d", null], { children: below }] }]),
  );
}

const spoofs = (path: string): Record<string, string>[] => [
  { "x-middleware-subrequest": Array(5).fill("proxy").join(":") },
  { "x-middleware-subrequest": Array(5).fill("src/middleware").join(":") },
  { "x-middleware-override-headers": "x-bastion-path", "x-middleware-request-x-bastion-path": path },
  { "x-middleware-rewrite": path, "x-middleware-next": "1" },
  { "x-bastion-path": path },
  { "x-forwarded-host": victim.slug, "x-forwarded-proto": "https" },
  { "x-original-url": path, "x-rewrite-url": path, "x-forwarded-uri": path },
  { "x-invoke-path": path, "x-invoke-output": path, "x-invoke-status": "200", "x-invoke-query": "%7B%7D" },
  { "x-matched-path": path, "x-now-route-matches": `nxtPtenant=${victim.slug}` },
  { "x-nextjs-data": "1" },
  { "next-url": path },
  { "x-prerender-revalidate": "1", "x-vercel-protection-bypass": "1" },
  { "x-tenant-id": victim.id, "x-user-id": victim.id, authorization: `Bearer ${victim.id}` },
];

test("a header opens no page of a shop one doesn't belong to", async () => {
  for (const headers of spoofs(theirs("customers"))) {
    const name = JSON.stringify(headers);
    const outsider = await thief.get(theirs("customers"), { headers });
    expect(outsider.status(), name).toBe(404);
    expect(await outsider.text(), name).not.toContain(victim.mark);
    const guest = await nobody.get(theirs("customers"), { headers });
    expect(guest.status(), name).toBe(307);
    expect(guest.headers().location, name).toMatch(/^\/sign-in\?next=/);
  }
});

test("a header names no other shop on one's own pages, and takes no wall down", async () => {
  for (const headers of spoofs(theirs("customers"))) {
    const answer = await thief.get(`/${attacker.slug}/customers`, { headers });
    expect(answer.status(), JSON.stringify(headers)).toBe(200);
    expect(await answer.text(), JSON.stringify(headers)).not.toContain(victim.mark);
    expect(answer.headers()["content-security-policy"], JSON.stringify(headers)).toContain("'nonce-");
  }
});

test("the way back after sign-in is the path that was asked for, whatever a header says", async () => {
  for (const path of ["//evil.example", "https://evil.example/", `/${attacker.slug}/jobs`]) {
    const answer = await nobody.get(theirs("jobs"), { headers: { "x-bastion-path": path } });
    expect(answer.headers().location).toBe(`/sign-in?next=${encodeURIComponent(theirs("jobs"))}`);
  }
});

/** The ways in which the router asks ahead. */
const ahead: Record<string, string>[] = [
  {},
  { "next-router-prefetch": "1" },
  { "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
];

for (const page of pages) {
  test(`the payload of /${page} holds nothing for an outsider, whatever part the router asks for`, async () => {
    for (const refetch of [false, true]) {
      for (const slug of [victim.slug, attacker.slug]) {
        const headers = { rsc: "1", "next-router-state-tree": tree(slug, page, refetch) };
        for (const extra of ahead) {
          for (const who of [thief, nobody]) {
            const asked = { headers: { ...headers, ...extra }, maxRedirects: 1 };
            const answer = await who.get(theirs(page), asked);
            expect(await answer.text()).not.toContain(victim.mark);
          }
        }
      }
    }
  });
}

test("a tree that names another shop's segments gets one's own", async () => {
  const headers = { rsc: "1", "next-router-state-tree": tree(victim.slug, "customers", true) };
  const answer = await thief.get(`/${attacker.slug}/customers`, { headers, maxRedirects: 1 });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toContain(victim.mark);
});

test("the mark is there for the shop's own people: the tests above could fail", async () => {
  const owner = await visitor(victim.email);
  expect(await (await owner.get(theirs("customers"))).text()).toContain(victim.mark);
  const headers = { rsc: "1", "next-router-state-tree": tree(victim.slug, "customers", true) };
  const payload = await owner.get(theirs("customers"), { headers, maxRedirects: 1 });
  expect(await payload.text()).toContain(victim.mark);
  await owner.dispose();
});

test("a route answers an outsider nothing, by whatever header or method", async () => {
  for (const route of routes) {
    const path = `${theirs(route)}?q=${victim.mark}`;
    for (const headers of spoofs(path)) {
      const answer = await thief.get(path, { headers });
      expect(answer.status()).toBe(404);
      expect(await answer.text()).not.toContain(victim.ids.customers);
    }
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect(await (await thief.fetch(path, { method })).text()).not.toContain(victim.mark);
  }
});

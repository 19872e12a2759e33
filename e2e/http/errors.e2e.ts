import { type APIResponse, expect, test } from "@playwright/test";
import { ask, openShop } from "../support/database";
import { signIn, visitor } from "../support/session";
import { routes } from "../support/surface";

// A fault of ours says that it is one, with a number that the log knows, and nothing of the inside.
const inside =
  /node_modules|\bat async\b|\.tsx?:\d|lib\/tenancy|RangeError|TypeError|PrismaClient|SELECT |tenant_id|bastion_app|row-level|ECONNREFUSED|stack/;

async function expectNoInside(answer: APIResponse, what: string) {
  const body = await answer.text();
  const text = body.replace(/<script[\s\S]*?<\/script>/g, (script) =>
    /digest|error/i.test(script) ? script : "",
  );
  expect(text, what).not.toMatch(inside);
  for (const [name, value] of Object.entries(answer.headers()))
    if (name !== "content-security-policy") expect(value, `${what}: ${name}`).not.toMatch(inside);
}

/** A shop whose pages fail: its clock stands in a time zone that is not there. */
async function openBrokenShop() {
  const shop = await openShop("owner");
  await ask("update tenants set time_zone = 'Nowhere/Secret_Zone' where id = $1", [shop.id]);
  return shop;
}

test("a page that fails shows a reference and nothing of the inside", async ({ page, context }) => {
  const shop = await openBrokenShop();
  await signIn(context.request, shop.email);
  const answer = await page.goto(`/${shop.slug}`);
  expect(answer?.status()).toBe(500);
  await expect(page.getByRole("heading", { name: "Something went wrong on our side" })).toBeVisible();
  await expect(page.getByText("tell us this reference")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toMatch(inside);
  const member = await visitor(shop.email);
  for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
    const failed = await member.get(`/${shop.slug}`, { headers, maxRedirects: 1 });
    await expectNoInside(failed, JSON.stringify(headers));
    expect(await failed.text()).not.toContain("Secret_Zone");
  }
  await member.dispose();
});

const odd = [
  "%00",
  "%E0%A4%A",
  "%ud800",
  "'",
  "%5C",
  "%F0%9F%92%A9",
  "a".repeat(4000),
  "..%2f..%2fetc",
  "[]",
  "{}",
];

test("odd text in addresses and searches is no fault, or one that tells nothing", async () => {
  const shop = await openShop("owner");
  const member = await visitor(shop.email);
  for (const text of odd) {
    const paths = [
      `/${text}`,
      `/${shop.slug}/${text}`,
      `/${shop.slug}/customers/${text}`,
      `/${shop.slug}/customers?q=${text}&page=${text}`,
      `/${shop.slug}/jobs?q=${text}&page=99999999999999999999`,
      ...routes.map((route) => `/${shop.slug}/${route}?q=${text}&vin=${text}&id=${text}`),
      `/api/auth/${text}`,
    ];
    for (const path of paths) {
      const answer = await member.get(path);
      // What can't be decoded is Next.js's to refuse, which it does with a bare 500.
      if (!/%E0%A4%A|%ud800/.test(text)) expect(answer.status(), path).toBeLessThan(500);
      await expectNoInside(answer, path);
    }
  }
  await member.dispose();
});

test("a request that is no action, or a broken one, gets no explanation", async () => {
  const shop = await openShop("owner");
  const member = await visitor(shop.email);
  const origin = new URL(process.env.E2E_BASE_URL ?? "").origin;
  const bodies = [
    { "next-action": "0".repeat(42) },
    { "next-action": "__proto__" },
    { "next-action": "x", "content-type": "application/json" },
    { "content-type": "multipart/form-data; boundary=x" },
  ];
  for (const headers of bodies as Record<string, string>[]) {
    const answer = await member.post(`/${shop.slug}/customers/new`, {
      headers: { origin, ...headers },
      data: '["$K1",{"a":"$B0"}]',
    });
    await expectNoInside(answer, JSON.stringify(headers));
  }
  await member.dispose();
});

import { type APIResponse, expect, test } from "@playwright/test";
import { sendArguments } from "../support/action-call";
import { ask, openShop } from "../support/database";
import { logLines } from "../support/log";
import { signIn, visitor } from "../support/session";
import { routes, serverActions } from "../support/surface";

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

const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** Kinds of React's encoding that no page of ours sends: things to look up, to run, to wait for, to make. */
const crafted = [
  ...[
    "$F1",
    "$h1",
    "$B1",
    "$Q1",
    "$W1",
    "$A1",
    "$O1",
    "$S1",
    "$i1",
    "$@1",
    "$1",
    "$nX",
    "$n7",
    "$T",
    "$Infinity",
  ],
  { then: "$F1" },
  ["$K1"],
].map((one) => JSON.stringify(["SHOP", one, "$K1"]));

test("arguments that no page of ours sends are a bad request, and no fault of the app's in its log", async () => {
  const shop = await openShop("owner");
  const member = await visitor(shop.email);
  const { id = "" } = serverActions().find(({ name }) => name === "addCustomer") ?? {};
  const url = `/${shop.slug}/customers/new`;
  const origin = new URL(process.env.E2E_BASE_URL ?? "").origin;
  for (const written of [...crafted, '"$F1"', '"null"', "null", "{}", "[", deep(3000), deep(100_000)]) {
    const encoded = written.replace("SHOP", shop.slug);
    const multipart = new FormData();
    multipart.append("$ACTION_REF_1", "");
    multipart.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
    multipart.append("$ACTION_1:1", encoded);
    const answers = [
      await sendArguments(member, { url, id, fields: { name: "x" } }, encoded),
      await member.post(url, {
        headers: { origin, "next-action": id, "content-type": "text/plain" },
        data: encoded,
      }),
      await member.post(url, { headers: { origin }, multipart }),
    ];
    for (const answer of answers) {
      const what = encoded.slice(0, 60);
      expect(answer.status(), what).toBe(400);
      expect(await answer.text(), what).toBe("");
      const noted = () => logLines(({ request }) => request === answer.headers()["x-request-id"]);
      await expect.poll(noted, what).toMatchObject([{ level: "warn" }]);
    }
  }
  const fields = { name: "x".repeat(1_100_000) };
  const large = await sendArguments(member, { url, id, fields }, JSON.stringify([shop.slug, null, "$K1"]));
  expect(large.status()).toBe(413);
  await member.dispose();
});

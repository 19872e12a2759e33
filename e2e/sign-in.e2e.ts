import { expect, test } from "@playwright/test";
import { addMember, ask, openShop } from "./support/database";
import { signIn, visitor } from "./support/session";

test("signs in, lands where one wanted to go, and signs out", async ({ page }) => {
  const shop = await openShop("counter");
  await page.goto(`/${shop.slug}/customers?show=archived`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(shop.email);
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("e-mail and password do not match")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(shop.email);
  await page.getByLabel("Password").fill("demo-glass");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`/${shop.slug}/customers?show=archived`);
  await page.getByRole("button", { name: /Signed in as/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(`/${shop.slug}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("says the same of a wrong password and of nobody, and stops counting up after a while", async () => {
  const shop = await openShop("counter");
  const guest = await visitor();
  const attempt = async (email: string, password: string) => {
    const { csrfToken } = await (await guest.get("/api/auth/csrf")).json();
    const answer = await guest.post("/api/auth/callback/credentials", {
      form: { csrfToken, email, password, json: "true" },
    });
    return { status: answer.status(), body: await answer.json() };
  };
  const wrong = await attempt(shop.email, "wrong");
  expect(wrong.status).toBe(401);
  expect(await attempt("nobody@e2e.example", "wrong")).toEqual(wrong);
  for (let tries = 0; tries < 8; tries++) await attempt(shop.email, "wrong");
  // Even the right password is refused now, in the same words.
  expect(await attempt(shop.email, "demo-glass")).toEqual(wrong);
  const [events] = await ask<{ n: number }>(
    "select count(*)::int as n from security_events where kind in ('sign_in_failed', 'sign_in_throttled')",
  );
  expect(events?.n).toBeGreaterThan(5);
  const limits = await ask<{ key: string }>("select key from rate_limits where key like $1", [
    `%${shop.email}%`,
  ]);
  expect(limits).toEqual([]);
});

test("a sign-in link never leads to somebody else's site", async ({ page }) => {
  const shop = await openShop("counter");
  await page.goto("/sign-in?next=https://evil.example/");
  await page.getByLabel("E-mail").fill(shop.email);
  await page.getByLabel("Password").fill("demo-glass");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`/${shop.slug}`);
  await page.goto("/sign-in?next=//evil.example");
  await expect(page).toHaveURL(`/${shop.slug}`);
});

test("one who works in two shops switches, and two tabs never mix", async ({ context }) => {
  await signIn(context.request, "pat@two-shops.example");
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto("/harbor-glass");
  await two.goto("/summit-glass");
  await one.goto("/harbor-glass/customers/new");
  await one.getByLabel("Name").fill("Tab One");
  await one.getByLabel("Phone").fill("813 555 0170");
  await two.goto("/summit-glass/customers/new");
  await two.getByLabel("Name").fill("Tab Two");
  await two.getByLabel("Phone").fill("512 555 0170");
  await one.getByRole("button", { name: "Add customer" }).click();
  await two.getByRole("button", { name: "Add customer" }).click();
  await expect(one).toHaveURL(/\/harbor-glass\/customers\/[0-9a-f-]{36}$/);
  await expect(two).toHaveURL(/\/summit-glass\/customers\/[0-9a-f-]{36}$/);
  const rows = await ask<{ name: string; slug: string }>(
    "select c.name, t.slug from customers c join tenants t on t.id = c.tenant_id where c.name in ('Tab One', 'Tab Two') order by 1",
  );
  expect(rows).toEqual([
    { name: "Tab One", slug: "harbor-glass" },
    { name: "Tab Two", slug: "summit-glass" },
  ]);
  await one
    .getByRole("button", { name: /Harbor Glass/ })
    .first()
    .click();
  await one
    .getByRole("link", { name: /Summit Glass/ })
    .first()
    .click();
  await expect(one).toHaveURL("/summit-glass");
});

test("a member who is removed is out on the next click", async () => {
  const shop = await openShop("counter");
  const member = await visitor(shop.email);
  expect((await member.get(`/${shop.slug}/customers`)).status()).toBe(200);
  await ask("delete from memberships where tenant_id = $1", [shop.id]);
  expect((await member.get(`/${shop.slug}/customers`)).status()).toBe(404);
});

test("a role that changes counts on the next click", async () => {
  const shop = await openShop("owner");
  const member = await visitor(shop.email);
  expect((await member.get(`/${shop.slug}/pricing`)).status()).toBe(200);
  await ask("update memberships set role = 'technician' where tenant_id = $1", [shop.id]);
  expect((await member.get(`/${shop.slug}/pricing`)).status()).toBe(404);
  expect((await member.get(`/${shop.slug}/customers`)).status()).toBe(404);
  expect((await member.get(`/${shop.slug}/jobs`)).status()).toBe(200);
});

test("a session that ends while somebody types loses nothing", async ({ page, context }) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/customers/new`);
  await page.getByLabel("Name").fill("Kept Through It All");
  await page.getByLabel("Phone").fill("512 555 0171");
  await context.clearCookies();
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(shop.email);
  await page.getByLabel("Password").fill("demo-glass");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`/${shop.slug}/customers/new`);
  await expect(page.getByLabel("Name")).toHaveValue("Kept Through It All");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { name: "Kept Through It All" })).toBeVisible();
});

test("what one person had typed is not shown to the next on the same tab", async ({ page, context }) => {
  const shop = await openShop("counter");
  const second = await addMember(shop.id);
  const typed = page.getByLabel("Name");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/customers/new`);
  await typed.fill("Typed By The First");
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain("Typed By");
  await context.clearCookies();
  await signIn(context.request, second);
  await page.goto(`/${shop.slug}/customers/new`);
  await expect(page.getByRole("heading", { name: "New customer" })).toBeVisible();
  await expect(typed).toHaveValue("");
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Typed By");
});

test("signing out forgets what was typed", async ({ page, context }) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/customers/new`);
  await page.getByLabel("Name").fill("Typed And Left");
  await page.getByRole("button", { name: /Signed in as/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Typed And Left");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/customers/new`);
  await expect(page.getByRole("heading", { name: "New customer" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("");
});

test("a feature switched off is gone: nav, page and action", async ({ page, context }) => {
  const shop = await openShop("owner");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/settings/features`);
  await expect(
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Claims" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Switch claims off" }).click();
  await expect(page.getByRole("button", { name: "Switch claims on" })).toBeVisible();
  await expect(
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Claims" }),
  ).toHaveCount(0);
  expect((await page.goto(`/${shop.slug}/claims`))?.status()).toBe(404);
});

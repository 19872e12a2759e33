import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { browser } from "../../scripts/tools/testing/browser";
import { openShop } from "../support/database";
import { openMarkedShop } from "../support/marked-shop";
import { signIn } from "../support/session";

// What a browser brings back by its Back button is shown to whoever sits there now.
async function signOut(page: Page) {
  await page.getByRole("button", { name: /Signed in as/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

/** What the page shows, once it is not on its way to another. */
async function contentOf(page: Page): Promise<string> {
  let content = "";
  await expect(async () => {
    content = await page.content();
  }).toPass();
  return content;
}

async function comesBackToNothing(context: BrowserContext) {
  const [first, second] = [await openMarkedShop(), await openShop("owner")];
  const page = await context.newPage();
  await signIn(context.request, first.email);
  await page.goto(`/${first.slug}/customers`);
  await page.goto(`/${first.slug}/customers/${first.ids.customers}`);
  await expect(page.getByRole("heading", { name: first.mark })).toBeVisible();
  await signOut(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  expect(await contentOf(page)).not.toContain(first.mark);

  await signIn(context.request, second.email);
  await page.goto(`/${second.slug}`);
  for (let back = 0; back < 6; back++) {
    await page.goBack({ waitUntil: "load" }).catch(() => null);
    await page.waitForTimeout(150);
    expect(await contentOf(page), `${back + 1} back`).not.toContain(first.mark);
  }
}

test("after signing out, and after somebody else signed in, Back shows nothing of the shop before", async ({
  context,
}) => {
  await comesBackToNothing(context);
});

test("neither does it in a browser that keeps whole pages", async ({ baseURL }) => {
  const keeping = await chromium.launch({
    ...browser(),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const context = await keeping.newContext({ baseURL, reducedMotion: "reduce" });
  await comesBackToNothing(context).finally(() => keeping.close());
});

test("a page that was kept whole is loaded anew when it is shown again", async ({ page, context }) => {
  const shop = await openMarkedShop();
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/customers`);
  await expect(page.getByRole("link", { name: shop.mark, exact: true })).toBeVisible();
  await context.clearCookies();
  // A page is kept once it is alive, and until then hears nothing: so it is told again.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expect(page).toHaveURL(/\/sign-in\?next=/, { timeout: 2_000 });
  }).toPass();
});

test("after switching shops, Back shows each shop under its own address", async ({ page, context }) => {
  await signIn(context.request, "pat@two-shops.example");
  await page.goto("/harbor-glass");
  await page
    .getByRole("button", { name: /Harbor Glass/ })
    .first()
    .click();
  await page
    .getByRole("link", { name: /Summit Glass/ })
    .first()
    .click();
  await expect(page).toHaveURL("/summit-glass");
  await expect(page.getByRole("link", { name: "Today" }).first()).toHaveAttribute("href", "/summit-glass");
  await page.goBack();
  await expect(page).toHaveURL("/harbor-glass");
  await expect(page.getByRole("link", { name: "Today" }).first()).toHaveAttribute("href", "/harbor-glass");
  await expect(page.locator("main a[href^='/summit-glass']")).toHaveCount(0);
  await page.goForward();
  await expect(page).toHaveURL("/summit-glass");
  await expect(page.locator("main a[href^='/harbor-glass']")).toHaveCount(0);
});

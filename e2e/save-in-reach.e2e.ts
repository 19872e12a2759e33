import { expect, type Page, test } from "@playwright/test";
import { openShop } from "./support/database";
import { signIn } from "./support/session";

// A form longer than the window: its end stays in sight, above the phone's bar, and covers no field that somebody is in.
const windows = [
  { name: "desk", viewport: { width: 1280, height: 800 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
];
const forms = [
  { path: "quotes/new", save: "Save quote" },
  { path: "pricing/cash", save: "Save prices" },
  { path: "pricing/shop-parts/new", save: "Add part" },
];

/** Whether the cursor's field lies under the end of the form, the bar of a phone or the top of the page. */
const isCovered = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (!field?.matches("main :is(input:not([type=radio], [type=checkbox]), select)")) return false;
    const { left, right, top, bottom } = field.getBoundingClientRect();
    return [...document.querySelectorAll("[data-form-actions], [data-bottom-bar], header")].some((bar) => {
      const over = bar.getBoundingClientRect();
      return over.top < bottom - 1 && over.bottom > top + 1 && over.left < right && over.right > left;
    });
  });

for (const { name, viewport } of windows) {
  test.describe(name, () => {
    test.use({ viewport });
    for (const { path, save } of forms) {
      test(`${path} can be saved without scrolling`, async ({ page, context }) => {
        const shop = await openShop("owner");
        await signIn(context.request, shop.email);
        await page.goto(`/${shop.slug}/${path}`);
        const button = page.getByRole("button", { name: save });
        await expect(button).toBeInViewport({ ratio: 1 });
        await button.click({ trial: true });
        expect(await page.evaluate(() => scrollY)).toBe(0);
        await page.locator("main :is(input:not([type=hidden]), select)").first().focus();
        let fields = 0;
        while (await page.evaluate(() => document.activeElement?.closest("form") !== null)) {
          expect(await isCovered(page), await page.evaluate(() => document.activeElement?.outerHTML)).toBe(
            false,
          );
          await page.keyboard.press("Tab");
          fields++;
        }
        expect(fields).toBeGreaterThan(10);
        await page.emulateMedia({ media: "print" });
        await expect(button).toBeHidden();
      });
    }
  });
}

test("the sample beside a form of prices stays below the top of the page, with its last line in reach", async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const shop = await openShop("owner");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/pricing/cash`);
  await page.evaluate(() => scrollTo(0, 700));
  const preview = page.getByRole("complementary", { name: "Preview" });
  const bar = await page.getByRole("banner").boundingBox();
  const sample = await preview.boundingBox();
  expect(sample?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
  await expect(preview.getByRole("button", { name: "Try on my quotes" })).toBeInViewport({ ratio: 1 });
});

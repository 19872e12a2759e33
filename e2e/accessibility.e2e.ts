import AxeBuilder from "@axe-core/playwright";
import { test as base, type Cookie, expect, type Page } from "@playwright/test";
import { furnish, idsOf, openShop, sharedIds } from "./support/database";
import { visitor } from "./support/session";
import { fill, pages, platformPages, platformPath } from "./support/surface";

// Every page there is, in light at a desk and in dark on a phone: nothing serious for axe, and nothing runs over the edge.
const looks = [
  { name: "light desk", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark phone", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

type Shop = { slug: string; ids: Record<string, string>; owner: Cookie[]; admin: Cookie[] };

/** A shop with rows on each of its pages, one for each worker. */
const test = base.extend<object, { shop: Shop }>({
  shop: [
    async ({}, use) => {
      const { id, slug, email } = await openShop("owner");
      await furnish(id);
      const cookiesOf = async (who: string) => (await (await visitor(who)).storageState()).cookies;
      const [owner, admin] = [await cookiesOf(email), await cookiesOf("sysadmin@bastionglass.example")];
      await use({ slug, ids: await idsOf(id), owner, admin });
    },
    { scope: "worker" },
  ],
});

const [desk] = looks;
test.use({ colorScheme: desk.colorScheme, viewport: desk.viewport });

test.describe("fit to read", () => {
  for (const path of ["/", "/sign-in"]) test(path, ({ page }) => check(page, path));

  for (const pattern of pages)
    test(`/[tenant]/${pattern}`, async ({ page, context, shop }) => {
      await context.addCookies(shop.owner);
      await check(page, `/${shop.slug}/${fill(pattern, shop.ids)}`.replace(/\/$/, ""));
    });

  for (const pattern of platformPages)
    test(`/${pattern}`, async ({ page, context, shop }) => {
      await context.addCookies(shop.admin);
      await check(page, platformPath(pattern, await sharedIds()));
    });
});

/** Looks at a page in each look, without asking for it again: what differs is its styles. */
async function check(page: Page, path: string): Promise<void> {
  expect((await page.goto(path))?.status()).toBe(200);
  for (const { name, colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      name,
    ).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `runs over the edge, ${name}`).toBeLessThanOrEqual(0);
  }
}

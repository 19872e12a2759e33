import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { furnish, idsOf, openShop, sharedIds } from "./support/database";
import { signIn } from "./support/session";
import { fill, pages, platformPages, platformPath } from "./support/surface";

// Every page there is, in light at a desk and in dark on a phone: nothing serious for axe, and nothing runs over the edge.
const looks = [
  { name: "light desk", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "dark phone", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);
    test("every page is fit to read", async ({ page, context }) => {
      const shop = await openShop("owner");
      await furnish(shop.id);
      const ids = await idsOf(shop.id);
      await page.goto("/");
      await check("/");
      await page.goto("/sign-in");
      await check("/sign-in");
      await signIn(context.request, shop.email);
      for (const pattern of pages) {
        const path = `/${shop.slug}/${fill(pattern, ids)}`.replace(/\/$/, "");
        expect((await page.goto(path))?.status(), pattern).toBe(200);
        await check(pattern);
      }
      await signIn(context.request, "sysadmin@bastionglass.example");
      const shared = await sharedIds();
      for (const pattern of platformPages) {
        expect((await page.goto(platformPath(pattern, shared)))?.status(), pattern).toBe(200);
        await check(pattern);
      }

      async function check(what: string): Promise<void> {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(
          serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          what,
        ).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${what} runs over the edge`).toBeLessThanOrEqual(0);
      }
    });
  });
}

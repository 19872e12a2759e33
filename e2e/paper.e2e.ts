import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { extractText } from "unpdf";
import { cleanPicture } from "../lib/pictures/clean";
import { ENDLESS_PNG, makePng } from "../tests/support/pictures";
import { ask, furnish, idsOf, openShop } from "./support/database";
import { signIn, visitor } from "./support/session";

const logo = path.resolve(import.meta.dirname, "../prisma/seed/demo/summit-logo.png");

test("the shop's paper: what is wrong is said beside its field, nothing typed is lost, and quotes come out so", async ({
  page,
  context,
}) => {
  const shop = await openShop("owner");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/settings`);
  await page.getByRole("link", { name: "Paper" }).click();
  await page.getByLabel("Color", { exact: true }).fill("#ffee00");
  await page.getByLabel("Quotes are good for").fill("0");
  await page.getByLabel("Tax id").fill("EIN 12-3456789");
  await page.getByLabel("Terms").fill("Warranty for life.\nPay when done.");
  await page.getByLabel("Logo").setInputFiles({
    name: "huge.png",
    mimeType: "image/png",
    buffer: Buffer.alloc(3_000_000),
  });
  await expect(page.getByText("huge.png has 2,930 KB; at most 300 KB are taken.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("could not be read on white paper")).toBeVisible();
  await expect(page.getByText("Enter a number of days, 1 to 365.")).toBeVisible();
  await expect(page.getByLabel("Terms")).toHaveValue("Warranty for life.\nPay when done.");

  await page.getByLabel("Color", { exact: true }).fill("#9a3412");
  await page.getByLabel("Quotes are good for").fill("14");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await page.getByLabel("Logo").setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: svg });
  await expect(page.getByText("logo.svg is of another kind. Choose a PNG or JPEG file.")).toBeVisible();
  await expect(page.locator("main img")).toHaveCount(0);
  await page.getByLabel("Logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: svg });
  await expect(page.locator("main img")).toHaveCount(1);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Choose a PNG or JPEG picture").first()).toBeVisible();
  await expect(page.locator("main img")).toHaveCount(0);
  await expect(page.getByLabel("Tax id")).toHaveValue("EIN 12-3456789");

  await page.getByLabel("Logo").setInputFiles(logo);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Quotes are good for")).toHaveValue("14");
  const address = await page.locator("main img").getAttribute("src");
  const served = await context.request.get(address ?? "");
  expect(served.headers()["content-type"]).toBe("image/png");
  expect({ png: new Uint8Array(await served.body()) }).toEqual(await cleanPicture(readFileSync(logo)));
});

test("pictures older than their cleaning stop nothing: what can be read is shown anew, and the owner hears of what can't", async ({
  page,
  context,
}) => {
  const shop = await openShop("owner");
  await furnish(shop.id);
  const { quotes } = await idsOf(shop.id);
  const pdf = `/${shop.slug}/quotes/${quotes}/pdf`;
  const keep = (logo: Uint8Array) =>
    ask("update shop_papers set logo = $2, logo_at = now() where tenant_id = $1", [
      shop.id,
      Buffer.from(logo),
    ]);
  await signIn(context.request, shop.email);

  await keep(ENDLESS_PNG);
  const order: string[] = [];
  const drawn = Promise.all(
    Array.from({ length: 8 }, async () => {
      const answer = await context.request.get(pdf);
      order.push("drawn");
      return answer.status();
    }),
  );
  expect((await context.request.get("/sign-in")).status()).toBe(200);
  order.push("answered");
  expect(await drawn).toEqual(Array(8).fill(200));
  expect(order.at(-1)).toBe("drawn");
  const served = await context.request.get(`/${shop.slug}/settings/logo`);
  expect({ png: new Uint8Array(await served.body()) }).toEqual(await cleanPicture(ENDLESS_PNG));
  await page.goto(`/${shop.slug}/settings/paper`);
  await expect(page.getByText("Your logo can't be read")).toHaveCount(0);

  await keep(makePng(300, 100).slice(0, 60));
  expect((await context.request.get(pdf)).status()).toBe(200);
  expect((await context.request.get(`/${shop.slug}/settings/logo`)).status()).toBe(404);
  await page.reload();
  await expect(page.getByText("Your logo can't be read")).toBeVisible();
  await page.getByLabel("Print without a logo").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your logo can't be read")).toHaveCount(0);
});

test("what a PDF can't print is named before the quote is sent", async ({ page, context }) => {
  const shop = await openShop("counter");
  await furnish(shop.id);
  const { quotes, customers } = await idsOf(shop.id);
  const rename = (name: string) =>
    ask("update customers set name = $3 where tenant_id = $1 and id = $2", [shop.id, customers, name]);
  await signIn(context.request, shop.email);
  await rename("李明 Łukasz");
  await page.goto(`/${shop.slug}/quotes/${quotes}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("The PDF can't print all of this")).toHaveCount(0);
  await rename("Ann 😀 ไทย");
  await page.reload();
  await expect(page.getByText("The PDF can't print all of this")).toBeVisible();
  await expect(page.getByText("Customer: 😀 ไ ท ย")).toBeVisible();
});

test("a quote's PDF is its shop's alone", async () => {
  const [shop, other] = [await openShop("counter"), await openShop("owner")];
  await furnish(shop.id);
  const { quotes } = await idsOf(shop.id);
  const [member, thief] = [await visitor(shop.email), await visitor(other.email)];
  const answer = await member.get(`/${shop.slug}/quotes/${quotes}/pdf`);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "cache-control": "private, no-store",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^inline; filename="quote-\d+\.pdf"$/);
  const { text } = await extractText(new Uint8Array(await answer.body()), { mergePages: true });
  expect(text).toContain("Good until");
  expect(text).not.toMatch(/off list/);
  expect((await thief.get(`/${shop.slug}/quotes/${quotes}/pdf`)).status()).toBe(404);
  expect((await thief.get(`/${other.slug}/quotes/${quotes}/pdf`)).status()).toBe(404);
  expect((await thief.get(`/${shop.slug}/settings/logo`)).status()).toBe(404);
  expect((await member.get(`/${shop.slug}/settings/logo`)).status()).toBe(200);
  await Promise.all([member.dispose(), thief.dispose()]);
});

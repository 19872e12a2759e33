import { expect, test } from "@playwright/test";
import { openShop } from "./support/database";
import { signIn, visitor } from "./support/session";

test("a part that only this shop has is quoted at its desk by any number, and at no other", async ({
  page,
  context,
}) => {
  const [shop, other] = [await openShop("owner"), await openShop("owner")];
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/pricing/shop-parts`);
  await page.getByRole("link", { name: "Add part" }).first().click();
  await page.getByLabel("Part number").fill("DW02501GTYN");
  await page.getByLabel("Glass", { exact: false }).first().selectOption("windshield");
  await page.getByLabel("Description").fill("Bus windshield, right half");
  await page.getByLabel("List price").fill("1000");
  await page.getByLabel("From year").fill("2015");
  await page.getByLabel("To year").fill("2012");
  await page.getByLabel("Make").fill("Blue Bird");
  await page.getByLabel("Model").fill("Vision");
  await page.getByRole("button", { name: "Add part" }).click();
  await expect(page.getByText("The last year, 2012, comes before the first, 2015.")).toBeVisible();
  await page.getByLabel("To year").fill("2025");
  await page.getByRole("button", { name: "Add part" }).click();
  await expect(page.getByText("is in the shared catalog already").first()).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("Bus windshield, right half");
  await page.getByLabel("Part number").fill("bus-77 r");
  await page.getByRole("button", { name: "Add part" }).click();
  await expect(page.getByRole("link", { name: "BUS-77-R" })).toBeVisible();

  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByRole("combobox", { name: "Customer" }).fill("Bea Bus");
  await page.getByLabel("Phone").fill("512 555 0177");
  await page.getByLabel("Year").fill("2020");
  await page.getByLabel("Make").fill("Blue Bird");
  await page.getByLabel("Model").fill("Vision");
  await expect(page.getByText("Your part", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Part number")).toHaveValue("BUS-77-R");
  await page.getByRole("button", { name: "Save quote" }).click();
  await expect(page.getByRole("heading", { name: /^Quote #/ })).toBeVisible();
  await expect(page.getByText("BUS-77-R").first()).toBeVisible();

  const elsewhere = await visitor(other.email);
  const answer = await elsewhere.get(
    `/${other.slug}/quotes/parts?nags=BUS-77-R&year=2020&make=Blue+Bird&model=Vision`,
  );
  expect((await answer.json()).parts).toEqual([]);
  await elsewhere.dispose();
});

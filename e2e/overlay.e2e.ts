import { expect, type Page, test } from "@playwright/test";
import { addCustomer, ask, openShop } from "./support/database";
import { signIn } from "./support/session";

const totals = (page: Page) => page.getByRole("status", { name: "Totals" });

test("trips are priced by distance, field by field, and the desk knows how far a ZIP code is", async ({
  page,
  context,
}) => {
  const shop = await openShop("admin");
  await ask("update tenants set zip = '78701' where id = $1", [shop.id]);
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/pricing/cash`);
  await page.getByText("By distance").click();
  await expect(page.getByLabel("Mobile fee")).toBeHidden();
  const ring = page.getByRole("group", { name: "Ring 1" });
  await ring.getByLabel("Up to miles").fill("ten");
  await ring.getByLabel("Fee").fill("35");
  await page.getByLabel("Each mile beyond").fill("2");
  await page.getByRole("button", { name: "Save prices" }).click();
  await expect(ring.getByText("Enter whole miles, 1 to 500.")).toBeVisible();
  await expect(ring.getByLabel("Up to miles")).toHaveValue("ten");
  await ring.getByLabel("Up to miles").fill("10");
  await page.getByRole("button", { name: "Save prices" }).click();
  await expect(page.getByText("Cash prices are saved.").first()).toBeVisible();

  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByLabel("Part number").fill("dw2501 gtyn");
  await page.getByText("We go to the customer").click();
  await expect(page.getByText("The distance to the customer is not known.")).toBeVisible();
  await page.getByLabel("ZIP code there").fill("78704");
  await expect(page.getByText(/78704: Austin, TX, about \d+ mi/)).toBeVisible();
  await expect(totals(page)).toContainText("$875.06");
  await page.getByLabel("Miles there").fill("20");
  await expect(totals(page)).toContainText("$895.06");
});

test("mobile work is taxed where it is done, and an expired certificate exempts nobody", async ({
  page,
  context,
}) => {
  const shop = await openShop("admin");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/pricing/tax/areas/new`);
  await page.getByLabel("Name", { exact: false }).first().fill("Round Rock");
  await page.getByRole("button", { name: "Add area" }).click();
  await expect(page.getByText("Enter ZIP codes, or choose a state.").first()).toBeVisible();
  await page.getByLabel("ZIP codes").fill("78664");
  await page.getByRole("group", { name: "Tax 1" }).getByLabel("Rate in %").fill("10");
  await page.getByRole("button", { name: "Add area" }).click();
  await expect(page.getByText("Mobile work in Round Rock has its own tax.").first()).toBeVisible();

  await page.goto(`/${shop.slug}/customers/new`);
  await page.getByLabel("Name").fill("Sheltering Arms");
  await page.getByLabel("Phone").fill("(512) 555-0123");
  await page.getByText("Exempt from sales tax").click();
  await page.getByLabel("Exemption certificate no.").fill("EX-7");
  await page.getByLabel("Certificate holds until").fill("2020-01-31");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText(/certificate EX-7 expired/)).toBeVisible();
  await page.getByRole("link", { name: "New quote" }).click();
  await page.getByLabel("Part number").fill("dw2501 gtyn");
  await page.getByText("We go to the customer").click();
  await page.getByLabel("ZIP code there").fill("00000");
  await expect(page.getByText("No place is known at 00000.")).toBeVisible();
  await page.getByLabel("ZIP code there").fill("78664");
  await expect(totals(page)).toContainText("$42.50");
  await expect(page.getByText(/expired .* Taxed as in Round Rock\./)).toBeVisible();
});

test("a fleet gets its own prices, and the desk says what is on the shelf and which brand it quotes", async ({
  page,
  context,
}) => {
  const shop = await openShop("owner");
  await signIn(context.request, shop.email);
  const pricing = `/${shop.slug}/pricing`;
  await page.goto(`${pricing}/brands`);
  const list = page.getByRole("group", { name: "List 1" });
  await list.getByLabel("Brands, the best first").fill("Clearview, Fairglass");
  await page.getByRole("button", { name: "Save brands" }).click();
  await expect(page.getByText("Your brands are saved.").first()).toBeVisible();
  await page.goto(`${pricing}/stock/new`);
  await page.getByLabel("Part number").fill("dw 2501 gtyn");
  await page.getByLabel("On hand").fill("1");
  await page.getByLabel("Minimum").fill("3");
  await page.getByLabel("Maximum").fill("2");
  await page.getByLabel("Bin").fill("B4");
  await page.getByRole("button", { name: "Add to stock" }).click();
  await expect(page.getByText("At least the minimum of 3.")).toBeVisible();
  await page.getByLabel("Maximum").fill("5");
  await page.getByRole("button", { name: "Add to stock" }).click();
  await page.getByRole("link", { name: /Under minimum/ }).click();
  await expect(page.getByText("Order 4")).toBeVisible();

  await addCustomer(shop.id, { name: "Swift Couriers", phone: "+15125550124", accountType: "fleet" });
  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByLabel("Part number").fill("dw2501 gtyn");
  await expect(page.getByText("1 in stock, bin B4")).toBeVisible();
  await expect(totals(page)).toContainText("$840.06");
  await page.getByLabel("Brand of the glass").selectOption("Fairglass");
  await expect(page.getByText(/RAV4.*, Fairglass/)).toBeVisible();
  await page.getByRole("combobox", { name: "Customer" }).fill("Swift");
  await page.getByRole("option", { name: /Swift Couriers/ }).click();
  await expect(page.getByText("Fleet prices")).toBeVisible();
  await expect(totals(page)).toContainText("$750.53");
});

test("prices and a count are pasted from a spreadsheet; a wrong line is named, and no line is lost", async ({
  page,
  context,
}) => {
  const shop = await openShop("owner");
  await signIn(context.request, shop.email);
  const pricing = `/${shop.slug}/pricing`;
  await page.goto(`${pricing}/parts`);
  await page.getByRole("link", { name: "Paste a list" }).click();
  const lines = page.getByLabel("Lines from your spreadsheet");
  await lines.fill("Part\tPrice\tCost\nDW02501GTYN\t615.00\t170\nDW02501\t5");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByText(/Line 3, part number: Enter the whole number/)).toBeVisible();
  await expect(lines).toHaveValue("Part\tPrice\tCost\nDW02501GTYN\t615.00\t170\nDW02501\t5");
  await lines.fill("DW02501GTYN\t615.00\t170\nFD20417GTNN\t\t64.50");
  await page.getByLabel("Reason for the change").fill("New list");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByText("Saved: 1 new, 1 changed.").first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "DW02501GTYN" })).toContainText("$615.00");
  await page.goto(`${pricing}/history`);
  await expect(page.getByText("New list")).toBeVisible();

  await page.goto(`${pricing}/stock`);
  await page.getByRole("link", { name: "Paste a count" }).click();
  await lines.focus();
  await page.keyboard.insertText("x".repeat(70_000));
  expect((await lines.inputValue()).length, "no more is sent than a server takes").toBe(60_001);
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByText("At most 500 lines at once.")).toBeVisible();
  await lines.fill("DW02501GTYN\t4\t1\t6\tB4");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByRole("row").filter({ hasText: "DW02501GTYN" })).toContainText("Enough");
});

import { expect, test } from "@playwright/test";
import { ask, openShop } from "./support/database";
import { signIn, visitor } from "./support/session";

test("a shop admin changes a price, sees what it does before saving, and the next quote has it", async ({
  page,
  context,
}) => {
  const shop = await openShop("admin");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/pricing`);
  await page.getByRole("link", { name: "Cash prices" }).click();
  const preview = page.getByRole("complementary", { name: "Preview" });
  await expect(preview.getByRole("status")).toContainText("$875.06");
  await page.getByLabel("Labor rate").fill("80");
  await expect(preview.getByRole("status")).toContainText("$925.06");
  await page.getByRole("button", { name: "Save prices" }).click();
  await expect(page.getByText("Cash prices are saved.")).toBeVisible();
  const [profile] = await ask<{ cents: number }>(
    "select labor_cents as cents from pricing_profiles where tenant_id = $1 and payer = 'cash'",
    [shop.id],
  );
  expect(profile?.cents).toBe(80_00);
  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByLabel("Part number").fill("dw2501 gtyn");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$890.06");
});

test("what the newest quotes would have been is shown while prices are typed, before anything is saved", async ({
  page,
  context,
}) => {
  const shop = await openShop("admin");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByRole("combobox", { name: "Customer" }).fill("Tilda Tried");
  await page.getByLabel("Phone").fill("5125550166");
  await page.getByLabel("Year").fill("2021");
  await page.getByLabel("Make").fill("Toyota");
  await page.getByRole("textbox", { name: "Model" }).fill("RAV4");
  await page.getByLabel("Part number").fill("dw2501 gtyn");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$840.06");
  await page.getByRole("button", { name: "Save quote" }).click();
  await expect(page.getByRole("heading", { name: /^Quote #/ })).toBeVisible();

  await page.goto(`/${shop.slug}/pricing/cash`);
  await page.getByLabel("Labor rate").fill("80");
  await page.getByRole("button", { name: "Try on my quotes" }).click();
  const tried = page.getByRole("table", { name: "Quotes with these prices" });
  const row = tried.getByRole("row").filter({ hasText: "Tilda Tried" });
  await expect(row).toContainText("$840.06");
  await expect(row).toContainText("$890.06");
  await expect(row).toContainText("+$50.00");
  await expect(page.getByText(/would differ: .* in all/)).toBeVisible();
  await page.getByLabel("Labor rate").fill("60");
  await expect(row).toContainText("$0.00");
  await page.goto(`/${shop.slug}/pricing/parts/new`);
  await page.getByLabel("Part number").fill("DW02501GTYN");
  await page.getByLabel("Your price").fill("300");
  await page.getByRole("button", { name: "Try on my quotes" }).click();
  await expect(row).toContainText("-$25.98");
});

test("bad input is explained beside its field and nothing typed is lost", async ({ page, context }) => {
  const shop = await openShop("admin");
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/pricing/cash`);
  const rule = page.getByRole("group", { name: "Rule 1" });
  await rule.getByLabel("Amount").fill("155");
  await page.getByLabel("Labor rate").fill("sixty");
  await page.getByRole("button", { name: "Save prices" }).click();
  await expect(page.getByText("At most 100 %.")).toBeVisible();
  await expect(
    page.getByRole("main").getByText("Enter an amount in dollars, such as 45.00.").first(),
  ).toBeVisible();
  await expect(rule.getByLabel("Amount")).toHaveValue("155");
  await expect(page.getByLabel("Labor rate")).toHaveValue("sixty");
});

test("two who set prices at once: the second is told, and loses nothing typed", async ({ page, context }) => {
  const shop = await openShop("admin");
  await signIn(context.request, shop.email);
  const [first, second] = [page, await context.newPage()];
  const rate = (at: typeof page) => at.getByLabel("Rate in %").first();
  for (const window of [first, second]) await window.goto(`/${shop.slug}/pricing/tax`);
  await rate(first).fill("7.5");
  await first.getByRole("button", { name: "Save tax" }).click();
  await expect(first.getByText("Your tax is saved.")).toBeVisible();
  await second.getByRole("checkbox", { name: "Labor" }).check();
  await second.getByRole("button", { name: "Save tax" }).click();
  await expect(second.getByText(/was changed meanwhile, .* to 7\.5%\. Reload/)).toBeVisible();
  await second.reload();
  await expect(rate(second)).toHaveValue("7.5");
  await expect(second.getByRole("checkbox", { name: "Labor" })).toBeChecked();
  await second.getByRole("button", { name: "Save tax" }).click();
  await expect(second.getByText("Your tax is saved.")).toBeVisible();
});

test("what only some may know is not sent to the browser of the others", async () => {
  const counter = await openShop("counter");
  const page = await (await (await visitor(counter.email)).get(`/${counter.slug}/quotes/new`)).text();
  expect(page).not.toMatch(/costCents\\?":[0-9]|kitCostCents|marginCents/);
});

test("an empty shop is led to its first prices", async ({ page, context }) => {
  const shop = await openShop("owner");
  for (const table of ["pricing_rules", "pricing_profiles", "tax_rates", "part_overrides", "shop_settings"])
    await ask(`delete from ${table} where tenant_id = $1`, [shop.id]);
  await signIn(context.request, shop.email);
  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByRole("link", { name: /price/i }).first().click();
  await page.getByRole("button", { name: "Start with these prices" }).click();
  await expect(page.getByText("Starting prices are in.").first()).toBeVisible();
});

test("new prices wait for their day, are called off, and an earlier version comes back", async ({
  page,
  context,
}) => {
  const shop = await openShop("owner");
  await signIn(context.request, shop.email);
  const pricing = `/${shop.slug}/pricing`;
  const nextYear = new Date().getFullYear() + 1;
  const saveLabor = async (dollars: string, more: () => Promise<void> = async () => {}) => {
    await page.goto(`${pricing}/cash`);
    await page.getByLabel("Labor rate").fill(dollars);
    await more();
    await page.getByRole("button", { name: "Save prices" }).click();
    await expect(page.getByText("Cash prices are saved.").first()).toBeVisible();
  };
  await saveLabor("80", async () => {
    await page.getByLabel("Reason for the change").fill("Wages went up");
    await page.getByLabel("Holds from").fill(`${nextYear}-12-01`);
  });
  await expect(page.getByText(new RegExp(`New prices wait for .*Dec 1, ${nextYear}`))).toBeVisible();
  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByLabel("Part number").fill("dw2501 gtyn");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$840.06");

  await page.goto(`${pricing}/history`);
  const row = page.getByRole("row", { name: /Version 2/ });
  await expect(row).toContainText("Scheduled");
  await expect(row).toContainText("Wages went up");
  await row.getByRole("link").click();
  await expect(page.getByRole("cell", { name: "$80.00 an hour" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel the schedule" }).click();
  await page.getByRole("button", { name: "Cancel version" }).click();
  await expect(page.getByText("Version 2 will not come into force.").first()).toBeVisible();

  await saveLabor("90");
  await page.goto(`${pricing}/history`);
  await page.getByRole("link", { name: "Version 1" }).click();
  await page.getByRole("button", { name: "Go back to this version" }).click();
  await page.getByRole("button", { name: "Go back", exact: true }).click();
  await expect(page.getByText("The prices of version 1 are back.").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Version 4/ })).toContainText("In force");
  const [profile] = await ask<{ cents: number }>(
    "select labor_cents as cents from pricing_profiles where tenant_id = $1 and payer = 'cash'",
    [shop.id],
  );
  expect(profile?.cents).toBe(60_00);
});

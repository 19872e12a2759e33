import { expect, test } from "@playwright/test";
import { addCustomer, ask, openShop, type Shop } from "./support/database";
import { signIn } from "./support/session";

// What people type and paste comes back as they meant it, or is answered beside its field.
let shop: Shop;
test.beforeEach(async ({ context }) => {
  shop = await openShop("counter");
  await signIn(context.request, shop.email);
});

test("a name in one line, a phone with its extension, and a year of two digits", async ({ page }) => {
  await page.goto(`/${shop.slug}/customers/new`);
  await page.getByLabel(/^Name/).fill("  Ann   Example ");
  await page.getByLabel("Phone").fill("512 555 0188 x23");
  await page.getByLabel("Exempt from sales tax").check();
  await page.getByLabel("Exemption certificate no.").fill("TX-1");
  const until = page.getByLabel("Certificate holds until");
  await until.focus();
  await page.keyboard.type("123131");
  // Tab leads to the field's own calendar first.
  await page.getByLabel("Notes").focus();
  await expect(until).toHaveValue("2031-12-31");
  await expect(page.getByLabel("Phone")).toHaveValue("(512) 555-0188 ext. 23");
  await page.getByRole("button", { name: "Add customer" }).click();
  const call = page.getByRole("link", { name: "(512) 555-0188 ext. 23" });
  await expect(call).toHaveAttribute("href", "tel:+15125550188;ext=23");
  expect(
    await ask("select name, tax_certificate_until::text as until from customers where tenant_id = $1", [
      shop.id,
    ]),
  ).toEqual([{ name: "Ann Example", until: "2031-12-31" }]);
  await page.goto(`/${shop.slug}/customers?q=512-555-0188`);
  await expect(page.getByRole("link", { name: "Ann Example" }).first()).toBeVisible();
});

test("a second number beside the first is answered beside the field, and stays", async ({ page }) => {
  await page.goto(`/${shop.slug}/customers/new`);
  await page.getByLabel(/^Name/).fill("Ann Example");
  await page.getByLabel("Phone").fill("512 555 0188 or 512 555 0199");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText("nothing beside it but its extension")).toBeVisible();
  await expect(page.getByLabel("Phone")).toHaveValue("512 555 0188 or 512 555 0199");
});

test("a European VIN fills in what it tells, and keeps its warning", async ({ page }) => {
  const customerId = await addCustomer(shop.id, { name: "Vera Golf", phone: "+15125550123" });
  await page.goto(`/${shop.slug}/customers/${customerId}/vehicles/new`);
  await page.getByLabel("VIN").fill("WVGZZZ5NZJM131395");
  await expect(page.getByText("Position 9 is Z")).toBeVisible();
  await expect(page.getByLabel("Year")).toHaveValue("2018");
  await expect(page.getByLabel("Make")).toHaveValue("Volkswagen");
  await page.getByLabel("Model").fill("Tiguan");
  await page.getByRole("button", { name: "Add vehicle" }).click();
  await expect(page.getByText("WVGZZZ5NZJM131395")).toBeVisible();
  await expect(page.getByText("Position 9 is Z")).toBeVisible();
});

test("a list with a title above its headings and a row too long says what is left out", async ({
  page,
  context,
}) => {
  await signIn(context.request, "sysadmin@bastionglass.example");
  await page.goto("/platform/catalog/import");
  const text = "sep=;\r\nPrice list;;\r\nNAGS;Desc;Color\nDW97101GTYN;Green;x\r\nDW97102GTYN;Blue;y;z\r\n";
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByText("Left out so far: Color.")).toBeVisible();
  await expect(page.getByText("2 rows are left out")).toBeVisible();
  await page.getByRole("button", { name: "Check all rows" }).click();
  const faults = page.getByRole("table", { name: "Rows that are left out" }).getByRole("row");
  await expect(faults.filter({ hasText: "Row 2" })).toContainText("above the headings: Price list");
  await expect(faults.filter({ hasText: "Row 5" })).toContainText("z is in none of the 3 columns");
});

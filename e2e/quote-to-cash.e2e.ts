import { expect, type Page, test } from "@playwright/test";
import { ask, openShop, type Shop } from "./support/database";
import { signIn } from "./support/session";

// A caller's windshield from hello to paid, as the counter does it, in two shops at once that never see each other.
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

async function startQuote(page: Page, shop: Shop, name: string): Promise<void> {
  await page.goto(`/${shop.slug}`);
  await page.getByRole("link", { name: "New quote" }).first().click();
  await page.getByRole("combobox", { name: "Customer" }).fill(name);
  await page.getByLabel("Phone").fill("(512) 555-0142");
  await page.getByLabel("Year").fill("2021");
  await page.getByLabel("Make").fill("toyota");
  await page.getByRole("textbox", { name: "Model" }).fill("rav4");
  const question = page.getByRole("group", { name: "Question about the glass" });
  await expect(question).toContainText("tinted band");
  await question.getByRole("button", { name: "Yes" }).click();
  await expect(question).toContainText("rain");
  await question.getByRole("button", { name: "No", exact: true }).click();
  await expect(page.getByText("DW02501GTYN").first()).toBeVisible();
}

async function bookIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save and book" }).click();
  await page.getByLabel(/^Day/).fill(tomorrow);
  await page.getByText("Morning").click();
  const street = page.getByLabel("Street");
  if (await street.isVisible()) {
    await street.fill("5 Main Street");
    await page.getByLabel("City").fill("Austin");
    await page.getByLabel("ZIP").fill("78701");
  }
  await page.getByRole("button", { name: "Book job" }).click();
  await page.getByRole("link", { name: /Job #/ }).click();
  await expect(page.getByRole("button", { name: "Dispatch" })).toBeVisible();
}

async function workIt(page: Page, steps: string[]): Promise<void> {
  for (const step of steps) {
    const verb = page.getByRole("button", { name: step, exact: true });
    await verb.click();
    await expect(verb).toHaveCount(0);
  }
}

async function pay(
  page: Page,
  payer: "customer" | "insurer",
  amount: string,
  method: RegExp,
  reference?: string,
): Promise<void> {
  await page.getByRole("link", { name: `Record ${payer} payment` }).click();
  await page.getByLabel("Amount").fill(amount);
  await page.getByText(method).first().click();
  if (reference) await page.getByLabel("Reference").fill(reference);
  await page.getByRole("button", { name: /^Record/ }).click();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/);
}

test("cash: quote, book, install, invoice, partial payments, paid", async ({ page, context }) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await startQuote(page, shop, "Maria Cash");
  await page.getByText("We go to the customer").click();
  // The worked cash quote of the trade notes, to the cent.
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$875.06");
  await bookIt(page);
  await workIt(page, ["Dispatch", "En route", "Start", "Complete"]);
  await page.getByRole("button", { name: "Create invoice" }).click();
  await expect(page.getByText("$875.06").first()).toBeVisible();
  await pay(page, "customer", "400.00", /^Cash/);
  await expect(page.getByText("$475.06").first()).toBeVisible();
  await pay(page, "customer", "475.06", /^Check/, "1042");
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
  const [job] = await ask<{ status: string }>("select status::text from jobs where tenant_id = $1", [
    shop.id,
  ]);
  expect(job?.status).toBe("paid");
  const trail = await ask<{ action: string }>(
    "select action from audit_events where tenant_id = $1 order by at",
    [shop.id],
  );
  expect(trail.length).toBeGreaterThanOrEqual(9);
});

test("insurance: two payers, each with a share, a payment and a balance", async ({ page, context }) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await startQuote(page, shop, "Ivan Insured");
  await page
    .getByText(/^Insurance/)
    .first()
    .click();
  await page.getByRole("combobox", { name: "Insurer" }).fill("State Farm");
  await page
    .getByRole("option", { name: /State Farm/ })
    .first()
    .click();
  await page.getByLabel("Deductible", { exact: true }).fill("100");
  // The worked insurance quote of the trade notes, to the cent.
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$903.61");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$803.61");
  await bookIt(page);
  await workIt(page, ["Dispatch", "Start", "Complete"]);
  await page.getByRole("button", { name: "Create invoice" }).click();
  await pay(page, "customer", "100.00", /^Card/, "4242");
  await pay(page, "insurer", "803.61", /EFT/, "TRACE-77");
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
});

test("a payment of more than is owed is refused and nothing typed is lost", async ({ page, context }) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await startQuote(page, shop, "Olga Over");
  await bookIt(page);
  await workIt(page, ["Dispatch", "Start", "Complete"]);
  await page.getByRole("button", { name: "Create invoice" }).click();
  await page.getByRole("link", { name: "Record customer payment" }).click();
  await page.getByLabel("Amount").fill("99999.00");
  await page.getByText(/^Cash/).first().click();
  await page.getByRole("button", { name: /^Record/ }).click();
  await expect(page.getByLabel("Amount")).toHaveValue("99999.00");
  const payments = await ask("select 1 from payments where tenant_id = $1", [shop.id]);
  expect(payments).toHaveLength(0);
});

test("a quote typed halfway survives a reload", async ({ page, context }) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await startQuote(page, shop, "Rita Reload");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Customer" })).toHaveValue("Rita Reload");
  await expect(page.getByRole("textbox", { name: "Model" })).toHaveValue(/rav4/i);
});

test("the other shop sees nothing of it", async ({ browser }) => {
  const [ours, theirs] = [await openShop("counter"), await openShop("counter")];
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  await signIn(here.request, ours.email);
  await signIn(there.request, theirs.email);
  const page = await here.newPage();
  await startQuote(page, ours, "Zelda Unmistakable");
  await page.getByRole("button", { name: "Save quote" }).click();
  await expect(page).toHaveURL(/\/quotes\/[0-9a-f-]{36}$/);
  const other = await there.newPage();
  for (const path of ["", "/quotes", "/customers?q=Zelda", "/jobs", "/invoices", "/claims", "/dispatch"]) {
    await other.goto(`/${theirs.slug}${path}`);
    await expect(other.getByRole("main")).not.toContainText("Unmistakable");
  }
  const found = await (await there.request.get(`/${theirs.slug}/customers/search?q=Zelda`)).json();
  expect(found).toEqual([]);
  const address = new URL(page.url()).pathname.replace(ours.slug, theirs.slug);
  expect((await there.request.get(address)).status()).toBe(404);
});

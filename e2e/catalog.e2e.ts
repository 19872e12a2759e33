import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { ask, openShop } from "./support/database";
import { signIn, visitor } from "./support/session";

const SYSTEM_ADMIN = "sysadmin@bastionglass.example";
const numbers = ["DW97001GTYN", "FD97002GTNN", "DW97003GTYN", "DW97004GTYN"];

// One after the other: what is cleaned up after one test would be missing from another beside it.
test.describe.configure({ mode: "default" });
test.beforeEach(({ context }) => signIn(context.request, SYSTEM_ADMIN));
test.afterAll(() => ask("delete from parts where tenant_id is null and nags_number = any($1)", [numbers]));

const csv = (...rows: string[]) =>
  ["NAGS;Desc;List;Effective;Hours;Year_from;Year_to;Make;Model", ...rows].join("\r\n");

async function choose(page: Page, text: string) {
  await page.goto("/platform/catalog/import");
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${text}`) });
}

test("a list is imported, and a shop's desk quotes the part", async ({ page, browser }) => {
  await choose(
    page,
    csv(
      'DW97001GTYN;"Demo windshield; tall";612,40;2026-01-01;2.5;2019;2021;Importia;Wagon',
      "DW97001GTYN;;;;;2022;2023;Importia;Wagon",
      "FD97002GTNN;=HYPERLINK(1);204;2026-01-01;1;2019;2021;Importia;Wagon",
      "DW97003GTYN;Demo windshield;-5;2026-01-01;1;2019;2021;Importia;Wagon",
    ).replace("612,40", "612.40"),
  );
  await expect(page.getByLabel("Part number")).toHaveValue("0");
  await expect(page.getByLabel("List price")).toHaveValue("2");
  await page.getByRole("button", { name: "Check all rows" }).click();
  await expect(page.getByRole("heading", { name: "Checked: nothing is saved yet" })).toBeVisible();
  const faults = page.getByRole("table", { name: "Rows that are left out" }).getByRole("row");
  await expect(faults.filter({ hasText: "Row 4" })).toContainText("formula");
  await expect(faults.filter({ hasText: "Row 5" })).toContainText("Can't be negative");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain(
    "4,Description,Text can't begin with",
  );
  expect(await ask("select from parts where nags_number = any($1)", [numbers])).toHaveLength(0);

  await page.getByRole("button", { name: "Import 1 part" }).click();
  await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible();
  await page.getByRole("link", { name: "Changes" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Imported list.csv" }).first()).toContainText("1 new");

  for (const shop of [await openShop("counter"), await openShop("counter")]) {
    const counter = await visitor(shop.email);
    const answer = await counter.get(`/${shop.slug}/quotes/parts?year=2023&make=Importia&model=Wagon`);
    const { parts } = await answer.json();
    expect(parts).toMatchObject([{ nagsNumber: "DW97001GTYN", listPriceCents: 61_240, laborMinutes: 150 }]);
    await counter.dispose();
  }

  const shop = await openShop("counter");
  const desk = await browser.newContext({ baseURL: process.env.E2E_BASE_URL });
  await signIn(desk.request, shop.email);
  const quote = await desk.newPage();
  await quote.goto(`/${shop.slug}/quotes/new`);
  await quote.getByLabel("Year").fill("2020");
  await quote.getByLabel("Make").fill("importia");
  await quote.getByLabel("Model").fill("WAGON");
  await expect(quote.getByText("DW97001GTYN").first()).toBeVisible();
  await desk.close();
});

test("importing the same list again changes nothing, and headings are remembered", async ({ page }) => {
  const text = csv("DW97003GTYN;Demo windshield;500;2026-01-01;1;2019;2021;Importia;Wagon").replace(
    "Desc",
    "Bezeichnung",
  );
  for (const said of ["Import 1 part", "The catalog says all of this already."]) {
    await choose(page, text);
    const description = page.getByLabel("Description");
    if (said === "Import 1 part") await description.selectOption({ label: "Bezeichnung" });
    await expect(description).toHaveValue("1");
    await page.getByRole("button", { name: "Check all rows" }).click();
    await expect(page.getByText(said)).toBeVisible();
    if (said !== "Import 1 part") return;
    await page.getByRole("button", { name: said }).click();
    await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible();
  }
});

test("the next edition's price waits for its day; of two who change a part at once, the second is told", async ({
  page,
  context,
  browser,
}) => {
  await ask(
    `insert into parts (id, nags_number, prefix, number, color_code, glass_position, description, list_price_cents, list_effective_from)
     values (gen_random_uuid(), 'DW97004GTYN', 'DW', '97004', 'GT', 'windshield', 'Demo windshield', 48000, '2026-01-01')`,
  );
  const [part] = await ask<{ id: string }>("select id from parts where nags_number = 'DW97004GTYN'");
  const address = `/platform/catalog/parts/${part?.id}`;
  const other = await context.newPage();
  await other.goto(address);
  await page.goto(address);
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("List price").fill("500");
  await page.getByLabel("Holds from").fill(day);
  await page.getByRole("button", { name: "Save part" }).click();
  await expect(page.getByText("Until then $480.00 holds.")).toBeVisible();
  await page.getByLabel("Clips").fill("4");
  await page.getByRole("button", { name: "Save part" }).click();
  await expect
    .poll(() => ask("select clips_qty from parts where id = $1", [part?.id]))
    .toEqual([{ clips_qty: 4 }]);

  await other.getByLabel("List price").fill("490");
  await other.getByRole("button", { name: "Save part" }).click();
  await expect(other.getByText("This was changed meanwhile")).toBeVisible();
  await expect(other.getByLabel("List price")).toHaveValue("490");
  await other.close();

  await page.goto("/platform/catalog?q=DW97004GTYN");
  const row = page.getByRole("row").filter({ hasText: "DW97004GTYN" });
  await expect(row).toContainText(`until ${day}, then $500.00`);
  await expect(row).toContainText("$480.00");
  const shop = await openShop("counter");
  const counter = await visitor(shop.email);
  const { parts } = await (await counter.get(`/${shop.slug}/quotes/parts?nags=DW97004GTYN`)).json();
  expect(parts).toMatchObject([{ listPriceCents: 48_000 }]);
  await counter.dispose();

  const admin = await openShop("admin");
  const office = await browser.newContext({ baseURL: process.env.E2E_BASE_URL });
  await signIn(office.request, admin.email);
  const prices = await office.newPage();
  await prices.goto(`/${admin.slug}/pricing/parts/new`);
  await prices.getByLabel("Part number").fill("DW97004GTYN");
  await prices.getByLabel("Your cost").fill("100");
  const preview = prices.getByRole("complementary", { name: "Preview" });
  await expect(preview).toContainText("list $480.00");
  await preview.getByText("Change the sample").click();
  await preview.getByLabel("Day").fill(day);
  await expect(preview).toContainText("list $500.00");
  await office.close();
});

test("a part is added, refused with its messages, changed and deleted by hand", async ({ page }) => {
  await page.goto("/platform/catalog/parts/new");
  await page.getByLabel("Part number").fill("dw 97002 gtyn");
  await page.getByLabel("Description").fill("Demo windshield");
  await page.getByLabel("List price").fill("480");
  await page.getByLabel("From year").fill("2024");
  await page.getByLabel("To year").fill("2020");
  await page.getByLabel("Make").fill("Importia");
  await page.getByLabel("Model", { exact: true }).fill("Van");
  await page.getByRole("button", { name: "Add part" }).click();
  await expect(page.getByText("Say from which day the list price holds.")).toBeVisible();
  await expect(page.getByText("The last year, 2020, comes before the first, 2024.")).toBeVisible();
  await expect(page.getByLabel("List price")).toHaveValue("480");
  await page.getByLabel("Holds from").fill("2026-02-01");
  await page.getByLabel("To year").fill("2026");
  await page.getByLabel("Labor hours").fill("2.2");
  await page.getByLabel("Forward camera").check();
  await page.getByRole("button", { name: "Add part" }).click();
  await expect(page.getByRole("heading", { name: "DW97002GTYN" })).toBeVisible();
  await expect(page.getByText("DW97002GTYN is there for every shop.")).toBeVisible();
  await expect(page.getByLabel("Labor hours")).toHaveValue("2.2");
  await expect(page.getByLabel("Forward camera")).toBeChecked();

  await page.getByLabel("Labor hours").fill("2.4");
  await page.getByRole("button", { name: "Save part" }).click();
  await expect(page.getByText("Saved. Every shop has it from now on.")).toBeVisible();
  const kept = await ask<{ labor_minutes: number }>(
    "select labor_minutes from parts where nags_number = 'DW97002GTYN'",
  );
  expect(kept).toEqual([{ labor_minutes: 144 }]);

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Saved quotes, jobs and invoices keep its number")).toBeVisible();
  await page.getByRole("button", { name: "Delete part" }).click();
  await expect(page).toHaveURL("/platform/catalog");
  await page.getByRole("link", { name: "Changes" }).click();
  const changes = page.getByRole("row").filter({ hasText: "DW97002GTYN" });
  await expect(changes.filter({ hasText: "Labor minutes: 132 → 144" })).toBeVisible();
  await expect(changes.filter({ hasText: "Deleted" })).toBeVisible();
});

test("an insurer that quotes name stays, in words; one that none names goes", async ({ page }) => {
  const [used] = await ask<{ id: string; name: string }>(
    "select i.id, i.name from insurers i where exists (select from claims where insurer_id = i.id) limit 1",
  );
  await page.goto(`/platform/catalog/insurers/${used?.id}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete insurer" }).click();
  await expect(
    page.getByText(`Shops have quotes, claims or prices with ${used?.name}, so it stays.`),
  ).toBeVisible();

  await page.goto("/platform/catalog/insurers/new");
  await page.getByLabel("Insurer", { exact: false }).first().fill("Sweep Mutual");
  await page.getByLabel("Glass claims go through").selectOption({ label: "LYNX Services" });
  await page.getByRole("button", { name: "Add insurer" }).click();
  await page.getByRole("link", { name: "Sweep Mutual" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete insurer" }).click();
  await expect(page).toHaveURL("/platform/catalog/insurers");
  expect(await ask("select from insurers where name = 'Sweep Mutual'")).toHaveLength(0);
});

test("an administrator of claims is kept while insurers go through it", async ({ page }) => {
  const name = `Kept Claims ${randomUUID()}`;
  const [tpa] = await ask<{ id: string }>(
    "insert into tpas (id, name) values (gen_random_uuid(), $1) returning id",
    [name],
  );
  await ask(
    "insert into insurers (id, name, tpa_id) select gen_random_uuid(), $1 || n, $2 from generate_series(1, 3) n",
    [`${name} insurer `, tpa?.id],
  );
  await page.goto("/platform/catalog/tpas");
  await page.getByRole("link", { name }).click();
  await page.getByLabel("Portal").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Save TPA" }).click();
  await expect(page.getByText("Enter an address such as https://portal.example.com.")).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete TPA" }).click();
  await expect(page.getByText(/takes the claims of 3 insurers, so it stays/)).toBeVisible();
});

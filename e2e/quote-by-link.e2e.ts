import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { callAction } from "./support/action-call";
import { ask, fingerprint, openShop, type Shop } from "./support/database";
import { openMailbox } from "./support/mailbox";
import { signIn, visitor } from "./support/session";
import { serverActions } from "./support/surface";

// A customer without an account: the quote comes by mail, they choose, tick, sign, and the shop has a work order.
test.describe.configure({ mode: "default" });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

test.beforeAll(async () => {
  mailbox = await openMailbox();
});
test.afterAll(() => mailbox.close());

async function makeQuote(
  page: Page,
  shop: Shop,
  more: () => Promise<void> = async () => {},
): Promise<string> {
  await page.goto(`/${shop.slug}/quotes/new`);
  await page.getByRole("combobox", { name: "Customer" }).fill("José Núñez");
  await page.getByRole("textbox", { name: "Phone" }).fill("(512) 555-0142");
  await page.getByLabel("Year").fill("2021");
  await page.getByLabel("Make").fill("Toyota");
  await page.getByRole("textbox", { name: "Model" }).fill("RAV4");
  await page.getByLabel("Part number").fill("DW02501GTYN");
  await expect(page.getByRole("status", { name: "Totals" })).toContainText("$840.06");
  await more();
  await page.getByRole("button", { name: "Save quote" }).click();
  await expect(page).toHaveURL(/\/quotes\/[0-9a-f-]{36}$/);
  return page.url().split("/").at(-1) ?? "";
}

async function mailIt(page: Page, email: string): Promise<string> {
  await page.getByRole("button", { name: /^Send/ }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send e-mail" }).click();
  await expect(page.getByText(`on its way to ${email}`)).toBeVisible();
  const link = () =>
    /http:\/\/localhost:\d+(\/quote\/[\w-]{64})/.exec(mailbox.newest(email)?.text ?? "")?.[1] ?? "";
  await expect.poll(link).not.toBe("");
  await expect(page.getByText(/Mailed .* · Not opened yet/).first()).toBeVisible();
  return link();
}

test("several options, approved by the owner, mailed, chosen and signed on the customer's phone", async ({
  page,
  context,
  browser,
}) => {
  const shop = await openShop("owner");
  await ask("update shop_settings set discount_limit_bps = 500 where tenant_id = $1", [shop.id]);
  await ask("update tenants set email = 'desk@e2e.example' where id = $1", [shop.id]);
  const counter = await addMember(shop, "counter");
  await signIn(context.request, counter);
  const id = await makeQuote(page, shop, async () => {
    await page.getByRole("checkbox", { name: "OEE" }).check();
    await page.getByLabel("OEE glass price").fill("410");
    await page.getByRole("checkbox", { name: "Dealer" }).check();
    await page.getByLabel("Dealer glass price").fill("905");
    await page.getByText(/^More:/).click();
    await page.getByLabel("Discount", { exact: true }).fill("60");
    await page.getByLabel("Reason for the discount").fill("Price match");
  });

  // More than the counter may: it goes nowhere before somebody who may has looked.
  await expect(page.getByText("needs approval")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  const office = await browser.newContext();
  await signIn(office.request, shop.email);
  const owner = await office.newPage();
  await owner.goto(`/${shop.slug}`);
  await owner.getByRole("link", { name: "Look at them" }).click();
  await owner
    .getByRole("link", { name: "José Núñez" })
    .or(owner.locator(`a[href$="${id}"]`))
    .first()
    .click();
  await owner.getByRole("button", { name: "Approve" }).click();
  await expect(owner.getByText("needs approval")).toHaveCount(0);
  await page.reload();
  const link = await mailIt(page, "jose@e2e.example");
  const mail = mailbox.newest("jose@e2e.example")?.text ?? "";
  expect(mail).toContain("3 options, from");
  expect(mail).toContain("Reply-To: desk@e2e.example");
  expect(mail).toMatch(/filename=quote-\d+\.pdf/);

  // A name that has no room on a phone breaks; the page does not.
  await ask("update customers set name = name || repeat('W', 90) where tenant_id = $1", [shop.id]);
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  const customer = await phone.newPage();
  await customer.goto(link);
  const html = await customer.content();
  for (const secret of [shop.id, "55% off list", "costCents", "Margin"]) expect(html).not.toContain(secret);
  const { violations } = await new AxeBuilder({ page: customer }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  expect(
    await customer.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);

  // Nothing is ticked for them, and a mistake loses nothing.
  await expect(customer.getByRole("checkbox", { name: /may text me/ })).not.toBeChecked();
  await customer.getByLabel("Anything we should know?").fill("Gate code 12");
  await customer.getByRole("button", { name: /Accept and sign/ }).click();
  await expect(customer.getByText("Enter your full name.")).toBeVisible();
  await expect(customer.getByText("Choose a date.")).toBeVisible();
  await expect(customer.getByLabel("Anything we should know?")).toHaveValue("Gate code 12");
  await customer.getByRole("radio", { name: /^Dealer/ }).check({ force: true });
  await customer.getByLabel(/Which day/).fill(inDays(3));
  await customer.getByRole("checkbox", { name: /may text me/ }).check();
  await customer.getByLabel("Your full name").fill("José Núñez");
  await draw(customer);
  await customer.getByRole("button", { name: /Accept and sign: \$/ }).click();
  await expect(customer.getByText("Thank you: accepted and signed")).toBeVisible();

  const [job] = await ask<{ requested: boolean; notes: string; grade: string }>(
    "select j.day_requested as requested, j.notes, q.grade from jobs j join quotes q on q.id = j.quote_id and q.tenant_id = j.tenant_id where j.tenant_id = $1",
    [shop.id],
  );
  expect(job).toEqual({ requested: true, notes: "Gate code 12", grade: "dealer" });
  expect(await ask("select 1 from text_consents where tenant_id = $1 and given", [shop.id])).toHaveLength(1);
  expect(
    await ask(
      "select 1 from audit_events where tenant_id = $1 and action = 'quote.sign' and user_id is null",
      [shop.id],
    ),
  ).toHaveLength(1);
  await expect.poll(() => mailbox.newest("desk@e2e.example")?.text).toContain("is accepted");
  await expect.poll(() => mailbox.newest("jose@e2e.example")?.text).toContain("Your copy");

  await page.goto(`/${shop.slug}`);
  await page.getByRole("link", { name: "José Núñez" }).first().click();
  await page.getByRole("button", { name: "Confirm day" }).click();
  await expect(page.getByText("The customer wishes for this day")).toHaveCount(0);
  await customer.reload();
  await expect(customer.getByRole("button", { name: /Accept and sign/ })).toHaveCount(0);
});

test("a link shows one quote of one shop, until it is closed or its day is over", async ({
  page,
  context,
}) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  const id = await makeQuote(page, shop);
  const link = await mailIt(page, "one@e2e.example");
  const guest = await visitor();
  const never = await guest.get(`/quote/${"A".repeat(64)}`);
  expect(never.status()).toBe(404);
  const token = link.split("/").at(-1) ?? "";
  for (const at of [0, 20, 40, 63]) {
    const guess = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    for (const path of [`/quote/${guess}`, `/quote/${guess}/pdf`])
      expect((await guest.get(path)).status(), `character ${at}`).toBe(404);
  }
  // What the shop's own people open is not told as opened.
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your quote" })).toBeVisible();
  await page.goto(`/${shop.slug}/quotes/${id}`);
  await expect(page.getByText("Not opened yet")).toBeVisible();
  const seen = await guest.get(link);
  expect(seen.status()).toBe(200);
  expect(await seen.text()).toContain("noindex");
  await page.reload();
  await expect(page.getByText(/Link opened \w+, .* [AP]M/)).toHaveCount(2);
  const pdf = await guest.get(`${link}/pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  const body = async () => (await guest.get(link)).text();
  await ask("update quote_links set expires_on = current_date - 2 where tenant_id = $1", [shop.id]);
  expect(await body()).toContain("no longer open");
  expect(await body()).not.toContain("José");
  expect((await guest.get(`${link}/pdf`)).status()).toBe(404);
  await ask("update quote_links set expires_on = current_date + 20 where tenant_id = $1", [shop.id]);
  expect(await body()).toContain("José");
  await page.goto(`/${shop.slug}/quotes/${id}`);
  await page.getByRole("button", { name: "Close link" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close link" }).click();
  await expect(page.getByText(/Closed/)).toBeVisible();
  expect(await body()).not.toContain("José");
  await guest.dispose();
});

test("a drawn signature outlasts a lost connection and a reload, but not a change of what it stands under", async ({
  page,
  context,
  browser,
}) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await makeQuote(page, shop);
  const link = await mailIt(page, "ink@e2e.example");
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const customer = await phone.newPage();
  await customer.goto(link);
  const name = customer.getByLabel("Your full name");
  const drawn = customer.locator("input[name=drawing]");
  const ink = () => customer.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await customer.waitForLoadState("networkidle");
  const blank = await ink();
  await name.fill("José Núñez");
  await customer.getByLabel(/Which day/).fill(inDays(3));
  await draw(customer);
  await expect(drawn).toHaveValue(/^M\d+ \d+L/);
  const path = await drawn.inputValue();
  await phone.setOffline(true);
  await customer.getByRole("button", { name: /Accept and sign/ }).click();
  await expect(customer.getByText("No connection")).toBeVisible();
  await phone.setOffline(false);
  await customer.getByRole("button", { name: "Try again" }).click();
  await expect(customer.getByText("Restored what you typed")).toBeVisible();
  await expect(drawn).toHaveValue(path);
  expect(await ink()).not.toBe(blank);
  await customer.reload();
  await expect(drawn).toHaveValue(path);
  expect(await ink()).not.toBe(blank);
  await expect(name).toHaveValue("José Núñez");

  // The phone is turned: what was drawn stays, and what is drawn then lies where it is seen.
  const upright = customer.viewportSize();
  await customer.setViewportSize({ width: 844, height: 390 });
  await draw(customer);
  const { width } = (await customer.locator("canvas").boundingBox()) ?? { width: 0 };
  await expect(drawn).toHaveValue(/M.*M/);
  const [before, after] = (await drawn.inputValue()).split(/(?=M)/);
  expect(before).toBe(path);
  expect(after).toContain(`M${Math.round((20 * 600) / width)} `);
  if (upright) await customer.setViewportSize(upright);

  // The number that texts would go to is another: what was typed is back, what was signed is not.
  await ask("update customers set phone = '+15125550188' where tenant_id = $1", [shop.id]);
  await customer.reload();
  await expect(customer.getByText("Restored what you typed")).toBeVisible();
  await expect(name).toHaveValue("José Núñez");
  await expect(drawn).toHaveValue("");
  expect(await ink()).toBe(blank);
  await draw(customer);
  await customer.getByRole("button", { name: "Discard" }).click();
  await expect(drawn).toHaveValue("");
  expect(await ink()).toBe(blank);
});

test("no guest's action does anything by a link that is not ours, and nothing that they name but their own link counts", async ({
  page,
  context,
}) => {
  const [mine, theirs] = [await openShop("counter"), await openShop("counter")];
  await signIn(context.request, theirs.email);
  const quoteId = await makeQuote(page, theirs);
  await signIn(context.request, mine.email);
  await makeQuote(page, mine);
  const link = await mailIt(page, "mine@e2e.example");
  const before = await fingerprint(theirs.id);
  const guest = await visitor();
  const shown = await (await guest.get(link)).text();
  const fields = {
    seal: /name="seal" value="([^"]+)"/.exec(shown)?.[1] ?? "",
    name: "Eve",
    day: inDays(2),
    timeWindow: "am",
    id: quoteId,
    quoteId,
    tenant: theirs.slug,
    tenantId: theirs.id,
  };
  const actions = serverActions("(public)");
  expect(actions.length).toBeGreaterThan(0);
  for (const { id, name } of actions) {
    for (const forged of ["", "x", "A".repeat(64), theirs.slug, theirs.id, randomUUID()]) {
      const answer = await callAction(guest, { url: link, id, tenant: forged, fields });
      expect(answer.status(), `${name} by ${forged}`).toBe(404);
    }
    await callAction(guest, { url: link, id, tenant: link.split("/").at(-1) ?? "", fields });
  }
  expect(await fingerprint(theirs.id)).toBe(before);
  expect(
    await ask("select 1 from quote_signatures where tenant_id = $1 and name = 'Eve'", [mine.id]),
  ).toHaveLength(1);
  await guest.dispose();
});

test("an address that the mail server refuses: the counter is told, can try again and can pass the link on", async ({
  page,
  context,
}) => {
  const shop = await openShop("counter");
  await signIn(context.request, shop.email);
  await makeQuote(page, shop);
  mailbox.refuse(true);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByLabel("E-mail").fill("full@e2e.example");
  await page.getByRole("button", { name: "Send e-mail" }).click();
  await expect(
    page.getByText("Not delivered: the mail server refuses it (550 Mailbox is full)"),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  mailbox.refuse(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Trying again to reach full@e2e.example.")).toBeVisible();
  await expect(page.getByText(/Mailed .* · Not opened yet/)).toBeVisible();
  expect(mailbox.newest("full@e2e.example")?.text).toContain("See it, choose and accept it here");
});

async function draw(page: Page): Promise<void> {
  const canvas = page.locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("There is no room to sign");
  await page.mouse.move(box.x + 20, box.y + 40);
  await page.mouse.down();
  for (let step = 0; step < 12; step++)
    await page.mouse.move(box.x + 20 + step * 15, box.y + 40 + (step % 2) * 30);
  await page.mouse.up();
}

/** Somebody else who works in a shop. @returns their e-mail */
async function addMember(shop: Shop, role: string): Promise<string> {
  const other = await openShop("counter");
  await ask(
    "insert into memberships (tenant_id, id, user_id, role) select $1, gen_random_uuid(), id, $3::role from users where email = $2",
    [shop.id, other.email, role],
  );
  return other.email;
}

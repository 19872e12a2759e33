import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { callAction } from "./support/action-call";
import { ask, openShop } from "./support/database";
import { openMarkedShop } from "./support/marked-shop";
import { signIn, visitor } from "./support/session";
import { serverActions } from "./support/surface";
import { universalForm } from "./support/universal-form";

const SYSTEM_ADMIN = "sysadmin@bastionglass.example";

test("an owner sees own people's attempts, and not whose the other shop is", async ({ page, context }) => {
  const [owner, other] = [await openShop("owner"), await openMarkedShop()];
  const thief = await visitor(owner.email);
  await thief.get(`/${owner.slug}/customers/${other.ids.customers}?note=${other.mark}`);
  await thief.get(`/${other.slug}/jobs`);
  const guest = await visitor();
  const { csrfToken } = await (await guest.get("/api/auth/csrf")).json();
  const wrong = { csrfToken, email: owner.email, password: "wrong", json: "true" };
  await guest.post("/api/auth/callback/credentials", { form: wrong });

  const told = "select kind from shop_security_events where tenant_id = $1";
  await expect.poll(async () => (await ask(told, [owner.id])).length).toBe(3);
  await signIn(context.request, owner.email);
  await page.goto(`/${owner.slug}/security`);
  const rows = page.getByRole("table", { name: "Security events" }).getByRole("row");
  await expect(rows.filter({ hasText: "Not in this shop" })).toContainText("/customers/…");
  await expect(rows.filter({ hasText: "Another address" })).toBeVisible();
  await expect(rows.filter({ hasText: "Failed sign-in" })).toBeVisible();
  const html = await page.content();
  for (const theirs of [other.slug, other.id, other.mark, other.ids.customers ?? ""])
    expect(html).not.toContain(theirs);
  await page.getByRole("link", { name: "Sign-in", exact: true }).click();
  await expect(rows.filter({ hasText: "Not in this shop" })).toHaveCount(0);
  await expect(rows.filter({ hasText: "Failed sign-in" })).toBeVisible();
  expect(await ask(told, [other.id])).toEqual([]);
});

/** Each character percent-encoded: nothing in the address looks like an id. */
const encoded = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join("");

test("an id that is hidden from the eye is noted all the same: encoded, behind decoys, in a form, in upper case", async () => {
  const [actor, other] = [await openShop("owner"), await openMarkedShop()];
  const thief = await visitor(actor.email);
  const { customers = "", jobs = "", quotes = "", invoices = "" } = other.ids;
  const decoys = Array.from({ length: 30 }, () => randomUUID());
  await thief.get(`/${actor.slug}/customers/${encoded(customers)}`);
  await thief.get(`/${actor.slug}/jobs/${jobs.toUpperCase()}?a=${decoys.join(",")}`);
  await thief.get(`/${actor.slug}/quotes/${encoded(quotes)}/pdf?${decoys.map((id) => `x=${id}`).join("&")}`);
  const pay = serverActions().find(({ name }) => name === "recordPayment");
  const fields: Record<string, string> = { ...universalForm("recordPayment"), invoiceId: invoices };
  decoys.forEach((id, index) => {
    fields[`a${index}`] = id;
  });
  const page = `/${actor.slug}/invoices/${invoices}/payment`;
  await callAction(thief, { url: page, id: pay?.id ?? "", tenant: actor.slug, fields: { ...fields } });
  const noted = async () =>
    (
      await ask<{ id: string }>(
        "select detail->>'id' as id from security_events where kind = 'cross_tenant' and actor_tenant_id = $1 and target_tenant_id = $2",
        [actor.id, other.id],
      )
    ).map(({ id }) => id);
  for (const id of [customers, jobs, quotes, invoices]) await expect.poll(noted).toContain(id);
  // What was named and never asked for is no attempt.
  for (const id of decoys) expect(await noted()).not.toContain(id);
  await thief.dispose();
});

test("a counter and a technician find no security page", async () => {
  for (const role of ["counter", "technician"] as const) {
    const shop = await openShop(role);
    const member = await visitor(shop.email);
    expect((await member.get(`/${shop.slug}/security`)).status()).toBe(404);
    await member.dispose();
  }
});

test("platform/ is not there for anyone but a system administrator", async () => {
  const shop = await openShop("owner");
  const owner = await visitor(shop.email);
  const [answer, never] = [await owner.get("/platform/security"), await owner.get("/platform/never-was")];
  expect(answer.status()).toBe(404);
  expect(never.status()).toBe(404);
  expect(await answer.text()).not.toContain("Every attempt here");
  await owner.dispose();
  const guest = await visitor();
  const asked = await guest.get("/platform/security?q=a");
  expect(asked.headers().location).toBe(`/sign-in?next=${encodeURIComponent("/platform/security?q=a")}`);
  await guest.dispose();
});

test("a system administrator sees who reached for which shop, and no page of a shop", async ({
  page,
  context,
}) => {
  const [owner, other] = [await openShop("owner"), await openMarkedShop()];
  const thief = await visitor(owner.email);
  await thief.get(`/${owner.slug}/customers/${other.ids.customers}`);
  const noted = "select from security_events where kind = 'cross_tenant' and target_tenant_id = $1";
  await expect.poll(async () => (await ask(noted, [other.id])).length).toBe(1);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(SYSTEM_ADMIN);
  await page.getByLabel("Password").fill("demo-glass");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/platform/security");
  await page.getByRole("searchbox").fill(other.mark);
  await expect(page).toHaveURL(/q=marked/);
  const row = page.getByRole("table").getByRole("row").filter({ hasText: "Another shop's" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Erin Tester");
  await expect(row).toContainText(`${other.mark} glass`);
  await page.getByRole("link", { name: "Alerts" }).click();
  await expect(page.getByText("Nothing here")).toBeVisible();
  expect((await context.request.get(`/${other.slug}`)).status()).toBe(404);
});

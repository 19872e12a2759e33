import { expect, test } from "@playwright/test";
import { ask, furnish, idsOf, openShop } from "./support/database";
import { signIn } from "./support/session";

test("of two tabs that edit one customer, the second sees what the first did, keeps what was typed, and decides", async ({
  context,
}) => {
  const shop = await openShop("counter");
  await furnish(shop.id);
  const { customers: id } = await idsOf(shop.id);
  await signIn(context.request, shop.email);
  const address = `/${shop.slug}/customers/${id}/edit`;
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) await page.goto(address);

  await one.getByLabel("Company").fill("First Glass");
  await one.getByLabel("Notes").fill("Ring twice");
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.getByText("Saved.")).toBeVisible();

  await other.getByLabel("Company").fill("Second Glass");
  await other.getByLabel("City").fill("Waco");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("This was changed meanwhile")).toBeVisible();
  await expect(other.getByText("Now: “First Glass”.")).toBeVisible();
  await expect(other.getByLabel("Company")).toHaveValue("Second Glass");

  await other.getByLabel("E-mail").fill("no address");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Please look at the marked fields.")).toBeVisible();
  await other.getByLabel("E-mail").fill("second@glass.example");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Saved.")).toBeVisible();

  const kept = await ask("select company, city, notes from customers where id = $1", [id]);
  expect(kept).toEqual([{ company: "Second Glass", city: "Waco", notes: "Ring twice" }]);
});

import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask, openShop } from "../support/database";
import { logFolder, logLines, logText } from "../support/log";
import { openMarkedShop } from "../support/marked-shop";
import { signIn, visitor } from "../support/session";

// What the app under test wrote to its log: faults by the number that a page shows, alerts, and nothing of a customer's.
test("a page that fails shows the number under which the log has it, with the id of its request", async ({
  page,
  context,
}) => {
  const shop = await openMarkedShop();
  await ask("update tenants set time_zone = 'Nowhere/Secret_Zone' where id = $1", [shop.id]);
  await signIn(context.request, shop.email);
  const answer = await page.goto(`/${shop.slug}?q=${shop.mark}`);
  const request = answer?.headers()["x-request-id"] ?? "";
  expect(request).toMatch(/^[0-9a-f-]{36}$/);
  const told = await page.getByText("tell us this reference").innerText();
  const reference = /reference: (\d+)/.exec(told)?.[1];
  expect(reference).toBeDefined();
  const noted = () => logLines((line) => line.request === request);
  await expect.poll(() => noted().map((line) => line.reference)).toContain(reference);
  expect(noted()[0]).toMatchObject({ level: "error", msg: "A request failed" });
  for (const secret of [shop.mark, shop.email, "Secret_Zone"]) expect(logText()).not.toContain(secret);
});

test("a client chooses no id for its request, and each has its own", async () => {
  const guest = await visitor();
  const ids = [];
  for (const chosen of ["chosen", "chosen"])
    ids.push(
      (await guest.get("/sign-in", { headers: { "x-request-id": chosen } })).headers()["x-request-id"],
    );
  expect(new Set(ids).size).toBe(2);
  expect(ids).not.toContain("chosen");
  await guest.dispose();
});

test("an alert is in the log, by the person's id and without a name", async () => {
  const [actor, other] = [await openShop("owner"), await openMarkedShop()];
  const thief = await visitor(actor.email);
  for (let tries = 0; tries < 5; tries++)
    await thief.get(`/${actor.slug}/customers/${other.ids.customers}?q=${other.mark}`);
  const [user] = await ask<{ id: string }>("select id from users where email = $1", [actor.email]);
  const alerts = () => logLines((line) => line.msg === "Security alert" && line.person === user?.id);
  await expect.poll(() => alerts().length).toBe(1);
  expect(alerts()[0]?.request).toMatch(/^[0-9a-f-]{36}$/);
  for (const secret of [other.mark, other.email, actor.email, "Erin Tester"])
    expect(logText()).not.toContain(secret);
  await thief.dispose();
});

test("the log and the builds are their owner's alone", () => {
  const builds = path.resolve(process.env.NEXT_DIST_DIR ?? "", "..");
  for (const one of [logFolder, builds]) expect(statSync(one).mode & 0o077, one).toBe(0);
  for (const name of readdirSync(logFolder))
    expect(statSync(path.join(logFolder, name)).mode & 0o777).toBe(0o600);
  // As root, the database's own user passes through .data, and lists nothing there.
  expect(statSync(path.dirname(builds)).mode & 0o066, ".data").toBe(0);
});

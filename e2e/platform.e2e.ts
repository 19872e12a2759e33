import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { callAction } from "./support/action-call";
import { ask, deadTask, openShop, ownSharedIds, systemMail } from "./support/database";
import { signIn, visitor } from "./support/session";
import { platformPages, platformPath, serverActions } from "./support/surface";
import { platformForm } from "./support/universal-form";

// Every page and action of platform/, tried by all who are no system administrator: it is a place that never was.
const roles = ["owner", "admin", "counter", "technician"] as const;
let people: [string, APIRequestContext][];
let ids: Record<string, string>;
let guest: APIRequestContext;

test.beforeAll(async () => {
  people = [];
  for (const role of roles) people.push([role, await visitor((await openShop(role)).email)]);
  const outsider = await openShop("owner");
  await ask("delete from memberships where tenant_id = $1", [outsider.id]);
  people.push(["somebody without a shop", await visitor(outsider.email)]);
  guest = await visitor();
  ids = await ownSharedIds();
});
test.afterAll(async () => {
  for (const [, context] of people) await context.dispose();
  await guest.dispose();
});

const address = (page: string) => platformPath(page, ids);

/** What these calls could have changed and no other test writes: the rows that they name, and rows of the names that they send. */
async function reachable(): Promise<string> {
  const { nagsNumber, batch, name } = platformForm({});
  return JSON.stringify(
    await ask(
      `select (select jsonb_agg(p) from parts p where tenant_id is null and (id = $1 or nags_number = $4 or $5 like '%' || nags_number || '%')) as parts,
         (select jsonb_agg(i order by id) from insurers i where id = $2 or name = $6) as insurers,
         (select jsonb_agg(t order by id) from tpas t where id = $3 or name = $6) as tpas,
         (select jsonb_agg(m) from system_mails m where id = $7) as mails, (select jsonb_agg(j) from pgboss.job j where id = $8) as tasks`,
      [ids.parts, ids.insurers, ids.tpas, nagsNumber, batch, name, ids.mail, ids.tasks],
    ),
  );
}

/** Actions that name a row do so under `id`. */
const formFor = (file: string, named: Record<string, string>) =>
  platformForm({
    id: named[/platform\/(?:catalog\/)?(\w+)\//.exec(file)?.[1] ?? ""] ?? "",
    tpaId: named.tpas ?? "",
  });

for (const page of platformPages) {
  test(`page /${page} is there for system administrators alone`, async () => {
    for (const [who, context] of people) {
      const answer = await context.get(address(page));
      expect(answer.status(), who).toBe(404);
      expect(await answer.text(), who).not.toContain("System administration");
    }
    const asked = await guest.get(address(page));
    expect([asked.status(), asked.headers().location]).toEqual([
      307,
      `/sign-in?next=${encodeURIComponent(address(page))}`,
    ]);
  });
}

test("no action does anything for anyone else: 404, or 401 signed out, and not a row changes", async () => {
  const actions = serverActions("platform");
  expect(actions.length).toBeGreaterThan(8);
  const before = await reachable();
  for (const { id, name, page, file } of actions) {
    const call = (context: APIRequestContext) =>
      callAction(context, { url: address(page), id, fields: formFor(file, ids) });
    for (const [who, context] of people)
      expect((await call(context)).status(), `${name} by ${who}`).toBe(404);
    expect((await call(guest)).status(), `${name} signed out`).toBe(401);
  }
  expect(await reachable()).toBe(before);
});

test("for a system administrator the same forms work, each change is recorded, and an id that never was is 404", async () => {
  const { email } = await openShop();
  const [user] = await ask<{ id: string }>(
    "update users set system_admin = true where email = $1 returning id",
    [email],
  );
  const admin = await visitor(email);
  const never = { parts: randomUUID(), insurers: randomUUID(), tpas: randomUUID() };
  const recorded = async () =>
    Number(
      (
        await ask<{ n: string }>("select count(*) as n from platform_events where user_id = $1", [user?.id])
      )[0]?.n,
    );
  for (const { id, name, page, file } of serverActions("platform")) {
    const call = (fields: Record<string, string>) => callAction(admin, { url: address(page), id, fields });
    if (/^(edit|delete)/.test(name)) {
      expect((await call({ ...formFor(file, never), tpaId: "" })).status(), `${name} of nothing`).toBe(404);
      continue;
    }
    const before = await recorded();
    // A task that was given up is ended once.
    const own = { ...ids, tasks: await deadTask() };
    expect(
      (await call({ ...formFor(file, own), name: `Sweep ${randomUUID()}` })).status(),
      name,
    ).toBeLessThan(400);
    expect(await recorded(), name).toBe(before + 1);
  }
  await ask("delete from parts where nags_number in ('DW98765GTYN', 'DW98766GTYN')");
  await admin.dispose();
});

test("a mail in the outbox is read with its links, and a task that was given up is tried again or taken away", async ({
  page,
  context,
}) => {
  const { email } = await openShop();
  await ask("update users set system_admin = true where email = $1", [email]);
  await signIn(context.request, email);
  const subject = `Outbox ${randomUUID()}`;
  await systemMail(subject);
  await page.goto("/platform/mail");
  await page.getByRole("link", { name: subject }).click();
  await expect(page.getByRole("heading", { name: subject })).toBeVisible();
  await expect(page.getByRole("link", { name: "https://glass.example/" })).toBeVisible();
  await expect(page.getByText("Not sent: no mail server is set up")).toBeVisible();

  await ask("delete from pgboss.job where name = 'dead'");
  await deadTask();
  await deadTask();
  await page.goto("/platform/tasks");
  const rows = page.getByRole("row").filter({ hasText: "mail.send" });
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Tried again: mail.send.")).toBeVisible();
  await expect(rows).toHaveCount(1);
  await rows.first().getByRole("button", { name: "Take away" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take away" }).click();
  await expect(page.getByText("A task that fails is tried again")).toBeVisible();
});

import { randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { callAction, sendArguments } from "./support/action-call";
import { ask, fingerprint, furnish, idsOf, openShop, type Shop, tenantTables } from "./support/database";
import { visitor } from "./support/session";
import { fill, pages, pagesOfOne, routes, serverActions, tablesOfPages } from "./support/surface";
import { universalForm } from "./support/universal-form";

/** Tables whose ids forms send, and the name under which they do: `recalls` as `recallId` unless said otherwise. */
const idNames: Record<string, string> = {
  ...Object.fromEntries(
    tablesOfPages
      .filter((table) => !table.endsWith("_profiles"))
      .map((table) => [table, `${table.replace(/s$/, "")}Id`]),
  ),
  payments: "paymentId",
  memberships: "technicianId",
  pricing_profiles: "profileId",
  part_overrides: "partId",
  parts: "shopPartId",
  price_versions: "versionId",
  quote_links: "linkId",
  mails: "mailId",
  tax_areas: "areaId",
  stock_items: "stockId",
};
const nameable = Object.keys(idNames);

// Every page, route and action of one shop, tried as somebody of another: the answer must be that of something that never was.
let victimSlug: string;
const nowhere = "no-such-shop";
let victim: { id: string; ids: Record<string, string> };
let attacker: Shop;
let own: Record<string, string>;
let insurer: string;
let thief: APIRequestContext;
let nobody: APIRequestContext;

test.beforeAll(async () => {
  const shop = await openShop("owner");
  await furnish(shop.id);
  victimSlug = shop.slug;
  victim = { id: shop.id, ids: await idsOf(shop.id) };
  attacker = await openShop("owner");
  await furnish(attacker.id);
  own = await idsOf(attacker.id);
  insurer = (await ask<{ id: string }>("select id from insurers limit 1"))[0]?.id ?? "";
  thief = await visitor(attacker.email);
  nobody = await visitor();
});
test.afterAll(async () => {
  await thief.dispose();
  await nobody.dispose();
});

const atRandom = (): Record<string, string> =>
  Object.fromEntries(Object.keys(victim.ids).map((table) => [table, randomUUID()]));

/** What can be seen of an answer, without what differs between any two: ids in addresses, build and request marks. */
async function seen(answer: APIResponse) {
  const body = (await answer.text())
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "ID")
    .replaceAll(victimSlug, "SHOP")
    .replaceAll(nowhere, "SHOP")
    .replace(/"digest":"[^"]*"/g, "")
    .replace(/"[\w-]{21}[a-z]"/g, '"REQUEST"');
  const { "content-type": type, location, "cache-control": cache } = answer.headers();
  return { status: answer.status(), type, location, cache, body };
}

/** What an action itself answered: row 1 of React's stream. The page that comes along arrives in no fixed order. */
async function answerOf(answer: APIResponse): Promise<string | undefined> {
  return (await seen(answer)).body.split("\n").find((line) => line.startsWith("1:"));
}

/** A page of the attacker's own that carries the action, with rows of its own. */
const carrier = (page: string) => `/${attacker.slug}/${fill(page.replace(/^\[tenant\]\/?/, ""), own)}`;

const isPath = (path: string) => `/${path}`.replace(/\/$/, "");

test.describe("as a member of another shop", () => {
  for (const page of pages) {
    test(`page /${page} of a shop I don't belong to is that of a shop that never was`, async () => {
      // Where it is 404 to its own shop as well, nothing is tried. What is no longer to be done leads back into the shop.
      const mine = await thief.get(`/${attacker.slug}${isPath(fill(page, own))}`);
      const inside = mine.status() === 307 && mine.headers().location?.startsWith(`/${attacker.slug}/`);
      expect(inside ? 200 : mine.status(), "as its own shop sees it").toBe(200);
      const path = isPath(fill(page, victim.ids));
      const answer = await thief.get(`/${victimSlug}${path}`);
      expect(answer.status()).toBe(404);
      expect(await seen(answer)).toEqual(await seen(await thief.get(`/${nowhere}${path}`)));
    });
  }

  for (const page of pagesOfOne) {
    test(`page /${page} with another shop's id is that of an id that never was`, async () => {
      const theirs = await thief.get(`/${attacker.slug}/${fill(page, victim.ids)}`);
      expect(theirs.status()).toBe(404);
      expect(await seen(theirs)).toEqual(
        await seen(await thief.get(`/${attacker.slug}/${fill(page, atRandom())}`)),
      );
    });
  }

  for (const route of routes) {
    test(`route /${route} of a shop I don't belong to is 404`, async () => {
      const path = `/${fill(route, victim.ids)}?q=a&vin=1HGCM82633A004352`;
      const answer = await thief.get(`/${victimSlug}${path}`);
      expect(answer.status()).toBe(404);
      expect(await seen(answer)).toEqual(await seen(await thief.get(`/${nowhere}${path}`)));
    });
  }

  test("no action of a shop I don't belong to does anything: 404, and not a row changes", async () => {
    const before = await fingerprint(victim.id);
    const actions = serverActions();
    expect(actions.length).toBeGreaterThan(5);
    for (const { id, name, page } of actions) {
      const url = carrier(page);
      for (const tenant of [victimSlug, nowhere]) {
        const answer = await callAction(thief, {
          url,
          id,
          tenant,
          fields: { ...universalForm(name), ...everyId(victim.ids) },
        });
        expect(answer.status(), `${name} as ${tenant}`).toBe(404);
      }
    }
    expect(await fingerprint(victim.id)).toBe(before);
  });

  test("no action in my own shop takes another shop's id: it answers as to an id that never was", async () => {
    const before = await fingerprint(victim.id);
    const blind: string[] = [];
    for (const { id, name, page } of serverActions()) {
      const url = carrier(page);
      const call = (ids: Record<string, string>, table: string) =>
        callAction(thief, {
          url,
          id,
          tenant: attacker.slug,
          fields: { ...universalForm(name), ...everyId({ ...own, ...ids }), id: ids[table] ?? "" },
        });
      let refused = 0;
      for (const table of nameable.filter((one) => one in victim.ids)) {
        const theirs = await call(victim.ids, table);
        const never = await call(atRandom(), table);
        expect(theirs.status(), `${name} with another shop's ${table}`).toBe(never.status());
        if (theirs.status() !== 404) continue;
        expect(await answerOf(theirs), `${name} with another shop's ${table}`).toBe(await answerOf(never));
        refused++;
      }
      if (refused === 0) blind.push(name);
    }
    expect(await fingerprint(victim.id)).toBe(before);
    // An action that takes an id and was never refused was not tried: its other fields were not valid. Add them to the universal form.
    expect(blind.sort()).toEqual(takesNoId);
  });

  test("an attempt is noted with both shops, after the same 404", async () => {
    const id = victim.ids.customers ?? "";
    await thief.get(`/${attacker.slug}/customers/${id}`);
    await thief.get(`/${victimSlug}`);
    const noted = () =>
      ask<{ target: string }>(
        "select target_tenant_id as target from security_events where kind = 'cross_tenant' and actor_tenant_id = $1 and detail->>'id' = $2",
        [attacker.id, id],
      );
    await expect.poll(async () => (await noted()).map((row) => row.target)).toContain(victim.id);
    const knocks = () =>
      ask<{ target: string }>(
        "select target_tenant_id as target from security_events where kind = 'cross_tenant' and detail->>'slug' = $1",
        [victimSlug],
      );
    await expect.poll(async () => (await knocks()).map((row) => row.target)).toContain(victim.id);
  });
});

test.describe("with no session", () => {
  for (const page of pages) {
    test(`page /${page} leads to sign-in and back, the same for a shop that never was`, async () => {
      const path = isPath(fill(page, victim.ids));
      const answer = await nobody.get(`/${victimSlug}${path}`);
      expect(answer.status()).toBe(307);
      expect(answer.headers().location).toBe(`/sign-in?next=${encodeURIComponent(`/${victimSlug}${path}`)}`);
      expect(await seen(answer)).toMatchObject({ status: (await nobody.get(`/${nowhere}${path}`)).status() });
    });
  }

  for (const route of routes) {
    test(`route /${route} answers 401`, async () => {
      expect((await nobody.get(`/${victimSlug}/${fill(route, victim.ids)}`)).status()).toBe(401);
    });
  }

  test("every action answers 401, and not a row changes", async () => {
    const before = await fingerprint(victim.id);
    for (const { id, name, page } of serverActions()) {
      const answer = await callAction(nobody, {
        url: carrier(page),
        id,
        tenant: victimSlug,
        fields: { ...universalForm(name), ...everyId(victim.ids) },
      });
      expect([401, 404], name).toContain(answer.status());
    }
    expect(await fingerprint(victim.id)).toBe(before);
  });
});

/** What a program may send in place of the shop, and in place of the form; "$K1" is a form. */
const crafted = [
  '[{"slug":"x"},null,"$K1"]',
  '[{"toString":"x"},null,"$K1"]',
  '[["harbor-glass"],null,"$K1"]',
  '[7,null,"$K1"]',
  '[true,null,"$K1"]',
  '[null,null,"$K1"]',
  '["$undefined",null,"$K1"]',
  '["$K1",null,"$K1"]',
  '["\\ud800",null,"$K1"]',
  '["__proto__",null,"$K1"]',
  "[]",
  '["SHOP"]',
  '["SHOP",null]',
  '["SHOP",null,null]',
  '["SHOP",null,"text"]',
  '["SHOP",null,{"entries":1}]',
  '["SHOP",null,7]',
];

test("no arguments that a program makes up are a fault of any action: they name nothing", async () => {
  test.setTimeout(600_000);
  const own = await fingerprint(attacker.id);
  const fields = { name: "x" };
  for (const { id, name, page } of serverActions()) {
    for (const sent of crafted) {
      const encoded = sent.replace("SHOP", attacker.slug);
      const answer = await sendArguments(thief, { url: carrier(page), id, fields }, encoded);
      expect(answer.status(), `${name} with ${encoded}`).toBe(404);
    }
  }
  const guests = serverActions("(public)");
  expect(guests.length).toBeGreaterThan(0);
  for (const { id, name } of guests) {
    for (const sent of crafted) {
      const answer = await sendArguments(nobody, { url: "/quote/x", id, fields }, sent.replace("SHOP", "x"));
      expect(answer.status(), `${name} with ${sent}`).toBe(404);
    }
  }
  expect(await fingerprint(attacker.id)).toBe(own);
});

test("a field whose name is not a field's is no fault", async () => {
  const action = serverActions().find(({ name }) => name === "addCustomer");
  if (!action) throw new Error("No action adds a customer");
  const url = carrier(action.page);
  for (const name of ["__proto__", "constructor", "prototype", "__proto__.x", "a.__proto__.b"]) {
    const fields = { [`_1_${name}`]: "1" };
    const multipart = new FormData();
    for (const [key, value] of [...Object.entries(fields), ...Object.entries(fields)])
      multipart.append(key, value);
    multipart.append("0", JSON.stringify([attacker.slug, null, "$K1"]));
    const headers = { "next-action": action.id, origin: new URL(process.env.E2E_BASE_URL ?? "").origin };
    expect((await thief.post(url, { headers, multipart })).status(), name).toBe(200);
  }
});

test("the sweep looks at every table of a shop", async () => {
  const tables = await tenantTables();
  expect(tables.length).toBeGreaterThan(15);
});

/** `jobs` becomes `jobId`: every name under which a form may send an id. Insurers are shared: any shop may name one. */
function everyId(ids: Record<string, string>): Record<string, string> {
  const sent = nameable.flatMap((table) => (ids[table] ? [[idNames[table], ids[table]]] : []));
  return { ...Object.fromEntries(sent), insurerId: insurer };
}

/** Actions that are about the shop itself or make something from nothing. */
const takesNoId = [
  "addArea",
  "addCustomer",
  "addPart",
  "addShopPart",
  "addStock",
  "addSupplier",
  "pasteParts",
  "pasteStock",
  "saveBrands",
  "saveCosts",
  "saveDiscountLimit",
  "savePaper",
  "saveProfile",
  "saveShop",
  "saveTax",
  "startPricing",
  "switchFeature",
].sort();

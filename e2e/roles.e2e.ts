import { expect, test } from "@playwright/test";
import type { Role } from "../lib/auth/roles";
import { allowedRoles } from "../tests/support/allowed-roles";
import { callAction } from "./support/action-call";
import { fingerprint, furnish, idsOf, openShop } from "./support/database";
import { visitor } from "./support/session";
import { fill, pages, routes, serverActions } from "./support/surface";
import { universalForm } from "./support/universal-form";

// Every page, route and action of a shop, tried by everyone who works there: who is not allowed meets the 404 of what never was.
const roles: Role[] = ["owner", "admin", "counter", "technician"];
const doorOf = ({ file, name }: { file: string; name: string }) =>
  `${file.replace(/^app\/\[tenant\]\//, "").replace(/\/actions\.ts$/, "")}#${name}`;

/** @throws where a door has no line in tests/support/allowed-roles.ts. */
function mayUse(kind: keyof typeof allowedRoles, door: string, role: Role): boolean {
  const allowed = allowedRoles[kind][door];
  if (!allowed) throw new Error(`Who may use the ${kind} ${door}? Add it to tests/support/allowed-roles.ts`);
  return allowed.includes(role);
}

for (const role of roles) {
  test(`as ${role}: pages and routes answer to whom they are for, and are not there for others`, async () => {
    const shop = await openShop(role);
    await furnish(shop.id);
    const ids = await idsOf(shop.id);
    const member = await visitor(shop.email);
    const ask = (at: string, query = "") =>
      member.get(`/${shop.slug}/${fill(at, ids)}`.replace(/\/$/, "") + query);
    const wrong: string[] = [];
    for (const page of pages) {
      const answer = await ask(page);
      // What is no longer to be done, such as booking a quote that was accepted, leads back into the shop.
      const inside = answer.status() === 307 && answer.headers().location?.startsWith(`/${shop.slug}/`);
      const right = mayUse("page", page, role) ? answer.status() === 200 || inside : answer.status() === 404;
      if (!right) wrong.push(`page ${page}: ${answer.status()}`);
    }
    // A route that wants more than it is asked for says so, which is 400.
    for (const route of routes) {
      const status = (await ask(route, `?id=${ids.customers}`)).status();
      if (!(mayUse("route", route, role) ? [200, 400] : [404]).includes(status))
        wrong.push(`route ${route}: ${status}`);
    }
    expect(wrong).toEqual([]);
    const home = await (await member.get(`/${shop.slug}`)).text();
    const linked = [...home.matchAll(new RegExp(`href="/${shop.slug}/([a-z/]+)["?]`, "g"))].map(
      ([, at = ""]) => at,
    );
    expect(linked).toContain("jobs");
    for (const page of linked) expect(mayUse("page", page, role), `a link to ${page}`).toBe(true);
    await member.dispose();
  });

  if (Object.values(allowedRoles.action).every((allowed) => allowed.includes(role))) continue;
  test(`as ${role}: an action that is not for them is 404, and not a row changes`, async () => {
    const shop = await openShop(role);
    await furnish(shop.id);
    const ids = await idsOf(shop.id);
    const member = await visitor(shop.email);
    const actions = serverActions();
    expect(actions.map(doorOf).sort()).toEqual(Object.keys(allowedRoles.action).sort());
    const before = await fingerprint(shop.id);
    for (const action of actions.filter((one) => !mayUse("action", doorOf(one), role))) {
      const url = `/${shop.slug}/${fill(action.page.replace(/^\[tenant\]\/?/, ""), ids)}`;
      const fields = universalForm(action.name);
      const answer = await callAction(member, { url, id: action.id, tenant: shop.slug, fields });
      expect(answer.status(), doorOf(action)).toBe(404);
    }
    expect(await fingerprint(shop.id)).toBe(before);
    await member.dispose();
  });
}

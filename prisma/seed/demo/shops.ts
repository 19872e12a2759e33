import { hashPassword } from "../../../lib/auth/passwords";
import type { Kernel } from "../../../lib/tenancy/kernel";
import type { TenantId } from "../../../lib/tenancy/scope";
import { makeHistory } from "./history";
import { makeOwnParts } from "./own-parts";
import { makePaper } from "./paper";
import { DEMO_PASSWORD, type DemoShop, people } from "./people";
import { makePrices } from "./prices";

type Shop = {
  slug: DemoShop;
  name: string;
  phone: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  timeZone: string;
  flags: string[];
};

const shops: Shop[] = [
  {
    slug: "clean-slate",
    name: "Clean Slate Auto Glass",
    phone: "+16025550110",
    street: "1 Demo Way",
    city: "Phoenix",
    state: "AZ",
    zip: "85004",
    timeZone: "America/Phoenix",
    flags: [],
  },
  {
    slug: "harbor-glass",
    name: "Harbor Glass",
    phone: "+18135550120",
    street: "22 Demo Pier",
    city: "Tampa",
    state: "FL",
    zip: "33602",
    timeZone: "America/New_York",
    flags: ["claims"],
  },
  {
    slug: "summit-glass",
    name: "Summit Glass",
    phone: "+15125550130",
    street: "300 Demo Hill Road",
    city: "Austin",
    state: "TX",
    zip: "78701",
    timeZone: "America/Chicago",
    flags: ["claims", "dispatch"],
  },
];

/**
 * Three shops that differ: an empty one, a one-van shop, and a busy one with a year behind it. Each shop is opened in one transaction and
 * filled in another, so that a run which was cut off leaves none half made, and the next one goes on there. What stands already is left.
 */
export async function makeShops(kernel: Kernel, now: Date): Promise<void> {
  const users = await makePeople(kernel);
  for (const shop of shops) {
    const tenantId = await openShop(kernel, shop, users);
    // What makes prices and history asks for this shop's transaction as well, and so joins this one.
    await kernel.withTenant(tenantId, async (db) => {
      if (shop.slug === "clean-slate" || (await db.pricingProfile.count()) > 0) return;
      await makeOwnParts(kernel, tenantId);
      await makePaper(kernel, tenantId, shop.slug, now);
      await makePrices(kernel, tenantId, shop.slug, now);
      await makeHistory(kernel, tenantId, shop.slug, now);
    });
  }
}

/** The shop itself, who works in it and what it has switched on. */
async function openShop(kernel: Kernel, { flags, ...shop }: Shop, users: Map<string, string>) {
  return kernel.withSystem(async (db) => {
    const known = await db.tenant.findUnique({ where: { slug: shop.slug } });
    if (known) return known.id as TenantId;
    const email = `hello@${shop.slug}.example`;
    const { id: tenantId } = await db.tenant.create({ data: { ...shop, email, demo: true } });
    const members = people.flatMap(({ email, works }) => {
      const role = works[shop.slug];
      return role ? [{ tenantId, userId: users.get(email) ?? "", role }] : [];
    });
    await db.membership.createMany({ data: members });
    await db.tenantFlag.createMany({ data: flags.map((flag) => ({ tenantId, flag, enabled: true })) });
    return tenantId as TenantId;
  });
}

async function makePeople(kernel: Kernel): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return kernel.withSystem(async (db) => {
    const ids = new Map<string, string>();
    for (const { email, name, systemAdmin } of people) {
      const user = await db.user.upsert({
        where: { email },
        create: { email, name, systemAdmin, credential: { create: { passwordHash } } },
        update: {},
      });
      ids.set(email, user.id);
    }
    return ids;
  });
}

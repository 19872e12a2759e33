import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { type Flag, flags } from "@/lib/flags";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintMember, openTestDatabase, type TestDatabase } from "./database";

// A shop for tests of the business. No amount is round, and no two things that could be taken for each other are alike.

const allFlags = Object.keys(flags) as Flag[];

export const address = {
  phone: "+15125550142",
  email: "desk@odd.example",
  street: "17 Odd Lane",
  city: "Austin",
  state: "TX",
  zip: "78701",
};

const both = { laborMode: "hourly", mouldingCents: 4_211, calDynamicCents: 22_513 };
const cash = {
  ...both,
  name: "Cash",
  payer: "cash",
  laborCents: 6_137,
  kitCents: 2_517,
  clipCents: 227,
  mobileCents: 3_519,
  disposalCents: 513,
  chipFirstCents: 8_923,
  chipNextCents: 1_319,
};
const insurance = { ...both, name: "Insurance", payer: "insurance", laborCents: 4_219, kitCents: 2_003 };

async function furnish(db: Db) {
  const rule = (bps: number) => ({ create: [{ pattern: "DW*", kind: "discount", bps }] });
  await db.pricingProfile.create({ data: { ...cash, rules: rule(5_511) } });
  await db.pricingProfile.create({ data: { ...insurance, rules: rule(4_117) } });
  await db.taxRate.createMany({
    data: [
      { name: "Texas", ratePpm: 62_513 },
      { name: "Austin", ratePpm: 10_007 },
    ],
  });
  await db.taxArea.create({
    data: {
      name: "Dripping Springs",
      zips: ["78620"],
      rates: [{ name: "Hays", ratePpm: 71_239 }],
      taxableKinds: ["glass", "kit"],
    },
  });
  await db.shopSettings.create({
    data: {
      discountLimitBps: 1_013,
      quoteValidDays: 17,
      kitCostCents: 1_407,
      mouldingCostCents: 2_411,
      clipCostCents: 77,
    },
  });
  await db.partOverride.create({ data: { nagsNumber: "DW02501GTYN", costCents: 16_811 } });
}

/** A zone in which it is another day than in UTC now: a day that is told by the wrong clock shows. */
export const farZone = () => (new Date().getUTCHours() < 10 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati");

/** A furnished shop: its people as actors, two insurers, and the day by its clock. */
export async function mintFurnished(database: TestDatabase, kernel: Kernel, timeZone = farZone()) {
  const slug = `odd-${randomUUID().slice(0, 13)}`;
  const tenant = await kernel.withSystem((db) =>
    db.tenant.create({ data: { slug, name: "Odd Glass", timeZone, ...address } }),
  );
  const shop = tenant.id as TenantId;
  const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
  await inShop(furnish);
  const actorOf = async (role: Role, userName: string): Promise<Actor> => {
    const { userId, membershipId } = await mintMember(kernel, shop, role);
    await kernel.withSystem((db) => db.user.update({ where: { id: userId }, data: { name: userName } }));
    const place = { tenantId: shop, membershipId, role, slug, name: "Odd Glass", timeZone, demo: false };
    return { ...place, flags: allFlags, userId, userName };
  };
  const insurer = async (name: string) => {
    const { rows } = await database.admin.query<{ id: string }>(
      "insert into insurers (id, name) values (gen_random_uuid(), $1) returning id",
      [`${name} ${slug}`],
    );
    return { id: rows[0]?.id ?? "", name: `${name} ${slug}` };
  };
  return {
    shop,
    slug,
    inShop,
    actorOf,
    today: dateIn(timeZone, new Date()),
    owner: await actorOf("owner", "Olga Owner"),
    counter: await actorOf("counter", "Cora Counter"),
    insurers: [await insurer("Zenith Casualty"), await insurer("Acorn Mutual")] as const,
  };
}

export type Furnished = Awaited<ReturnType<typeof mintFurnished>>;

/** The database of this test run with a furnished shop of the caller's own. Close the database after. */
export async function openFurnished() {
  const database = await openTestDatabase();
  const kernel = database.open();
  return { database, kernel, odd: await mintFurnished(database, kernel) };
}

/** Amounts of a quote that two pay, each unlike the others. */
export const amounts = {
  subtotalCents: 50_347,
  taxCents: 3_151,
  totalCents: 53_498,
  insurerCents: 43_491,
  customerCents: 10_007,
};

let number = 5_000;

type Minted = { quote?: object; job?: object; customer?: object; vehicle?: object; lines?: object[] };

/** A job with its customer, vehicle and quote, each as told. */
export async function mintJob(inShop: Furnished["inShop"], told: Minted = {}) {
  number += 1;
  const validUntil = new Date("2031-05-17");
  return inShop(async (db) => {
    const customer = await db.customer.create({
      data: { name: "Ann Example", phone: "+15125550188", ...told.customer },
    });
    const vehicle = await db.vehicle.create({
      data: { customerId: customer.id, year: 2019, make: "Honda", model: "Fit", ...told.vehicle },
    });
    const ids = { number, customerId: customer.id, vehicleId: vehicle.id };
    const lines = { create: told.lines ?? [] };
    const quote = await db.quote.create({
      data: { ...ids, ...amounts, glassPosition: "door", validUntil, lines, ...told.quote } as never,
    });
    const scheduledOn = new Date("2031-03-04");
    const job = await db.job.create({
      data: { ...ids, quoteId: quote.id, scheduledOn, ...told.job } as never,
    });
    return { customer, vehicle, quote, job };
  });
}

/** Ids of rows, in the order given. */
export const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

import { addDays, dayOf, midnightOf } from "../../../lib/dates";
import { readSnapshot } from "../../../lib/domain/pricing/snapshot";
import type { Db, Kernel } from "../../../lib/tenancy/kernel";
import type { TenantId } from "../../../lib/tenancy/scope";
import type { DemoShop } from "./people";
import { makeSupply } from "./supply";

const common = {
  laborMode: "hourly",
  mouldingCents: 42_00,
  calStaticCents: 250_00,
  calDynamicCents: 225_00,
  calDualCents: 395_00,
  chipFirstCents: 89_00,
  chipNextCents: 29_00,
};

const cash = {
  ...common,
  name: "Cash",
  payer: "cash",
  laborCents: 60_00,
  kitCents: 25_00,
  clipCents: 2_25,
  mobileCents: 35_00,
  disposalCents: 5_00,
};

const insurance = {
  ...common,
  name: "Insurance",
  payer: "insurance",
  laborCents: 42_00,
  kitCents: 20_00,
  calDynamicCents: 250_00,
};

const taxes: Partial<Record<DemoShop, { name: string; ratePpm: number }[]>> = {
  "harbor-glass": [
    { name: "Florida", ratePpm: 60_000 },
    { name: "Hillsborough County", ratePpm: 15_000 },
  ],
  "summit-glass": [{ name: "Texas and Austin", ratePpm: 82_500 }],
};

type Setup = {
  /** Beginnings of ZIP codes that fleets are served in for nothing, and for a little. */
  near: string[];
  around: string[];
  /** How trips of cash customers are priced, where it is not one fee. */
  mobile?: object;
  taxAreas?: { name: string; zips: string[]; rates: { name: string; ratePpm: number }[] }[];
};

const setups: Record<DemoShop, Setup> = {
  "clean-slate": { near: [], around: [] },
  "harbor-glass": {
    near: ["336"],
    around: ["335", "337"],
    mobile: {
      mode: "rings",
      rings: [
        { upToMiles: 10, cents: 35_00 },
        { upToMiles: 25, cents: 55_00 },
      ],
      beyondCentsPerMile: 2_50,
    },
  },
  "summit-glass": {
    near: ["787"],
    around: ["786"],
    taxAreas: [
      {
        name: "Dripping Springs",
        zips: ["78620", "78619"],
        rates: [
          { name: "Texas", ratePpm: 62_500 },
          { name: "Dripping Springs (example)", ratePpm: 12_500 },
        ],
      },
    ],
  },
};

const fleet = {
  ...common,
  name: "Fleet accounts",
  payer: "account",
  accountType: "fleet",
  laborCents: 50_00,
  kitCents: 20_00,
};

const taxableKinds = ["glass", "moulding", "hardware", "kit"];

const zonesOf = ({ near, around }: Setup) => ({
  mode: "zones",
  zones: [
    { zips: near, cents: 0 },
    { zips: around, cents: 25_00 },
  ],
  elsewhereCents: 60_00,
});

/** Invented prices, near to what is common in the trade. Taxes are examples too: a shop enters its own. */
export async function makePrices(
  kernel: Kernel,
  tenantId: TenantId,
  shop: DemoShop,
  now: Date,
): Promise<void> {
  await kernel.withTenant(tenantId, async (db) => {
    const discount = (pattern: string, bps: number) => ({ pattern, kind: "discount", bps });
    await db.pricingProfile.create({
      data: {
        ...cash,
        mobile: setups[shop].mobile,
        rules: {
          create: [
            discount("DW*", 5500),
            discount("FW*", 5500),
            discount("DW*:oee", 4500),
            discount("FW*:oee", 4500),
            discount("DW*:dealer", 1000),
            discount("FW*:dealer", 1000),
            discount("grade:dealer", 1000),
            discount("*", 5000),
          ],
        },
      },
    });
    await db.pricingProfile.create({
      data: {
        ...insurance,
        rules: { create: [discount("DW*", 4100), discount("FW*", 4100), discount("*", 2500)] },
      },
    });
    await db.pricingProfile.create({
      data: {
        ...fleet,
        mobile: zonesOf(setups[shop]),
        rules: { create: [discount("DW*", 6000), discount("FW*", 6000), discount("*", 5500)] },
      },
    });
    await db.taxRate.createMany({ data: taxes[shop] ?? [] });
    await db.taxArea.createMany({
      data: (setups[shop].taxAreas ?? []).map((area) => ({ ...area, taxableKinds })),
    });
    await db.shopSettings.create({
      data: {
        taxableKinds,
        kitCostCents: 14_00,
        mouldingCostCents: 24_00,
        clipCostCents: 75,
      },
    });
    await db.partOverride.create({ data: { nagsNumber: "DW02501GTYN", costCents: 168_00 } });
    await makeSupply(db);
    await keepFirstVersion(db, now);
  });
}

/** History begins with the prices as they stood a year ago. */
async function keepFirstVersion(db: Db, now: Date): Promise<void> {
  await db.counter.create({ data: { name: "price version", value: 1 } });
  await db.priceVersion.create({
    data: {
      number: 1,
      summary: "The prices as they stood",
      effectiveFrom: midnightOf(addDays(dayOf(now), -400)),
      snapshot: JSON.parse(JSON.stringify(await readSnapshot(db))),
    },
  });
}

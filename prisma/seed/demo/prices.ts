import type { Kernel } from "../../../lib/tenancy/kernel";
import type { TenantId } from "../../../lib/tenancy/scope";
import type { DemoShop } from "./people";

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

/** Invented prices, near to what is common in the trade. Taxes are examples too: a shop enters its own. */
export async function makePrices(kernel: Kernel, tenantId: TenantId, shop: DemoShop): Promise<void> {
  await kernel.withTenant(tenantId, async (db) => {
    const discount = (pattern: string, bps: number) => ({ pattern, kind: "discount", bps });
    await db.pricingProfile.create({
      data: {
        ...cash,
        rules: {
          create: [
            discount("DW*", 5500),
            discount("FW*", 5500),
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
    await db.taxRate.createMany({ data: taxes[shop] ?? [] });
    await db.shopSettings.create({
      data: {
        taxableKinds: ["glass", "moulding", "hardware", "kit"],
        kitCostCents: 14_00,
        mouldingCostCents: 24_00,
        clipCostCents: 75,
      },
    });
    await db.partOverride.create({ data: { nagsNumber: "DW02501GTYN", costCents: 168_00 } });
  });
}

import type { Kernel } from "../../../lib/tenancy/kernel";
import type { TenantId } from "../../../lib/tenancy/scope";

const parts = [
  {
    nagsNumber: "RV-4471-L",
    number: "RV4471L",
    glassPosition: "windshield",
    side: "left",
    description: "Demo RV windshield, Winnebago Vista, left half",
    listPriceCents: 1_480_00,
    laborMinutes: 240,
    kitHalves: 4,
    fits: [{ yearFrom: 2015, yearTo: 2024, make: "Winnebago", model: "Vista" }],
  },
  {
    nagsNumber: "RV-4471-R",
    number: "RV4471R",
    glassPosition: "windshield",
    side: "right",
    description: "Demo RV windshield, Winnebago Vista, right half",
    listPriceCents: 1_480_00,
    laborMinutes: 240,
    kitHalves: 4,
    fits: [{ yearFrom: 2015, yearTo: 2024, make: "Winnebago", model: "Vista" }],
  },
  {
    nagsNumber: "BUS-210-Q",
    number: "BUS210Q",
    glassPosition: "quarter",
    side: "left",
    description: "Demo school bus quarter glass, Blue Bird Vision",
    listPriceCents: null,
    laborMinutes: 90,
    kitHalves: 2,
    fits: [{ yearFrom: 2008, yearTo: 2025, make: "Blue Bird", model: "Vision" }],
  },
];

/** Parts that a demo shop alone has, outside of the NAGS format. */
export async function makeOwnParts(kernel: Kernel, tenantId: TenantId): Promise<void> {
  await kernel.withTenant(tenantId, async (db) => {
    for (const { fits, ...part } of parts) {
      const { id } = await db.part.create({ data: { ...part, prefix: "", demo: true } });
      await db.partFit.createMany({ data: fits.map((fit) => ({ ...fit, partId: id })) });
    }
  });
}

import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintCustomer } from "./database";

/** A job of a new customer, which nobody has yet. @returns its id */
export async function mintJob(kernel: Kernel, shop: TenantId, number = 1001): Promise<string> {
  const { customer, vehicle } = await mintCustomer(kernel, shop);
  const both = { number, customerId: customer.id, vehicleId: vehicle.id };
  const money = { subtotalCents: 0, taxCents: 0, totalCents: 0, customerCents: 0 };
  const scheduledOn = new Date("2026-03-03");
  const job = await kernel.withTenant(shop, async (db) => {
    const data = { ...both, ...money, glassPosition: "windshield", validUntil: scheduledOn };
    const quote = await db.quote.create({ data });
    return db.job.create({ data: { ...both, quoteId: quote.id, scheduledOn } });
  });
  return job.id;
}

import { ask, furnish, idsOf, openShop, type Shop } from "./database";

/** A shop with one row of everything, whose names hold a mark that stands nowhere else. */
export async function openMarkedShop(): Promise<Shop & { mark: string; ids: Record<string, string> }> {
  const shop = await openShop("owner");
  await furnish(shop.id);
  const mark = `marked-${shop.id.slice(-12)}`;
  await ask("update tenants set name = $2 where id = $1", [shop.id, `${mark} glass`]);
  await ask("update customers set name = $2, company = $2 where tenant_id = $1", [shop.id, mark]);
  await ask("update vehicles set model = $2 where tenant_id = $1", [shop.id, mark]);
  await ask("update claims set policyholder = $2, policy_number = $2 where tenant_id = $1", [shop.id, mark]);
  return { ...shop, mark, ids: await idsOf(shop.id) };
}

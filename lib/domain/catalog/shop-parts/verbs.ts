import { Refusal } from "@/lib/refusal";
import type { Db } from "@/lib/tenancy/tenancy";
import { isOwn, own } from "../catalog";
import { getShopPart } from "./queries";
import type { ShopPartInput } from "./shop-part";

/** Adds a part that this shop alone has. @returns its id. @throws Refusal where the catalogue or the shop has its number. */
export async function addShopPart(db: Db, { part, fits }: ShopPartInput): Promise<string> {
  await refuseTwin(db, part);
  const { id } = await db.part.create({ data: part });
  await keepFits(db, id, fits);
  return id;
}

/** Changes one of the shop's own parts; its vehicles are those given. @throws NotFound; Refusal as for a new one. */
export async function editShopPart(db: Db, id: string, { part, fits }: ShopPartInput): Promise<void> {
  await getShopPart(db, id);
  await refuseTwin(db, part, id);
  await db.part.update({ where: { id, ...own }, data: part });
  await db.partFit.deleteMany({ where: { partId: id } });
  await keepFits(db, id, fits);
}

/** Deletes one of the shop's own parts with its vehicles. Quotes keep its number and prices. @returns its number. @throws NotFound */
export async function removeShopPart(db: Db, id: string): Promise<string> {
  const { nagsNumber } = await db.part.delete({ where: { id, ...own } });
  return nagsNumber;
}

async function refuseTwin(db: Db, part: ShopPartInput["part"], id?: string): Promise<void> {
  const { nagsNumber, prefix, number } = part;
  const same = prefix ? { nagsNumber } : { prefix, number };
  const twin = await db.part.findFirst({ where: { ...same, ...(id && { id: { not: id } }) } });
  if (!twin) return;
  const where = isOwn(twin) ? "one of your parts already" : "in the shared catalogue already";
  const hint = isOwn(twin) ? "" : " Set your own price for it under Own prices.";
  throw new Refusal(`${twin.nagsNumber} is ${where}.${hint}`, "nagsNumber");
}

async function keepFits(db: Db, partId: string, fits: ShopPartInput["fits"]): Promise<void> {
  await db.partFit.createMany({ data: fits.map((fit) => ({ ...fit, partId })) });
}

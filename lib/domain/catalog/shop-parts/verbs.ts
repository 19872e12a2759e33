import { saveShown } from "@/lib/forms/shown";
import { formatCents } from "@/lib/money";
import { Refusal } from "@/lib/refusal";
import type { Db } from "@/lib/tenancy/tenancy";
import { isOwn, own } from "../catalog";
import type { Fit } from "../part-fields";
import { shownShopPart } from "./queries";
import { numberNames, type ShopPartInput } from "./shop-part";

/** Adds a part that this shop alone has. @returns its id. @throws Refusal where the catalog or the shop has its number. */
export async function addShopPart(db: Db, { part, fits }: ShopPartInput): Promise<string> {
  await refuseTwin(db, part);
  const { id } = await db.part.create({ data: part });
  await keepFits(db, id, fits);
  return id;
}

type Edit = ShopPartInput & { id: string; shown?: string };

/**
 * Changes one of the shop's own parts; its vehicles are those given. @throws NotFound; Refusal as for a new one; Overlap where somebody
 * else changed the same meanwhile
 */
export async function editShopPart(db: Db, { id, shown, part, fits }: Edit): Promise<void> {
  await shownShopPart(db, id);
  await refuseTwin(db, part, id);
  // Nobody else changes it, or its vehicles, until this is over: what is read is what is saved over.
  await db.$queryRaw`select 1 as one from parts where id = ${id}::uuid for update`;
  await saveShown({
    shown,
    typed: { ...part, fits },
    read: () => shownShopPart(db, id),
    save: async ({ fits: changed, ...data }) => {
      if (changed) {
        await db.partFit.deleteMany({ where: { partId: id } });
        await keepFits(db, id, changed);
      }
      return db.part.updateMany({ where: { id, ...own }, data });
    },
    together: [[...numberNames, "glassPosition"]],
    words: {
      listPriceCents: (cents: number | null) => (cents === null ? "none" : formatCents(cents)),
      laborMinutes: (minutes: number) => `${minutes} minutes`,
      kitHalves: (halves: number) => `${halves / 2}`,
      calibration: (kind: string | null) => kind ?? "none",
      features: (list: string[]) => list.join(", ") || "none",
      fits: (list: Fit[]) => list.map(fitText).join("; ") || "no vehicle",
    },
  });
}

const fitText = ({ yearFrom, yearTo, make, model }: Fit) => `${yearFrom}–${yearTo} ${make} ${model}`;

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
  const where = isOwn(twin) ? "one of your parts already" : "in the shared catalog already";
  const hint = isOwn(twin) ? "" : " Set your own price for it under Own prices.";
  throw new Refusal(`${twin.nagsNumber} is ${where}.${hint}`, "nagsNumber");
}

async function keepFits(db: Db, partId: string, fits: ShopPartInput["fits"]): Promise<void> {
  await db.partFit.createMany({ data: fits.map((fit) => ({ ...fit, partId })) });
}

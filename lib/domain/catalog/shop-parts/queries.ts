import { squashNags } from "@/lib/glass/parts/nags";
import { codeBegins, holds } from "@/lib/search";
import type { Db } from "@/lib/tenancy/tenancy";
import { own } from "../catalog";

const byVehicle = [{ make: "asc" as const }, { model: "asc" as const }, { yearFrom: "asc" as const }];

/** One page of the shop's own parts whose number begins so or whose description holds every word, and how many there are in all. */
export async function listShopParts(db: Db, search: string, { skip, take }: { skip: number; take: number }) {
  const words = search.split(/\s+/).filter(Boolean);
  const number = squashNags(search);
  const where = {
    ...own,
    ...(search && {
      OR: [
        ...(number ? [{ number: codeBegins(number) }, { nagsNumber: codeBegins(number) }] : []),
        { AND: words.map((word) => ({ description: holds(word) })) },
      ],
    }),
  };
  const rows = await db.part.findMany({
    where,
    orderBy: { nagsNumber: "asc" },
    skip,
    take,
    include: { fits: { orderBy: byVehicle } },
  });
  return { rows, total: await db.part.count({ where }) };
}

/** One of the shop's own parts with the vehicles it fits. @throws NotFound for a shared part too: no shop edits that. */
export function getShopPart(db: Db, id: string) {
  return db.part.findUniqueOrThrow({ where: { id, ...own }, include: { fits: { orderBy: byVehicle } } });
}

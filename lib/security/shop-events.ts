import type { Db } from "@/lib/tenancy/tenancy";

/** The newest events of these kinds first, and how many there are. */
export async function listSecurityEvents(
  db: Db,
  kinds: readonly string[],
  { skip, take }: { skip: number; take: number },
) {
  const where = { kind: { in: [...kinds] } };
  const rows = await db.shopSecurityEvent.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip,
    take,
  });
  return { rows, total: await db.shopSecurityEvent.count({ where }) };
}

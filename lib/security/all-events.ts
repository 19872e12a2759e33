import { holds } from "@/lib/search";
import type { SystemDb } from "@/lib/tenancy/tenancy";

export type EventsAsked = {
  kinds: readonly string[];
  /** An e-mail address, a person's or a shop's name, or part of one. */
  search: string;
  /** One person's id, as an alert's link names it. */
  person: string;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The newest events of all shops first, with the names of who and which shops, and how many there are. */
export async function listEvents(
  db: SystemDb,
  asked: EventsAsked,
  { skip, take }: { skip: number; take: number },
) {
  const where = { kind: { in: [...asked.kinds] }, ...(await matching(db, asked)) };
  const rows = await db.securityEvent.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip,
    take,
  });
  const total = await db.securityEvent.count({ where });
  const people = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ userId }) => userId ?? []) } },
    select: { id: true, name: true, email: true },
  });
  const shopIds = rows.flatMap(({ actorTenantId, targetTenantId }) => [actorTenantId, targetTenantId]);
  const shops = await db.tenant.findMany({
    where: { id: { in: shopIds.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const shopName = (id: string | null) => shops.find((shop) => shop.id === id)?.name;
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      person: people.find(({ id }) => id === row.userId),
      from: shopName(row.actorTenantId),
      target: shopName(row.targetTenantId),
    })),
  };
}

async function matching(db: SystemDb, { search, person }: EventsAsked) {
  if (UUID.test(person)) return { userId: person };
  if (!search) return {};
  const people = await db.user.findMany({
    where: { OR: [{ email: holds(search) }, { name: holds(search) }] },
    select: { id: true },
    take: 200,
  });
  const shops = await db.tenant.findMany({
    where: { OR: [{ slug: holds(search) }, { name: holds(search) }] },
    select: { id: true },
    take: 200,
  });
  const shopIds = { in: shops.map(({ id }) => id) };
  return {
    OR: [
      { userId: { in: people.map(({ id }) => id) } },
      { actorTenantId: shopIds },
      { targetTenantId: shopIds },
    ],
  };
}

import { squashNags } from "@/lib/glass/parts/nags";
import { begins, codeBegins, holds } from "@/lib/search";
import type { SystemDb } from "@/lib/tenancy/tenancy";

/** The owner of rows that are all shops'; each index begins with the owner. */
export const shared = { owner: "00000000-0000-0000-0000-000000000000" };

export type PartsAsked = {
  /** How a number begins, or words of a description. */
  search: string;
  /** A glass position, or "" for all. */
  position: string;
  /** A vehicle, each part of it or "" for any. */
  year: string;
  make: string;
  model: string;
};

type Slice = { skip: number; take: number };

/** One page of the shared parts that fit what is asked, by number. */
export async function listParts(db: SystemDb, asked: PartsAsked, { skip, take }: Slice) {
  const where = { ...shared, AND: [matching(asked), fitting(asked)] };
  const rows = await db.part.findMany({
    where,
    orderBy: { nagsNumber: "asc" },
    skip,
    take,
    include: { fits: { orderBy: [{ make: "asc" }, { model: "asc" }, { yearFrom: "asc" }] } },
  });
  return { rows, total: await db.part.count({ where }) };
}

function matching({ search, position }: PartsAsked) {
  const words = search.split(/\s+/).filter(Boolean);
  const found = words.map((word) => ({ description: holds(word) }));
  const numbered = { nagsNumber: codeBegins(squashNags(search)) };
  return {
    ...(position && { glassPosition: position }),
    ...(search && { OR: [...(squashNags(search) ? [numbered] : []), { AND: found }] }),
  };
}

function fitting({ year, make, model }: PartsAsked) {
  const built = /^\d{4}$/.test(year) ? Number(year) : null;
  if (!make && !model && !built) return {};
  return {
    fits: {
      some: {
        ...(make && { make: begins(make) }),
        ...(model && { model: begins(model) }),
        ...(built && { yearFrom: { lte: built }, yearTo: { gte: built } }),
      },
    },
  };
}

/** One shared part with the vehicles it fits. @throws NotFound */
export function getPart(db: SystemDb, id: string) {
  return db.part.findUniqueOrThrow({
    where: { owner_id: { ...shared, id } },
    include: { fits: { orderBy: [{ make: "asc" }, { model: "asc" }, { yearFrom: "asc" }, { id: "asc" }] } },
  });
}

const named = (search: string) => (search ? { name: holds(search) } : {});

/** One page of the insurers whose name holds the text, with who administers their claims. */
export async function listInsurers(db: SystemDb, search: string, { skip, take }: Slice) {
  const where = named(search);
  const rows = await db.insurer.findMany({
    where,
    orderBy: { name: "asc" },
    skip,
    take,
    include: { tpa: true },
  });
  return { rows, total: await db.insurer.count({ where }) };
}

/** One page of the administrators whose name holds the text, with how many insurers each has. */
export async function listTpas(db: SystemDb, search: string, { skip, take }: Slice) {
  const where = named(search);
  const rows = await db.tpa.findMany({
    where,
    orderBy: { name: "asc" },
    skip,
    take,
    include: { insurers: { select: { id: true } } },
  });
  return { rows, total: await db.tpa.count({ where }) };
}

/** Administrators to choose from, as options. */
export async function tpaOptions(db: SystemDb) {
  const tpas = await db.tpa.findMany({ orderBy: { name: "asc" } });
  return tpas.map(({ id, name }) => ({ value: id, label: name }));
}

export type ListedChange = { id: string; at: Date; userName: string; action: string; detail: unknown };

type Changes = { rows: ListedChange[]; total: number };

/** One page of what system administrators changed, the newest first. The batches of an import are one change with their sums. */
export async function listChanges(db: SystemDb, { skip, take }: Slice): Promise<Changes> {
  const rows = await db.$queryRaw<(ListedChange & { total: number })[]>`
    select min(id::text) as id, max(at) as at, user_name as "userName", action, count(*) over ()::int as total,
      case action when 'parts.import' then jsonb_build_object('file', min(detail->>'file'), 'added', sum((detail->>'added')::int),
        'changed', sum((detail->>'changed')::int), 'unchanged', sum((detail->>'unchanged')::int)) else (array_agg(detail))[1] end as detail
    from platform_events
    group by case action when 'parts.import' then subject else id end, detail->>'file', user_id, user_name, action
    order by at desc, id desc limit ${take} offset ${skip}`;
  if (rows.length === 0 && skip > 0)
    return { rows, total: (await listChanges(db, { skip: 0, take: 1 })).total };
  return { rows, total: rows[0]?.total ?? 0 };
}

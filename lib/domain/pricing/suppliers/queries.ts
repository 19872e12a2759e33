import type { GlassRule } from "@/lib/glass/pricing/rules";
import { by, type Db } from "@/lib/tenancy/tenancy";

type Row = Awaited<ReturnType<Db["supplier"]["findMany"]>>[number];

const withTerms = (row: Row) => ({ ...row, terms: row.terms as GlassRule[] });

/** One page of suppliers, the preferred ones first, then by name. */
export async function listSuppliers(db: Db, { skip, take }: { skip: number; take: number }) {
  const rows = await db.supplier.findMany({
    orderBy: [{ preferred: "desc" }, { name: "asc" }],
    skip,
    take,
  });
  return { rows: rows.map(withTerms), total: await db.supplier.count() };
}

/** One supplier with its agreement. @throws NotFound */
export async function getSupplier(db: Db, id: string) {
  return withTerms(await db.supplier.findUniqueOrThrow({ where: by("id", id) }));
}

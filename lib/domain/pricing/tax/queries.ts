import type { LineKind } from "@/lib/glass/pricing/line-kinds";
import type { TaxArea } from "@/lib/glass/pricing/tax";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { bookOf } from "../book";
import { NO_PRICES } from "../snapshot";
import { USUALLY_TAXED } from "./tax";

/** The taxes of this shop and the kinds of line that they are on. */
export async function loadTax(db: Db) {
  const rates = await db.taxRate.findMany({ orderBy: { name: "asc" } });
  const settings = await db.shopSettings.findFirst();
  return { rates, taxableKinds: settings?.taxableKinds ?? USUALLY_TAXED };
}

type Row = Awaited<ReturnType<Db["taxArea"]["findMany"]>>[number];

const areaOf = (row: Row): TaxArea => bookOf({ ...NO_PRICES, taxAreas: [row] }).taxAreas[0] as TaxArea;

/** One page of the areas that are taxed otherwise than the shop, by name. */
export async function listTaxAreas(db: Db, { skip, take }: { skip: number; take: number }) {
  const rows = await db.taxArea.findMany({ orderBy: { name: "asc" }, skip, take });
  return {
    rows: rows.map((row) => ({ id: row.id, area: areaOf(row) })),
    total: await db.taxArea.count(),
  };
}

/** One area with its rates as they were typed. @throws NotFound */
export async function getTaxArea(db: Db, id: string) {
  const row = await db.taxArea.findUniqueOrThrow({ where: by("id", id) });
  const rates = row.rates as { name: string; ratePpm: number }[];
  return { ...row, rates, taxableKinds: row.taxableKinds as LineKind[] };
}

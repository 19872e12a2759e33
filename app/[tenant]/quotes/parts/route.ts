import { office, owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { partsFor, partsNumbered, withStock } from "@/lib/domain/catalog/desk-parts";
import { loadPriceBook } from "@/lib/domain/pricing/book";
import { PartsQuery } from "@/lib/domain/quotes/forms";
import { bookFor } from "@/lib/domain/quotes/prices";
import { lookup } from "@/lib/doors/lookup";
import { feature } from "../feature";

/** Parts for a vehicle, parts of a number, how many are on the shelf, and the prices that this shop sells them by. */
export const GET = lookup({
  feature,
  allow: office,
  query: PartsQuery,
  run: async (db, { year, make, model, bodyStyle, nags }, actor) => {
    const on = dateIn(actor.timeZone, new Date());
    const car = { year, make, model, bodyStyle };
    const fitting = year && make && model ? await partsFor(db, { ...car, year }, on) : [];
    const numbered = nags ? await partsNumbered(db, nags, on) : [];
    const known = new Set(fitting.map((part) => part.nagsNumber));
    const parts = [...fitting, ...numbered.filter((part) => !known.has(part.nagsNumber))];
    const book = bookFor(await loadPriceBook(db), { parts, on }, owners.includes(actor.role));
    return { parts: await withStock(db, parts), book };
  },
});

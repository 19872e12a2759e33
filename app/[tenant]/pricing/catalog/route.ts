import { owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { CatalogQuery } from "@/lib/domain/pricing/overrides/override";
import { searchCatalog } from "@/lib/domain/pricing/overrides/queries";
import { lookup } from "@/lib/doors/lookup";
import { feature } from "../feature";

/** Catalog parts to choose from while typing, each with all that the preview prices it by. */
export const GET = lookup({
  feature,
  allow: owners,
  query: CatalogQuery,
  run: (db, { q, on }, { timeZone }) => searchCatalog(db, q, on ?? dateIn(timeZone, new Date())),
});

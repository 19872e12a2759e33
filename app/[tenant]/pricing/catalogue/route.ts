import { owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { CatalogueQuery } from "@/lib/domain/pricing/overrides/override";
import { searchCatalogue } from "@/lib/domain/pricing/overrides/queries";
import { lookup } from "@/lib/doors/lookup";
import { feature } from "../feature";

/** Catalogue parts to choose from while typing, each with all that the preview prices it by. */
export const GET = lookup({
  feature,
  allow: owners,
  query: CatalogueQuery,
  run: (db, { q, on }, { timeZone }) => searchCatalogue(db, q, on ?? dateIn(timeZone, new Date())),
});

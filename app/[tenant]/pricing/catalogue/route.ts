import { owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { lookup } from "@/lib/lookup";
import { feature } from "../feature";
import { CatalogueQuery } from "../part";
import { searchCatalogue } from "../queries";

/** Catalogue parts to choose from while typing, each with all that the preview prices it by. */
export const GET = lookup({
  feature,
  allow: owners,
  query: CatalogueQuery,
  run: (db, { q, on }, { timeZone }) => searchCatalogue(db, q, on ?? dateIn(timeZone, new Date())),
});

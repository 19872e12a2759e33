import { office } from "@/lib/auth/roles";
import { CustomerQuery } from "@/lib/domain/quotes/forms";
import { customerAtDesk } from "@/lib/domain/quotes/queries";
import { lookup } from "@/lib/doors/lookup";
import { feature } from "../feature";

/** A customer with what a quote needs of them. */
export const GET = lookup({
  feature,
  allow: office,
  query: CustomerQuery,
  run: (db, { id }) => customerAtDesk(db, id),
});

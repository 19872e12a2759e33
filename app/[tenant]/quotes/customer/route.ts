import { office } from "@/lib/auth/roles";
import { lookup } from "@/lib/lookup";
import { feature } from "../feature";
import { CustomerQuery } from "../forms";
import { customerAtDesk } from "../queries";

/** A customer with what a quote needs of them. */
export const GET = lookup({
  feature,
  allow: office,
  query: CustomerQuery,
  run: (db, { id }) => customerAtDesk(db, id),
});

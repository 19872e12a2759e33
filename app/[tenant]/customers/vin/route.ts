import { office } from "@/lib/auth/roles";
import { VinQuery } from "@/lib/domain/customers/forms";
import { vehicleOfVin } from "@/lib/domain/customers/queries";
import { lookup } from "@/lib/doors/lookup";
import { feature } from "../feature";

/** A VIN decoded from NHTSA's vPIC, with what does not add up explained. */
export const GET = lookup({
  feature,
  allow: office,
  query: VinQuery,
  run: (db, { vin }) => vehicleOfVin(db, vin, new Date().getUTCFullYear()),
});

import { office } from "@/lib/auth/roles";
import { lookup } from "@/lib/lookup";
import { VinQuery } from "../customer";
import { feature } from "../feature";
import { vehicleOfVin } from "../queries";

/** A VIN decoded from NHTSA's vPIC, with what does not add up explained. */
export const GET = lookup({
  feature,
  allow: office,
  query: VinQuery,
  run: (db, { vin }) => vehicleOfVin(db, vin, new Date().getUTCFullYear()),
});

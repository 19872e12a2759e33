"use server";

import { owners } from "@/lib/auth/roles";
import { SaveBrands } from "@/lib/domain/pricing/brands/forms";
import { replaceBrands } from "@/lib/domain/pricing/brands/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";

export const saveBrands = action({
  name: "pricing.brands.save",
  feature,
  allow: owners,
  form: SaveBrands,
  run: replaceBrands,
  then: () => ({ to: "/pricing", message: "Your brands are saved." }),
});

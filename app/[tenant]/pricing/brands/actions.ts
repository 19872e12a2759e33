"use server";

import { action } from "@/lib/action";
import { owners } from "@/lib/auth/roles";
import { feature } from "../feature";
import { SaveBrands } from "./brands";
import { replaceBrands } from "./save";

export const saveBrands = action({
  name: "pricing.brands.save",
  feature,
  allow: owners,
  form: SaveBrands,
  run: async ({ db, input }) => {
    await replaceBrands(db, input);
    return { to: "/pricing", message: "Your brands are saved." };
  },
});

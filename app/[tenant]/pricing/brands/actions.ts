"use server";

import { action } from "@/lib/action";
import { owners } from "@/lib/auth/roles";
import { feature } from "../feature";
import { SaveBrands } from "./brands";

export const saveBrands = action({
  name: "pricing.brands.save",
  feature,
  allow: owners,
  form: SaveBrands,
  run: async ({ db, input: { lists } }) => {
    await db.brandPreference.deleteMany();
    await db.brandPreference.createMany({ data: lists });
    return { to: "/pricing", message: "Your brands are saved." };
  },
});

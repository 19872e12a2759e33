import { z } from "zod";
import { office } from "@/lib/auth/roles";
import { lookup } from "@/lib/doors/lookup";
import { milesBetween, placeOf } from "@/lib/zip";
import { feature } from "../feature";

/** Where a ZIP code is and how many miles from the shop, as the crow flies; null for what is not known. */
export const GET = lookup({
  feature,
  allow: office,
  query: z.object({ zip: z.string().max(10).default("") }),
  run: async (db, { zip }) => {
    const shop = await db.tenant.findFirstOrThrow({ select: { zip: true } });
    const { city = null, state = null } = placeOf(zip) ?? {};
    return { city, state, miles: milesBetween(shop.zip, zip) };
  },
});

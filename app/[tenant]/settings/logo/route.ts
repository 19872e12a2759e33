import { z } from "zod";
import { everyone } from "@/lib/auth/roles";
import { loadLogo } from "@/lib/domain/shops/paper/paper";
import { lookup } from "@/lib/doors/lookup";
import { shownPicture } from "@/lib/pictures/pictures";
import { NotFound } from "@/lib/tenancy/tenancy";
import { feature } from "../feature";

const AN_HOUR = 3600;

/** The shop's logo. Its address changes with it, so the browser may keep it for a while. */
export const GET = lookup({
  feature,
  allow: everyone,
  query: z.object({}),
  run: async (db) => {
    const logo = await loadLogo(db);
    if (!logo) throw new NotFound();
    return logo;
  },
  file: async (logo) => {
    const bytes = await shownPicture(logo);
    return bytes && { bytes, type: "image/png", name: "logo", keepFor: AN_HOUR };
  },
});

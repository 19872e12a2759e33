import { z } from "zod";
import { everyone } from "@/lib/auth/roles";
import { readImage } from "@/lib/image";
import { lookup } from "@/lib/lookup";
import { loadLogo } from "@/lib/paper";
import { NotFound } from "@/lib/tenancy/tenancy";
import { feature } from "../feature";

const AN_HOUR = 3600;

/** The shop's logo. Its address changes with it, so the browser may keep it for a while. */
export const GET = lookup({
  feature,
  allow: everyone,
  query: z.object({}),
  run: async (db) => {
    const bytes = await loadLogo(db);
    const image = bytes && readImage(bytes);
    if (!image) throw new NotFound();
    return { bytes, type: image.type };
  },
  file: ({ bytes, type }) => ({ bytes, type, name: "logo", keepFor: AN_HOUR }),
});

"use server";

import { action } from "@/lib/action";
import { owners } from "@/lib/auth/roles";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "./feature";
import { FlagForm, ShopForm } from "./settings";

export const saveShop = action({
  name: "shop.edit",
  feature,
  allow: owners,
  form: ShopForm,
  run: async ({ db, input }) => {
    await db.tenant.updateMany({ data: input });
    return { message: "Saved." };
  },
});

export const switchFeature = action({
  name: "feature.switch",
  feature,
  allow: owners,
  form: FlagForm,
  run: async ({ db, input: { flag, enabled } }) => {
    await db.tenantFlag.upsert({ where: by("flag", flag), create: { flag, enabled }, update: { enabled } });
    return { to: "/settings", message: enabled ? "Switched on." : "Switched off. Nothing was deleted." };
  },
});

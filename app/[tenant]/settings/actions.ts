"use server";

import { action } from "@/lib/action";
import { owners } from "@/lib/auth/roles";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "./feature";
import { PaperForm } from "./paper";
import { savePaper as keepPaper } from "./save-paper";
import { DiscountLimitForm, FlagForm, ShopForm } from "./settings";

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

export const saveDiscountLimit = action({
  name: "discount_limit.edit",
  feature,
  allow: owners,
  form: DiscountLimitForm,
  run: async ({ db, input }) => {
    const kept = await db.shopSettings.updateMany({ data: input });
    if (kept.count === 0) await db.shopSettings.create({ data: input });
    return { message: "Saved. It holds for quotes made or changed from now on." };
  },
});

export const savePaper = action({
  name: "paper.edit",
  feature,
  allow: owners,
  form: PaperForm,
  run: async ({ db, input }) => {
    await keepPaper(db, input, new Date());
    return { message: "Saved. Quotes, work orders and invoices are printed so from now on." };
  },
});

export const switchFeature = action({
  name: "feature.switch",
  feature,
  allow: owners,
  form: FlagForm,
  run: async ({ db, input: { flag, enabled } }) => {
    await db.tenantFlag.upsert({ where: by("flag", flag), create: { flag, enabled }, update: { enabled } });
    const message = enabled ? "Switched on." : "Switched off. Nothing was deleted.";
    return { to: "/settings/features", message };
  },
});

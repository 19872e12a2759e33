"use server";

import { action } from "@/lib/action";
import { owners } from "@/lib/auth/roles";
import { changeSettings } from "@/lib/shop-settings";
import { feature } from "./feature";
import { PaperForm } from "./paper";
import { savePaper as keepPaper } from "./save-paper";
import { DiscountLimitForm, FlagForm, ShopForm } from "./settings";
import { switchFlag } from "./switch-flag";

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
    await changeSettings(db, input);
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
    await switchFlag(db, flag, enabled);
    const message = enabled ? "Switched on." : "Switched off. Nothing was deleted.";
    return { to: "/settings/features", message };
  },
});

"use server";

import { owners } from "@/lib/auth/roles";
import { DiscountLimitForm, FlagForm, ShopForm } from "@/lib/domain/shops/forms";
import { PaperForm } from "@/lib/domain/shops/paper/forms";
import { savePaper as keepPaper } from "@/lib/domain/shops/paper/verbs";
import { changeSettings } from "@/lib/domain/shops/shop-settings";
import { switchFlag } from "@/lib/domain/shops/switch-flag";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

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

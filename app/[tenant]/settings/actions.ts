"use server";

import { owners } from "@/lib/auth/roles";
import { DiscountLimitForm, FlagForm, ShopForm } from "@/lib/domain/shops/forms";
import { PaperForm } from "@/lib/domain/shops/paper/forms";
import { savePaper as keepPaper } from "@/lib/domain/shops/paper/verbs";
import * as shops from "@/lib/domain/shops/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

export const saveShop = action({
  name: "shop.edit",
  feature,
  allow: owners,
  form: ShopForm,
  run: shops.saveShop,
  then: () => ({ message: "Saved." }),
});

export const saveDiscountLimit = action({
  name: "discount_limit.edit",
  feature,
  allow: owners,
  form: DiscountLimitForm,
  run: shops.saveDiscountLimit,
  then: () => ({ message: "Saved. It holds for quotes made or changed from now on." }),
});

export const savePaper = action({
  name: "paper.edit",
  feature,
  allow: owners,
  form: PaperForm,
  run: (db, input) => keepPaper(db, input, new Date()),
  then: () => ({ message: "Saved. Quotes, work orders and invoices are printed so from now on." }),
});

export const switchFeature = action({
  name: "feature.switch",
  feature,
  allow: owners,
  form: FlagForm,
  run: shops.switchFlag,
  then: (_, { enabled }) => ({
    to: "/settings/features",
    message: enabled ? "Switched on." : "Switched off. Nothing was deleted.",
  }),
});

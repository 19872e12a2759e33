"use server";

import { owners } from "@/lib/auth/roles";
import { EditShopPart, NewShopPart, OneShopPart } from "@/lib/domain/catalog/shop-parts/shop-part";
import * as parts from "@/lib/domain/catalog/shop-parts/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";

export const addShopPart = action({
  name: "shop_part.add",
  feature,
  allow: owners,
  form: NewShopPart,
  run: async ({ db, input }) => {
    const subject = await parts.addShopPart(db, input);
    const message = `${input.part.nagsNumber} is there at your desk.`;
    return { subject, to: "/pricing/shop-parts", message };
  },
});

export const editShopPart = action({
  name: "shop_part.edit",
  feature,
  allow: owners,
  form: EditShopPart,
  run: async ({ db, input: { id, ...input } }) => {
    await parts.editShopPart(db, id, input);
    return { subject: id, to: "/pricing/shop-parts", message: `${input.part.nagsNumber} is saved.` };
  },
});

export const removeShopPart = action({
  name: "shop_part.remove",
  feature,
  allow: owners,
  form: OneShopPart,
  run: async ({ db, input: { id } }) => {
    const number = await parts.removeShopPart(db, id);
    return { subject: id, to: "/pricing/shop-parts", message: `${number} is deleted.`, detail: { number } };
  },
});

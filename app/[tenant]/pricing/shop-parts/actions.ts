"use server";

import { owners } from "@/lib/auth/roles";
import { EditShopPart, NewShopPart, OneShopPart } from "@/lib/domain/catalog/shop-parts/shop-part";
import * as parts from "@/lib/domain/catalog/shop-parts/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";

const to = "/pricing/shop-parts";

export const addShopPart = action({
  name: "shop_part.add",
  feature,
  allow: owners,
  form: NewShopPart,
  run: parts.addShopPart,
  then: (subject, { part }) => ({ subject, to, message: `${part.nagsNumber} is there at your desk.` }),
});

export const editShopPart = action({
  name: "shop_part.edit",
  feature,
  allow: owners,
  form: EditShopPart,
  run: parts.editShopPart,
  then: (_, { id, part }) => ({ subject: id, to, message: `${part.nagsNumber} is saved.` }),
});

export const removeShopPart = action({
  name: "shop_part.remove",
  feature,
  allow: owners,
  form: OneShopPart,
  run: (db, { id }) => parts.removeShopPart(db, id),
  then: (number, { id }) => ({ subject: id, to, message: `${number} is deleted.`, detail: { number } }),
});

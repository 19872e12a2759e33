"use server";

import { owners } from "@/lib/auth/roles";
import { pastedText } from "@/lib/domain/catalog/pasted";
import { PastedStock, saveStock } from "@/lib/domain/inventory/pasted";
import { EditStock, NewStock, OneStock } from "@/lib/domain/inventory/stock";
import * as inventory from "@/lib/domain/inventory/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";

const to = "/pricing/stock";

export const addStock = action({
  name: "stock.add",
  feature,
  allow: owners,
  form: NewStock,
  run: inventory.addStock,
  then: ({ nagsNumber }) => ({ to, message: `${nagsNumber} is on your shelves.` }),
});

export const pasteStock = action({
  name: "stock.paste",
  feature,
  allow: owners,
  form: PastedStock,
  run: (db, { pasted }) => saveStock(db, pasted),
  then: (added, { pasted }) => ({ to, message: pastedText(pasted, added.length) }),
});

export const editStock = action({
  name: "stock.edit",
  feature,
  allow: owners,
  form: EditStock,
  run: inventory.editStock,
  then: ({ nagsNumber }) => ({ to, message: `${nagsNumber} is saved.` }),
});

export const removeStock = action({
  name: "stock.remove",
  feature,
  allow: owners,
  form: OneStock,
  run: (db, { id }) => inventory.removeStock(db, id),
  then: ({ nagsNumber }) => ({ to, message: `${nagsNumber} is no longer kept on your shelves.` }),
});

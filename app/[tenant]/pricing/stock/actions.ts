"use server";

import { owners } from "@/lib/auth/roles";
import { keptNumber } from "@/lib/domain/catalog/catalog";
import { pastedText } from "@/lib/domain/catalog/pasted";
import { PastedStock, saveStock } from "@/lib/domain/inventory/pasted";
import { EditStock, NewStock, OneStock } from "@/lib/domain/inventory/stock";
import { action } from "@/lib/doors/action";
import { Refusal } from "@/lib/refusal";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "../feature";

const to = "/pricing/stock";

export const addStock = action({
  name: "stock.add",
  feature,
  allow: owners,
  form: NewStock,
  run: async ({ db, input }) => {
    const nagsNumber = await keptNumber(db, input.nagsNumber, "nagsNumber");
    const [added] = await db.stockItem.createManyAndReturn({
      data: [{ ...input, nagsNumber }],
      skipDuplicates: true,
    });
    if (!added) throw new Refusal(`${nagsNumber} is on your shelves already.`, "nagsNumber");
    return { subject: added.id, to, message: `${nagsNumber} is on your shelves.` };
  },
});

export const pasteStock = action({
  name: "stock.paste",
  feature,
  allow: owners,
  form: PastedStock,
  run: async ({ db, input: { pasted } }) => {
    const added = await saveStock(db, pasted);
    return { to, message: pastedText(pasted, added.length) };
  },
});

export const editStock = action({
  name: "stock.edit",
  feature,
  allow: owners,
  form: EditStock,
  run: async ({ db, input: { id, ...data } }) => {
    const { nagsNumber } = await db.stockItem.update({ where: by("id", id), data });
    return { subject: id, to, message: `${nagsNumber} is saved.` };
  },
});

export const removeStock = action({
  name: "stock.remove",
  feature,
  allow: owners,
  form: OneStock,
  run: async ({ db, input: { id } }) => {
    const { nagsNumber } = await db.stockItem.delete({ where: by("id", id) });
    return { subject: id, to, message: `${nagsNumber} is no longer kept on your shelves.` };
  },
});

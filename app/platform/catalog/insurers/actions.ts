"use server";

import { asItWasShown } from "@/lib/domain/catalog/as-shown";
import { changed } from "@/lib/domain/catalog/changed";
import { EditInsurer, NewInsurer, OneRow } from "@/lib/domain/catalog/directory/forms";
import { insurerData } from "@/lib/domain/catalog/directory/save-insurer";
import { platformAction } from "@/lib/doors/platform";
import { Refusal } from "@/lib/refusal";
import { isInUse } from "@/lib/tenancy/tenancy";
import { HOME } from "../home";

const list = `${HOME}/insurers`;

export const addInsurer = platformAction({
  name: "insurer.add",
  form: NewInsurer,
  run: async ({ db, input }) => {
    const data = await insurerData(db, input);
    const { id } = await db.insurer.create({ data });
    return {
      subject: id,
      detail: changed(input.name, null, data),
      to: list,
      message: `${input.name} is there for every shop.`,
    };
  },
});

export const editInsurer = platformAction({
  name: "insurer.edit",
  form: EditInsurer,
  run: async ({ db, input: { id, shown, ...input } }) => {
    const before = await asItWasShown(db, shown, () => db.insurer.findUniqueOrThrow({ where: { id } }));
    const data = await insurerData(db, input, id);
    await db.insurer.update({ where: { id }, data });
    return {
      subject: id,
      detail: changed(input.name, before, data),
      to: list,
      message: `${input.name} is saved.`,
    };
  },
});

export const deleteInsurer = platformAction({
  name: "insurer.delete",
  form: OneRow,
  run: async ({ db, input: { id } }) => {
    const { name, ...before } = await db.insurer.findUniqueOrThrow({ where: { id } });
    await db.insurer.delete({ where: { id } }).catch((error) => {
      if (!isInUse(error)) throw error;
      throw new Refusal(`Shops have quotes, claims or prices with ${name}, so it stays. You can rename it.`);
    });
    return { subject: id, detail: changed(name, before, null), to: list, message: `${name} is gone.` };
  },
});

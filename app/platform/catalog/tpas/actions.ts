"use server";

import { asItWasShown } from "@/lib/domain/catalog/as-shown";
import { changed } from "@/lib/domain/catalog/changed";
import { EditTpa, NewTpa, OneRow } from "@/lib/domain/catalog/directory/forms";
import { refuseTwin } from "@/lib/domain/catalog/directory/save-tpa";
import { platformAction } from "@/lib/doors/platform";
import { Refusal } from "@/lib/refusal";
import { HOME } from "../home";

const list = `${HOME}/tpas`;

export const addTpa = platformAction({
  name: "tpa.add",
  form: NewTpa,
  run: async ({ db, input }) => {
    await refuseTwin(db, input.name);
    const { id } = await db.tpa.create({ data: input });
    return {
      subject: id,
      detail: changed(input.name, null, input),
      to: list,
      message: `${input.name} is there for every shop.`,
    };
  },
});

export const editTpa = platformAction({
  name: "tpa.edit",
  form: EditTpa,
  run: async ({ db, input: { id, shown, ...data } }) => {
    const before = await asItWasShown(db, shown, () => db.tpa.findUniqueOrThrow({ where: { id } }));
    await refuseTwin(db, data.name, id);
    await db.tpa.update({ where: { id }, data });
    await db.insurer.updateMany({ where: { tpaId: id }, data: { tpaName: data.name } });
    return {
      subject: id,
      detail: changed(data.name, before, data),
      to: list,
      message: `${data.name} is saved.`,
    };
  },
});

export const deleteTpa = platformAction({
  name: "tpa.delete",
  form: OneRow,
  run: async ({ db, input: { id } }) => {
    const { name, ...before } = await db.tpa.findUniqueOrThrow({ where: { id } });
    const served = await db.insurer.count({ where: { tpaId: id } });
    if (served > 0)
      throw new Refusal(
        `${name} takes the claims of ${served === 1 ? "one insurer" : `${served} insurers`}, so it stays. Choose another for ${served === 1 ? "it" : "them"} first.`,
      );
    await db.tpa.delete({ where: { id } });
    return { subject: id, detail: changed(name, before, null), to: list, message: `${name} is gone.` };
  },
});

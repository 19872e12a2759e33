"use server";

import { asItWasShown } from "@/lib/domain/catalog/as-shown";
import { listPriceBefore } from "@/lib/domain/catalog/catalog";
import { changed } from "@/lib/domain/catalog/changed";
import { EditPart, NewPart, OnePart } from "@/lib/domain/catalog/forms";
import { getPart } from "@/lib/domain/catalog/queries";
import { keepFits, refuseCircle, refuseTwin } from "@/lib/domain/catalog/save-part";
import { catalogueDay } from "@/lib/domain/catalog/today";
import { platformAction } from "@/lib/doors/platform";
import { HOME } from "../home";

export const addPart = platformAction({
  name: "part.add",
  form: NewPart,
  run: async ({ db, input: { part, fits } }) => {
    await refuseTwin(db, part.nagsNumber);
    await refuseCircle(db, part);
    const { id } = await db.part.create({ data: part });
    await keepFits(db, id, fits);
    return {
      subject: id,
      detail: changed(part.nagsNumber, null, { ...part, fits }),
      to: `${HOME}/parts/${id}`,
      message: `${part.nagsNumber} is there for every shop.`,
    };
  },
});

export const editPart = platformAction({
  name: "part.edit",
  form: EditPart,
  run: async ({ db, input: { id, shown, part, fits } }) => {
    const before = await asItWasShown(db, shown, () => getPart(db, id));
    await refuseTwin(db, part.nagsNumber, id);
    await refuseCircle(db, part);
    const listPriceBeforeCents = listPriceBefore(before, part, catalogueDay());
    await db.part.update({ where: { id }, data: { ...part, listPriceBeforeCents } });
    await db.partFit.deleteMany({ where: { partId: id } });
    await keepFits(db, id, fits);
    const fitsBefore = before.fits.map(({ yearFrom, yearTo, make, model, bodyStyle }) => ({
      yearFrom,
      yearTo,
      make,
      model,
      bodyStyle,
    }));
    return {
      subject: id,
      detail: changed(part.nagsNumber, { ...before, fits: fitsBefore }, { ...part, fits }),
      message: "Saved. Every shop has it from now on.",
    };
  },
});

export const deletePart = platformAction({
  name: "part.delete",
  form: OnePart,
  run: async ({ db, input: { id } }) => {
    const { nagsNumber, ...before } = await getPart(db, id);
    await db.part.delete({ where: { id } });
    return {
      subject: id,
      detail: changed(nagsNumber, before, null),
      to: HOME,
      message: `${nagsNumber} is gone from the catalogue.`,
    };
  },
});

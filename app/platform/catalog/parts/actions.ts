"use server";

import { changed } from "@/lib/domain/catalog/changed";
import { EditPart, NewPart, OnePart } from "@/lib/domain/catalog/forms";
import * as catalog from "@/lib/domain/catalog/verbs";
import { platformAction } from "@/lib/doors/platform";
import { HOME } from "../home";

export const addPart = platformAction({
  name: "part.add",
  form: NewPart,
  run: catalog.addPart,
  then: ({ id, before, after }) => ({
    detail: changed(after.nagsNumber, before, after),
    to: `${HOME}/parts/${id}`,
    message: `${after.nagsNumber} is there for every shop.`,
  }),
});

export const editPart = platformAction({
  name: "part.edit",
  form: EditPart,
  run: catalog.editPart,
  then: ({ before, after }) => ({
    detail: changed(after.nagsNumber, before, after),
    message: "Saved. Every shop has it from now on.",
  }),
});

export const deletePart = platformAction({
  name: "part.delete",
  form: OnePart,
  run: (db, { id }) => catalog.deletePart(db, id),
  then: ({ nagsNumber, before, after }) => ({
    detail: changed(nagsNumber, before, after),
    to: HOME,
    message: `${nagsNumber} is gone from the catalog.`,
  }),
});

"use server";

import { changed } from "@/lib/domain/catalog/changed";
import { EditInsurer, NewInsurer, OneRow } from "@/lib/domain/catalog/directory/forms";
import * as directory from "@/lib/domain/catalog/directory/verbs";
import { platformAction } from "@/lib/doors/platform";
import { HOME } from "../home";

const to = `${HOME}/insurers`;

export const addInsurer = platformAction({
  name: "insurer.add",
  form: NewInsurer,
  run: directory.addInsurer,
  then: ({ before, after }, { name }) => ({
    detail: changed(name, before, after),
    to,
    message: `${name} is there for every shop.`,
  }),
});

export const editInsurer = platformAction({
  name: "insurer.edit",
  form: EditInsurer,
  run: directory.editInsurer,
  then: ({ before, after }, { name }) => ({
    detail: changed(name, before, after),
    to,
    message: `${name} is saved.`,
  }),
});

export const deleteInsurer = platformAction({
  name: "insurer.delete",
  form: OneRow,
  run: (db, { id }) => directory.deleteInsurer(db, id),
  then: ({ name, before, after }) => ({
    detail: changed(name, before, after),
    to,
    message: `${name} is gone.`,
  }),
});

"use server";

import { changed } from "@/lib/domain/catalog/changed";
import { EditTpa, NewTpa, OneRow } from "@/lib/domain/catalog/directory/forms";
import * as directory from "@/lib/domain/catalog/directory/verbs";
import { platformAction } from "@/lib/doors/platform";
import { HOME } from "../home";

const to = `${HOME}/tpas`;

export const addTpa = platformAction({
  name: "tpa.add",
  form: NewTpa,
  run: directory.addTpa,
  then: ({ before, after }, { name }) => ({
    detail: changed(name, before, after),
    to,
    message: `${name} is there for every shop.`,
  }),
});

export const editTpa = platformAction({
  name: "tpa.edit",
  form: EditTpa,
  run: directory.editTpa,
  then: ({ before, after }, { name }) => ({
    detail: changed(name, before, after),
    to,
    message: `${name} is saved.`,
  }),
});

export const deleteTpa = platformAction({
  name: "tpa.delete",
  form: OneRow,
  run: (db, { id }) => directory.deleteTpa(db, id),
  then: ({ name, before, after }) => ({
    detail: changed(name, before, after),
    to,
    message: `${name} is gone.`,
  }),
});

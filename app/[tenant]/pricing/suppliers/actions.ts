"use server";

import { owners } from "@/lib/auth/roles";
import { EditSupplier, NewSupplier, OneSupplier } from "@/lib/domain/pricing/suppliers/supplier";
import * as suppliers from "@/lib/domain/pricing/suppliers/verbs";
import { recordChange } from "@/lib/domain/pricing/versions/verbs";
import { ChangeNote } from "@/lib/domain/pricing/versions/version";
import { action } from "@/lib/doors/action";
import { feature } from "../feature";
import { told } from "../told";

const to = "/pricing/suppliers";

export const addSupplier = action({
  name: "pricing.supplier.add",
  feature,
  allow: owners,
  form: NewSupplier.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => suppliers.addSupplier(db, input)),
  then: (change, { name }) => ({ subject: change.result.id, to, message: told(`${name} is added.`, change) }),
});

export const editSupplier = action({
  name: "pricing.supplier.edit",
  feature,
  allow: owners,
  form: EditSupplier.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => suppliers.editSupplier(db, input)),
  then: (change, { id, name }) => ({ subject: id, to, message: told(`${name} is saved.`, change) }),
});

export const removeSupplier = action({
  name: "pricing.supplier.remove",
  feature,
  allow: owners,
  form: OneSupplier,
  run: (db, { id }, actor) =>
    recordChange(db, actor, ChangeNote.parse({}), () => suppliers.removeSupplier(db, id)),
  then: (change, { id }) => ({ subject: id, to, message: told(`${change.result.name} is removed.`, change) }),
});

"use server";

import { owners } from "@/lib/auth/roles";
import { EditSupplier, NewSupplier, OneSupplier } from "@/lib/domain/pricing/suppliers/supplier";
import { changeSupplier, createSupplier } from "@/lib/domain/pricing/suppliers/verbs";
import { recordChange } from "@/lib/domain/pricing/versions/verbs";
import { ChangeNote } from "@/lib/domain/pricing/versions/version";
import { action } from "@/lib/doors/action";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "../feature";

const to = "/pricing/suppliers";

export const addSupplier = action({
  name: "pricing.supplier.add",
  feature,
  allow: owners,
  form: NewSupplier.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      const { id } = await createSupplier(db, input);
      return { subject: id, to, message: `${input.name} is added.` };
    }),
});

export const editSupplier = action({
  name: "pricing.supplier.edit",
  feature,
  allow: owners,
  form: EditSupplier.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      await changeSupplier(db, input);
      return { subject: input.id, to, message: `${input.name} is saved.` };
    }),
});

export const removeSupplier = action({
  name: "pricing.supplier.remove",
  feature,
  allow: owners,
  form: OneSupplier,
  run: ({ db, actor, input: { id } }) =>
    recordChange(db, actor, ChangeNote.parse({}), async () => {
      const { name } = await db.supplier.delete({ where: by("id", id) });
      return { subject: id, to, message: `${name} is removed.` };
    }),
});

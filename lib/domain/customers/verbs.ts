import type { z } from "zod";
import { saveShown } from "@/lib/forms/shown";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditCustomer, EditVehicle, NewCustomer, NewVehicle, OneCustomer } from "./forms";

export const addCustomer = (db: Db, input: Pick<z.output<typeof NewCustomer>, "name" | "phone">) =>
  db.customer.create({ data: input });

/** @throws NotFound; Overlap where somebody else changed the same meanwhile */
export const editCustomer = (db: Db, { id, shown, ...typed }: z.output<typeof EditCustomer>) =>
  saveShown({
    shown,
    typed,
    read: () => db.customer.findUniqueOrThrow({ where: by("id", id) }),
    save: (data, guard) => db.customer.updateMany({ where: { ...guard, id }, data }),
    together: [
      ["phone", "email"],
      ["street", "city", "state", "zip"],
      ["taxExempt", "taxCertificate", "taxCertificateUntil"],
    ],
  });

/** Takes a customer from the lists; all that was done for them stays. @throws NotFound */
export const archiveCustomer = (db: Db, { id }: z.output<typeof OneCustomer>) =>
  db.customer.update({ where: by("id", id), data: { archivedAt: new Date() } });

/** Brings an archived customer back. @throws NotFound */
export const restoreCustomer = (db: Db, { id }: z.output<typeof OneCustomer>) =>
  db.customer.update({ where: by("id", id), data: { archivedAt: null } });

/** Keeps the address a customer was written to, where none was known. @throws NotFound */
export async function learnEmail(
  db: Db,
  customer: { id: string; email: string },
  email: string,
): Promise<void> {
  if (!customer.email) await db.customer.update({ where: by("id", customer.id), data: { email } });
}

/** @throws NotFound where the customer is not this shop's */
export async function addVehicle(db: Db, input: z.output<typeof NewVehicle>) {
  await db.customer.findUniqueOrThrow({ where: by("id", input.customerId), select: { id: true } });
  return db.vehicle.create({ data: input });
}

/** @throws NotFound where it is not this customer's; Overlap where somebody else changed the same meanwhile */
export const editVehicle = (db: Db, { id, shown, customerId, ...typed }: z.output<typeof EditVehicle>) =>
  saveShown({
    shown,
    typed,
    read: () => db.vehicle.findUniqueOrThrow({ where: { ...by("id", id), customerId } }),
    save: (data, guard) => db.vehicle.updateMany({ where: { ...guard, id, customerId }, data }),
    together: [
      ["vin", "year", "make", "model", "bodyStyle", "trim"],
      ["plate", "plateState"],
    ],
  });

/** Keeps that a customer lets the shop text them: the words they agreed to, and where. */
export async function allowTexts(
  db: Db,
  consent: { customerId: string; phone: string; wording: string; source: string },
): Promise<void> {
  await db.textConsent.create({ data: { ...consent, given: true } });
}

import type { z } from "zod";
import { by, type Db } from "@/lib/tenancy/tenancy";
import type { EditCustomer, EditVehicle, NewCustomer, NewVehicle, OneCustomer } from "./forms";

export const addCustomer = (db: Db, input: Pick<z.output<typeof NewCustomer>, "name" | "phone">) =>
  db.customer.create({ data: input });

/** @throws NotFound */
export const editCustomer = (db: Db, { id, ...data }: z.output<typeof EditCustomer>) =>
  db.customer.update({ where: by("id", id), data });

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

/** @throws NotFound where it is not this customer's */
export const editVehicle = (db: Db, { id, customerId, ...data }: z.output<typeof EditVehicle>) =>
  db.vehicle.update({ where: { ...by("id", id), customerId }, data });

/** Keeps that a customer lets the shop text them: the words they agreed to, and where. */
export async function allowTexts(
  db: Db,
  consent: { customerId: string; phone: string; wording: string; source: string },
): Promise<void> {
  await db.textConsent.create({ data: { ...consent, given: true } });
}

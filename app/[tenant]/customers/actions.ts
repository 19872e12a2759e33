"use server";

import { office } from "@/lib/auth/roles";
import {
  EditCustomer,
  EditVehicle,
  NewCustomer,
  NewVehicle,
  OneCustomer,
} from "@/lib/domain/customers/forms";
import { action } from "@/lib/doors/action";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "./feature";

export const addCustomer = action({
  name: "customer.add",
  feature,
  allow: office,
  form: NewCustomer,
  run: async ({ db, input }) => {
    const { id } = await db.customer.create({ data: input });
    return { subject: id, to: `/customers/${id}`, message: `${input.name} is added.` };
  },
});

export const editCustomer = action({
  name: "customer.edit",
  feature,
  allow: office,
  form: EditCustomer,
  run: async ({ db, input: { id, ...data } }) => {
    await db.customer.update({ where: by("id", id), data });
    return { subject: id, to: `/customers/${id}`, message: "Saved." };
  },
});

export const archiveCustomer = action({
  name: "customer.archive",
  feature,
  allow: office,
  form: OneCustomer,
  run: async ({ db, input: { id } }) => {
    await db.customer.update({ where: by("id", id), data: { archivedAt: new Date() } });
    return {
      subject: id,
      message: "Archived. You find the customer under Archived, and can bring them back.",
    };
  },
});

export const restoreCustomer = action({
  name: "customer.restore",
  feature,
  allow: office,
  form: OneCustomer,
  run: async ({ db, input: { id } }) => {
    await db.customer.update({ where: by("id", id), data: { archivedAt: null } });
    return { subject: id, message: "Back among your customers." };
  },
});

export const addVehicle = action({
  name: "vehicle.add",
  feature,
  allow: office,
  form: NewVehicle,
  run: async ({ db, input }) => {
    await db.customer.findUniqueOrThrow({ where: by("id", input.customerId), select: { id: true } });
    const { id } = await db.vehicle.create({ data: input });
    return { subject: id, to: `/customers/${input.customerId}`, message: "The vehicle is added." };
  },
});

export const editVehicle = action({
  name: "vehicle.edit",
  feature,
  allow: office,
  form: EditVehicle,
  run: async ({ db, input: { id, customerId, ...data } }) => {
    await db.vehicle.update({ where: { ...by("id", id), customerId }, data });
    return { subject: id, to: `/customers/${customerId}`, message: "Saved." };
  },
});

"use server";

import { office } from "@/lib/auth/roles";
import {
  EditCustomer,
  EditVehicle,
  NewCustomer,
  NewVehicle,
  OneCustomer,
} from "@/lib/domain/customers/forms";
import * as customers from "@/lib/domain/customers/verbs";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";

export const addCustomer = action({
  name: "customer.add",
  feature,
  allow: office,
  form: NewCustomer,
  run: customers.addCustomer,
  then: ({ id, name }) => ({ to: `/customers/${id}`, message: `${name} is added.` }),
});

export const editCustomer = action({
  name: "customer.edit",
  feature,
  allow: office,
  form: EditCustomer,
  run: customers.editCustomer,
  then: ({ id }) => ({ to: `/customers/${id}`, message: "Saved." }),
});

export const archiveCustomer = action({
  name: "customer.archive",
  feature,
  allow: office,
  form: OneCustomer,
  run: customers.archiveCustomer,
  then: () => ({ message: "Archived. You find the customer under Archived, and can bring them back." }),
});

export const restoreCustomer = action({
  name: "customer.restore",
  feature,
  allow: office,
  form: OneCustomer,
  run: customers.restoreCustomer,
  then: () => ({ message: "Back among your customers." }),
});

export const addVehicle = action({
  name: "vehicle.add",
  feature,
  allow: office,
  form: NewVehicle,
  run: customers.addVehicle,
  then: ({ customerId }) => ({ to: `/customers/${customerId}`, message: "The vehicle is added." }),
});

export const editVehicle = action({
  name: "vehicle.edit",
  feature,
  allow: office,
  form: EditVehicle,
  run: customers.editVehicle,
  then: ({ customerId }) => ({ to: `/customers/${customerId}`, message: "Saved." }),
});

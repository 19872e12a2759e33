import { office } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "customers",
  name: "Customers",
  icon: "users",
  group: "work",
  allow: office,
};

import { office } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "invoices",
  name: "Invoices",
  icon: "receipt",
  group: "money",
  allow: office,
};

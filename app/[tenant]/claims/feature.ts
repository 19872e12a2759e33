import { office } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "claims",
  name: "Claims",
  icon: "shield",
  group: "work",
  allow: office,
  flag: "claims",
};

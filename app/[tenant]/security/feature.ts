import { owners } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "security",
  name: "Security",
  icon: "shield",
  group: "shop",
  allow: owners,
};

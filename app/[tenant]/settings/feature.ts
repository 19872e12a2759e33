import { owners } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "settings",
  name: "Settings",
  icon: "settings",
  group: "shop",
  allow: owners,
};

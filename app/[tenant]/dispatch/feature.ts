import { everyone } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "dispatch",
  name: "Dispatch",
  icon: "calendar",
  group: "work",
  allow: everyone,
  flag: "dispatch",
};

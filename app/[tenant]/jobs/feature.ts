import { everyone } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "jobs",
  name: "Jobs",
  icon: "wrench",
  group: "work",
  allow: everyone,
};

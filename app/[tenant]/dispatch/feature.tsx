import { lazy } from "react";
import { everyone } from "@/lib/auth/roles";
import type { Feature } from "../feature";

// Lazy: the panel's parts import the verbs, and the verbs import this.
export const feature: Feature = {
  path: "dispatch",
  name: "Dispatch",
  icon: "calendar",
  group: "work",
  allow: everyone,
  flag: "dispatch",
  panels: { job: lazy(() => import("./job-panel")) },
};

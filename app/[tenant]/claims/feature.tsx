import { lazy } from "react";
import { office } from "@/lib/auth/roles";
import type { Feature } from "../feature";

// Lazy: the panel's page parts import this.
export const feature: Feature = {
  path: "claims",
  name: "Claims",
  icon: "shield",
  group: "work",
  allow: office,
  flag: "claims",
  panels: { job: lazy(() => import("./job-panel")) },
};

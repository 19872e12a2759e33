import { lazy } from "react";
import { office } from "@/lib/auth/roles";
import type { Feature } from "../feature";

// Lazy: the panel imports the verbs, and the verbs import this.
export const feature: Feature = {
  path: "invoices",
  name: "Invoices",
  icon: "receipt",
  group: "money",
  allow: office,
  panels: { job: lazy(() => import("./job-panel")) },
};

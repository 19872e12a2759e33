import { lazy } from "react";
import type { Feature } from "../feature";
import { feature } from "./feature";

/** The feature with what it shows on others' pages. */
export const invoices: Feature = { ...feature, panels: { job: lazy(() => import("./job-panel")) } };

import { feature as customers } from "./customers/feature";
import type { Feature } from "./feature";
import { feature as jobs } from "./jobs/feature";
import { feature as pricing } from "./pricing/feature";
import { feature as settings } from "./settings/feature";

/** Table of contents. A feature is its folder and its line here. */
export const features: Feature[] = [customers, jobs, pricing, settings];

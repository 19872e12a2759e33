import { feature as claims } from "./claims/feature";
import { feature as customers } from "./customers/feature";
import { feature as dispatch } from "./dispatch/feature";
import type { Feature } from "./feature";
import { feature as invoices } from "./invoices/feature";
import { feature as jobs } from "./jobs/feature";
import { feature as pricing } from "./pricing/feature";
import { feature as quotes } from "./quotes/feature";
import { feature as security } from "./security/feature";
import { feature as settings } from "./settings/feature";

/** Table of contents. A feature is its folder and its line here. */
export const features: Feature[] = [
  quotes,
  jobs,
  dispatch,
  customers,
  claims,
  invoices,
  pricing,
  security,
  settings,
];

import { claims } from "./claims/panels";
import { feature as customers } from "./customers/feature";
import { dispatch } from "./dispatch/panels";
import type { Feature } from "./feature";
import { invoices } from "./invoices/panels";
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

import { owners } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "pricing",
  name: "Pricing",
  icon: "tags",
  group: "shop",
  allow: owners,
};

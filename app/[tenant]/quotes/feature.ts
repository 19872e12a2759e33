import { office } from "@/lib/auth/roles";
import type { Feature } from "../feature";

export const feature: Feature = {
  path: "quotes",
  name: "Quotes",
  icon: "calculator",
  group: "work",
  allow: office,
};

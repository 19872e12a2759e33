import type { ComponentType } from "react";
import type { IconName } from "@/components/ui/icon";
import type { Role } from "@/lib/auth/roles";
import type { Flag } from "@/lib/flags";

/** What a feature says of itself. Its folder is named like its path. */
export type Feature = {
  /** First segment after the shop: `quotes` serves /harbor-glass/quotes. */
  path: string;
  name: string;
  icon: IconName;
  /** Where it stands in the nav. */
  group: "work" | "money" | "shop";
  /** Who finds it in the nav; pages and verbs name their own casts. */
  allow: readonly Role[];
  /** Off until the shop's flag is on: not in the nav, and the doors answer 404. */
  flag?: Flag;
  /** What it shows on other features' pages. */
  panels?: { job?: ComponentType<{ tenant: string; jobId: string }> };
};

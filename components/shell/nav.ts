import type { IconName } from "@/components/ui/icon";

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** Whether one is there now; worked out from the address when left out. */
  active?: boolean;
};

/** Items that belong together, with an optional heading. */
export type NavGroup = { label?: string; items: NavItem[] };

export type ShopLink = { name: string; slug: string; role: string };

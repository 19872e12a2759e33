"use client";

import { usePathname } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { NavItem } from "./nav";

type NavLinkProps = {
  item: NavItem;
  /** The shop's first page, which is current only by itself and not on every page below it. */
  home: string;
  look?: "side" | "bottom";
};

const looks = {
  side: "min-h-11 gap-2.5 rounded-control px-2.5 text-sm md:min-h-8 [&_svg]:size-4",
  bottom: "h-full flex-col justify-center gap-0.5 text-[0.6875rem] [&_svg]:size-5",
};

/** One place in the shop; marks itself as current for eyes and for screen readers. */
export const NavLink = ({ item, home, look = "side" }: NavLinkProps) => {
  const path = usePathname();
  const within = path === item.href || (item.href !== home && path.startsWith(`${item.href}/`));
  const active = item.active ?? within;
  return (
    <AppLink
      href={item.href}
      aria-current={active ? "page" : undefined}
      className={cx(
        "flex items-center font-medium transition-colors duration-75 [&_svg]:shrink-0",
        looks[look],
        active ? "text-accent-ink" : "text-ink-soft hover:text-ink [&_svg]:text-ink-faint",
        look === "side" && (active ? "bg-accent-soft" : "hover:bg-hover"),
      )}
    >
      <Icon name={item.icon} />
      <span className="truncate">{item.label}</span>
    </AppLink>
  );
};

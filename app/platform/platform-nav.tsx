"use client";

import { usePathname } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/class-names";

const places = [
  { href: "/platform/security", label: "Security log" },
  { href: "/platform/catalog", label: "Catalog" },
  { href: "/platform/mail", label: "Mail" },
  { href: "/platform/tasks", label: "Tasks" },
];

/** The ways around platform/. */
export const PlatformNav = () => {
  const path = usePathname();
  return (
    <nav
      aria-label="System administration"
      className="order-last flex w-full gap-1 md:order-none md:w-auto md:flex-1"
    >
      {places.map(({ href, label }) => (
        <AppLink
          key={href}
          href={href}
          aria-current={path.startsWith(href) ? "page" : undefined}
          className={cx(
            "inline-flex min-h-11 items-center rounded-control px-3 text-sm md:min-h-8",
            path.startsWith(href) ? "bg-sunken font-medium text-ink" : "text-ink-soft hover:text-ink",
          )}
        >
          {label}
        </AppLink>
      ))}
    </nav>
  );
};

import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/class-names";

export type FilterTab = { label: string; href: string; count?: number; active?: boolean };

/** Ready-made filters as links, with how many each holds; the row scrolls sideways on a phone, at first to the active one. */
export const FilterTabs = ({ label, tabs }: { label: string; tabs: FilterTab[] }) => (
  <nav
    aria-label={label}
    data-screen-only=""
    className="-mx-4 w-[calc(100%+2rem)] overflow-x-auto contain-inline-size px-4 [scrollbar-width:none] md:mx-0 md:w-auto md:contain-none md:px-0"
  >
    <ul className="flex w-max gap-1 rounded-control bg-sunken p-1">
      {tabs.map((tab) => (
        <li key={tab.href} className={tab.active ? "[scroll-initial-target:nearest]" : undefined}>
          <AppLink
            href={tab.href}
            aria-current={tab.active ? "page" : undefined}
            className={cx(
              "inline-flex min-h-11 items-center gap-1.5 rounded-md px-3 text-[0.8125rem] font-medium whitespace-nowrap md:min-h-7 md:px-2.5",
              tab.active ? "bg-raised text-ink shadow-card" : "text-ink-soft hover:text-ink",
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className={cx("text-xs tabular-nums", tab.active ? "text-accent-ink" : "text-ink-faint")}>
                {tab.count.toLocaleString("en-US")}
              </span>
            )}
          </AppLink>
        </li>
      ))}
    </ul>
  </nav>
);

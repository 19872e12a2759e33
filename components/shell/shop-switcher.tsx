import { Check, ChevronsUpDown } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { BrandMark } from "@/components/ui/brand-mark";
import type { ShopLink } from "./nav";
import { Panel } from "./panel";

type ShopSwitcherProps = { shop: { name: string; slug: string }; shops: ShopLink[]; panelClassName: string };

/** Says in which shop one is, and leads to the others one belongs to. */
export const ShopSwitcher = ({ shop, shops, panelClassName }: ShopSwitcherProps) => {
  const name = (
    <>
      <BrandMark className="size-7 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left font-semibold tracking-tight">{shop.name}</span>
    </>
  );
  if (shops.length < 2) {
    return (
      <AppLink
        href={`/${shop.slug}`}
        className="flex min-h-11 min-w-0 items-center gap-2.5 rounded-control px-1.5"
      >
        {name}
      </AppLink>
    );
  }
  return (
    <Panel
      openerClassName="flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded-control px-1.5 transition-colors hover:bg-hover"
      opener={
        <>
          {name}
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
          <span className="sr-only">Switch shop</span>
        </>
      }
      className={`w-64 rounded-card p-1.5 ${panelClassName}`}
    >
      <p className="px-2.5 py-1.5 text-xs font-medium text-ink-faint">Your shops</p>
      <ul>
        {shops.map((other) => (
          <li key={other.slug}>
            <AppLink
              href={`/${other.slug}`}
              aria-current={other.slug === shop.slug ? "true" : undefined}
              className="flex min-h-11 items-center gap-2 rounded-control px-2.5 py-1 hover:bg-hover md:min-h-9"
            >
              <span className="min-w-0 flex-1 truncate">{other.name}</span>
              <span className="text-[0.8125rem] text-ink-faint capitalize">{other.role}</span>
              {other.slug === shop.slug && <Check aria-hidden="true" className="size-4 text-accent-ink" />}
            </AppLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { BottomBar } from "./bottom-bar";
import { FreshOnReturn } from "./fresh-on-return";
import { GlobalSearch } from "./global-search";
import type { NavGroup, ShopLink } from "./nav";
import { NavList } from "./nav-list";
import { ShopSwitcher } from "./shop-switcher";
import { ThemeToggle } from "./theme-toggle";
import { Toasts } from "./toasts";
import { UserPanel } from "./user-panel";

type AppShellProps = {
  shop: { name: string; slug: string };
  /** Every shop this person works in, the current one included. */
  shops: ShopLink[];
  user: { name: string; email: string };
  nav: NavGroup[];
  /** A form that posts the sign-out, with its button. */
  signOut: ReactNode;
  children: ReactNode;
};

/** The room around every page of a shop: places at the side or under the thumb, search and person on top. */
export const AppShell = ({ shop, shops, user, nav, signOut, children }: AppShellProps) => {
  const home = `/${shop.slug}`;
  const customers = `${home}/customers`;
  const maySearch = nav.some(({ items }) => items.some(({ href }) => href === customers));
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        data-screen-only=""
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-accent px-4 py-2.5 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <aside
        data-screen-only=""
        className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line px-3 pb-4 md:flex"
      >
        <div className="flex h-14 items-center [&>*]:flex-1">
          <ShopSwitcher shop={shop} shops={shops} panelClassName="inset-auto top-14 left-3" />
        </div>
        <div className="mt-3 flex-1">
          <NavList label="Main" groups={nav} home={home} />
        </div>
      </aside>
      <div className="min-w-0">
        <header
          data-screen-only=""
          className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-line bg-canvas/90 px-3 backdrop-blur-md md:px-6"
        >
          <div className="min-w-0 flex-1 md:hidden">
            <ShopSwitcher shop={shop} shops={shops} panelClassName="inset-auto top-14 left-3" />
          </div>
          <div className="hidden flex-1 md:block">
            {maySearch && <GlobalSearch action={customers} label="Search customers" />}
          </div>
          <div className="flex items-center">
            {maySearch && (
              <AppLink
                href={customers}
                aria-label="Search customers"
                className="grid size-11 place-items-center rounded-control text-ink-faint md:hidden"
              >
                <Search aria-hidden="true" className="size-4.5" />
              </AppLink>
            )}
            <ThemeToggle />
            <UserPanel user={user} signOut={signOut} />
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-6xl px-4 pt-5 pb-28 outline-none md:px-8 md:pt-7 md:pb-16 print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar groups={nav} home={home} />
      <Toasts />
      <FreshOnReturn />
    </div>
  );
};

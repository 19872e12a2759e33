import { Menu } from "lucide-react";
import type { NavGroup } from "./nav";
import { NavLink } from "./nav-link";
import { NavList } from "./nav-list";
import { Panel } from "./panel";

/** The first four places under the thumb, and a sheet with all of them. Phones only. */
export const BottomBar = ({ groups, home }: { groups: NavGroup[]; home: string }) => {
  const first = groups.flatMap((group) => group.items).slice(0, 4);
  return (
    <div
      data-screen-only=""
      data-bottom-bar=""
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface/95 pb-[env(safe-area-inset-bottom)] backdrop-blur md:hidden"
    >
      <nav aria-label="Main" className="h-15">
        <ul className="grid h-full auto-cols-fr grid-flow-col">
          {first.map((item) => (
            <li key={item.href} className="min-w-0">
              <NavLink item={item} home={home} look="bottom" />
            </li>
          ))}
          <li>
            <Panel
              sheet
              openerClassName="flex h-full w-full flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium text-ink-soft"
              opener={
                <>
                  <Menu aria-hidden="true" className="size-5 text-ink-faint" />
                  More
                </>
              }
              className="inset-x-0 top-auto bottom-0 max-h-[80dvh] w-full max-w-full overflow-y-auto rounded-t-2xl p-4 pb-[max(1rem,env(safe-area-inset-bottom))]"
            >
              <NavList label="Everything" groups={groups} home={home} />
            </Panel>
          </li>
        </ul>
      </nav>
    </div>
  );
};

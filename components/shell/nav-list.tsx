import type { NavGroup } from "./nav";
import { NavLink } from "./nav-link";

/** All places of the shop, group by group. */
export const NavList = ({ label, groups, home }: { label: string; groups: NavGroup[]; home: string }) => (
  <nav aria-label={label} className="space-y-5">
    {groups.map((group, index) => (
      <div key={group.label ?? index}>
        {group.label && <p className="mb-1 px-2.5 text-xs font-medium text-ink-faint">{group.label}</p>}
        <ul className="space-y-px">
          {group.items.map((item) => (
            <li key={item.href}>
              <NavLink item={item} home={home} />
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
);

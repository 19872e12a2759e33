import { FilterTabs } from "@/components/list/filter-tabs";

const sections = [
  { path: "", label: "Shop" },
  { path: "/paper", label: "Paper" },
  { path: "/features", label: "Features" },
];

/** The ways around settings, the same on each of its pages. */
export const SectionTabs = ({ tenant, at }: { tenant: string; at: string }) => (
  <div className="mb-5">
    <FilterTabs
      label="Settings"
      tabs={sections.map(({ path, label }) => ({
        label,
        href: `/${tenant}/settings${path}`,
        active: path === at,
      }))}
    />
  </div>
);

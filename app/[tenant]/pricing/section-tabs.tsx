import { FilterTabs } from "@/components/ui/filter-tabs";

const sections = [
  { path: "", label: "Overview" },
  { path: "/tax", label: "Tax" },
  { path: "/cash", label: "Cash" },
  { path: "/insurance", label: "Insurance" },
  { path: "/insurers", label: "Insurers" },
  { path: "/parts", label: "Own parts" },
  { path: "/costs", label: "Costs" },
  { path: "/history", label: "History" },
];

/** The ways around pricing, the same on each of its pages. */
export const SectionTabs = ({ tenant, at }: { tenant: string; at: string }) => (
  <div className="mb-5">
    <FilterTabs
      label="Pricing"
      tabs={sections.map(({ path, label }) => ({
        label,
        href: `/${tenant}/pricing${path}`,
        active: path === at,
      }))}
    />
  </div>
);

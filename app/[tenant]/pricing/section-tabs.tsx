import { FilterTabs } from "@/components/list/filter-tabs";

type Section = { path: string; label: string };

/** The rooms of pricing, each with its pages; a room is entered by its first page. */
const rooms: { label: string; sections: Section[] }[] = [
  { label: "Overview", sections: [{ path: "", label: "Overview" }] },
  {
    label: "Prices",
    sections: [
      { path: "/cash", label: "Cash" },
      { path: "/accounts", label: "Accounts" },
      { path: "/insurance", label: "Insurance" },
      { path: "/insurers", label: "Insurers" },
    ],
  },
  {
    label: "Parts",
    sections: [
      { path: "/parts", label: "Own prices" },
      { path: "/shop-parts", label: "Your parts" },
      { path: "/brands", label: "Brands" },
      { path: "/stock", label: "Stock" },
    ],
  },
  {
    label: "Costs",
    sections: [
      { path: "/suppliers", label: "Suppliers" },
      { path: "/costs", label: "With the glass" },
    ],
  },
  {
    label: "Tax",
    sections: [
      { path: "/tax", label: "In the shop" },
      { path: "/tax/areas", label: "Other areas" },
    ],
  },
  { label: "History", sections: [{ path: "/history", label: "History" }] },
];

/** The ways around pricing, the same on each of its pages: the rooms, and below them the pages of the one you are in. */
export const SectionTabs = ({ tenant, at }: { tenant: string; at: string }) => {
  const home = `/${tenant}/pricing`;
  const here = rooms.find(({ sections }) => sections.some(({ path }) => path === at));
  const pages = here?.sections ?? [];
  return (
    <div className="mb-5 flex flex-col gap-2">
      <FilterTabs
        label="Pricing"
        tabs={rooms.map(({ label, sections }) => ({
          label,
          href: home + (sections[0]?.path ?? ""),
          active: label === here?.label,
        }))}
      />
      {pages.length > 1 && (
        <FilterTabs
          label={here?.label ?? ""}
          tabs={pages.map(({ path, label }) => ({ label, href: home + path, active: path === at }))}
        />
      )}
    </div>
  );
};

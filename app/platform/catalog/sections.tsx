import type { ReactNode } from "react";
import { FilterTabs } from "@/components/list/filter-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { HOME } from "./home";

const sections = [
  { path: "", label: "Parts" },
  { path: "/insurers", label: "Insurers" },
  { path: "/tpas", label: "TPAs" },
  { path: "/import", label: "Import" },
  { path: "/changes", label: "Changes" },
];

/** The top of each list of the catalog: the way around, and what can be added. */
export const SectionHeader = ({ at, actions }: { at: string; actions?: ReactNode }) => (
  <>
    <PageHeader
      title="Shared catalog"
      description="What every shop reads. A change is theirs at once; saved quotes keep what they were saved with."
      actions={actions}
    />
    <div className="mb-5">
      <FilterTabs
        label="Catalog"
        tabs={sections.map(({ path, label }) => ({ label, href: `${HOME}${path}`, active: path === at }))}
      />
    </div>
  </>
);

import { TriedQuotes } from "@/app/[tenant]/pricing/preview/tried-quotes";
import { Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { getVersion } from "@/lib/domain/pricing/versions/queries";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";
import { VersionBadge } from "../version-badge";
import { VersionVerbs } from "./version-verbs";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Version of prices" };

export default async function VersionPage({ params }: Props) {
  const { tenant, id } = await params;
  const { version, before, changes, quotes, today } = await view(
    { tenant, feature, allow: owners },
    (db, actor) => getVersion(db, actor, id),
  );
  return (
    <>
      <PageHeader
        title={`Prices, version ${version.number}`}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "History", href: `/${tenant}/pricing/history` },
        ]}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <VersionBadge state={version.state} />
            <span>
              {version.state === "cancelled" ? "Was to hold" : "Holds"} from{" "}
              <DateText date={version.effectiveFrom} today={today} />
            </span>
            {version.userName && <span>by {version.userName}</span>}
            {version.reason && <span>“{version.reason}”</span>}
          </span>
        }
        actions={<VersionVerbs tenant={tenant} version={version} />}
      />
      <Card flush title={before ? `Changes from version ${before}` : "Prices"} className="mb-5">
        <Table
          caption="Changes"
          rows={changes}
          rowKey={(row) => row.what}
          columns={[
            { key: "what", header: "Price", cell: (row) => row.what },
            { key: "before", header: "Before", cell: (row) => row.before },
            { key: "after", header: "In this version", cell: (row) => row.after },
          ]}
          empty={<p className="p-5 text-ink-soft">Nothing differs from the version before.</p>}
        />
      </Card>
      <TriedQuotes shop={`/${tenant}`} quotes={quotes} />
    </>
  );
}

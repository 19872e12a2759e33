import { Pagination } from "@/components/list/pagination";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { listVersions } from "@/lib/domain/pricing/versions/queries";
import { view } from "@/lib/doors/view";
import { PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";
import { VersionBadge } from "./version-badge";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "History of prices" };

export default async function HistoryPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const at = paging(query.page);
  const { rows, total, today } = await view({ tenant, feature, allow: owners }, (db, actor) =>
    listVersions(db, actor, at),
  );
  return (
    <>
      <PageHeader
        title="History of prices"
        description="Every change is a version of its own, and any of them can be brought back."
      />
      <SectionTabs tenant={tenant} at="/history" />
      <Card flush>
        <Table
          caption="Versions of your prices"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/${tenant}/pricing/history/${row.id}`}
          columns={[
            {
              key: "number",
              header: "Version",
              cell: (row) => <span className="whitespace-nowrap">Version {row.number}</span>,
            },
            {
              key: "state",
              header: "State",
              phone: "aside",
              cell: (row) => <VersionBadge state={row.state} />,
            },
            {
              key: "from",
              header: "Holds from",
              cell: (row) => <DateText date={row.effectiveFrom} today={today} />,
            },
            { key: "author", header: "By", cell: (row) => row.userName || "–" },
            { key: "reason", header: "Reason", cell: (row) => row.reason || "–" },
            { key: "changes", header: "Changes", cell: (row) => row.summary },
          ]}
          empty={
            <EmptyState
              icon={<Icon name="tags" />}
              title="No change of prices yet"
              text="The first one you save is kept here, with the prices as they stand now."
              action={<ButtonLink href={`/${tenant}/pricing`}>Go to your prices</ButtonLink>}
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

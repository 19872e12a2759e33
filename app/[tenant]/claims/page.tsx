import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { MomentText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { statusName } from "@/lib/domain/claims/claim";
import { listClaims } from "@/lib/domain/claims/queries";
import { view } from "@/lib/doors/view";
import { carName } from "@/lib/glass/vehicles/car";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "./feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Claims" };

export default async function ClaimsPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [withdrawn, search, at] = [one(query.show) === "withdrawn", one(query.q), paging(query.page)];
  const { rows, total, timeZone } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    ...(await listClaims(db, { withdrawn, search, at })),
    timeZone: actor.timeZone,
  }));
  const home = `/${tenant}/claims`;
  const now = new Date();
  return (
    <>
      <PageHeader title="Claims" />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which claims"
          tabs={[
            { label: "Reported", href: home, active: !withdrawn },
            { label: "Withdrawn", href: `${home}?show=withdrawn`, active: withdrawn },
          ]}
        />
        <SearchBox label="Search by claim, policy, name or insurer" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Claims"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "holder", header: "Policyholder", cell: (row) => row.policyholder },
            { key: "insurer", header: "Insurer", cell: (row) => row.insurer.name },
            { key: "number", header: "Claim no.", cell: (row) => row.claimNumber || "None yet" },
            { key: "vehicle", header: "Vehicle", cell: (row) => carName(row.job.vehicle), phone: "hidden" },
            { key: "job", header: "Job", cell: (row) => `#${row.job.number}`, phone: "hidden" },
            {
              key: "filed",
              header: "Filed",
              cell: (row) => <MomentText at={row.filedAt} timeZone={timeZone} now={now} />,
            },
            {
              key: "status",
              header: "State",
              cell: (row) => <StatusBadge status={row.status} label={statusName(row.status)} />,
              phone: "aside",
            },
          ]}
          empty={
            <EmptyState
              icon={<Icon name={search ? "search" : "shield"} />}
              title={search ? `No claim here matches “${search}”` : "No claims here"}
              text={
                search
                  ? "Claim and policy numbers, policyholders and insurers are searched."
                  : "A claim is filed from its job."
              }
              action={<ButtonLink href={`/${tenant}/jobs`}>Go to jobs</ButtonLink>}
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

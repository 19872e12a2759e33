import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { owners } from "@/lib/auth/roles";
import { PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { view } from "@/lib/view";
import { feature } from "../feature";
import { listInsurerProfiles } from "../queries";
import { SectionTabs } from "../section-tabs";
import { profileSummary } from "../summary";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Insurers with their own prices" };

export default async function InsurersPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const at = paging(query.page);
  const { rows, total } = await view({ tenant, feature, allow: owners }, (db) => listInsurerProfiles(db, at));
  const home = `/${tenant}/pricing/insurers`;
  return (
    <>
      <PageHeader
        title="Insurers with their own prices"
        description="All others are priced by your insurance prices."
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> Add insurer
          </ButtonLink>
        }
      />
      <SectionTabs tenant={tenant} at="/insurers" />
      <Card flush>
        <Table
          caption="Insurers"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "name", header: "Insurer", cell: (row) => row.profile.name },
            { key: "prices", header: "Prices", cell: (row) => profileSummary(row.profile) },
          ]}
          empty={
            <EmptyState
              icon={<Icon name="landmark" />}
              title="No insurer has its own prices"
              text="Add one with the rates that its dispatch shows."
              action={<ButtonLink href={`${home}/new`}>Add insurer</ButtonLink>}
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

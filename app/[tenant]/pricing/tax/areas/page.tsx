import { Pagination } from "@/components/list/pagination";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { reachText } from "@/lib/domain/pricing/tax/area";
import { listTaxAreas } from "@/lib/domain/pricing/tax/queries";
import { kindsText } from "@/lib/domain/pricing/tax/tax";
import { view } from "@/lib/doors/view";
import { formatBps } from "@/lib/money";
import { PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "../../feature";
import { SectionTabs } from "../../section-tabs";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Tax in other areas" };

export default async function TaxAreasPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const at = paging(query.page);
  const { rows, total } = await view({ tenant, feature, allow: owners }, (db) => listTaxAreas(db, at));
  const home = `/${tenant}/pricing/tax/areas`;
  const add = (
    <ButtonLink variant="primary" href={`${home}/new`}>
      <Icon name="plus" /> Add area
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Tax in other areas"
        description="Mobile work is taxed where it is done. Everywhere else your shop's own tax holds."
        actions={add}
      />
      <SectionTabs tenant={tenant} at="/tax/areas" />
      <Card flush>
        <Table
          caption="Tax areas"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "name", header: "Area", cell: ({ area }) => area.name },
            { key: "reach", header: "Where", cell: ({ area }) => reachText(area) },
            {
              key: "rate",
              header: "Tax",
              align: "right",
              phone: "aside",
              cell: ({ area }) =>
                formatBps(area.jurisdictions.reduce((sum, { rateBps }) => sum + rateBps, 0)),
            },
            {
              key: "rates",
              header: "Levied by",
              cell: ({ area }) =>
                area.jurisdictions.map(({ name, rateBps }) => `${name} ${formatBps(rateBps)}`).join(", ") ||
                "Nobody",
            },
            { key: "kinds", header: "On", cell: ({ area }) => kindsText(area.taxableKinds) || "Nothing" },
          ]}
          empty={
            <EmptyState
              icon={<Icon name="landmark" />}
              title="Everything is taxed as in the shop"
              text="Add the cities, counties or states you drive to that tax otherwise."
              action={<ButtonLink href={`${home}/new`}>Add area</ButtonLink>}
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

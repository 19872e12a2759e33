import { Pagination } from "@/components/list/pagination";
import { Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { rulesSummary } from "@/lib/domain/pricing/profiles/summary";
import { listSuppliers } from "@/lib/domain/pricing/suppliers/queries";
import { view } from "@/lib/doors/view";
import { PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { formatPhone } from "@/lib/phone";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Suppliers" };

export default async function SuppliersPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const at = paging(query.page);
  const { rows, total } = await view({ tenant, feature, allow: owners }, (db) => listSuppliers(db, at));
  const home = `/${tenant}/pricing/suppliers`;
  return (
    <>
      <PageHeader
        title="Suppliers"
        description="What they ask makes the cost of a part: the preferred ones first, then the cheapest."
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> Add supplier
          </ButtonLink>
        }
      />
      <SectionTabs tenant={tenant} at="/suppliers" />
      <Card flush>
        <Table
          caption="Suppliers"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "name", header: "Supplier", cell: (row) => row.name },
            {
              key: "preferred",
              header: "Order",
              phone: "aside",
              cell: (row) => (row.preferred ? <Badge tone="accent">Preferred</Badge> : "–"),
            },
            { key: "phone", header: "Phone", cell: (row) => formatPhone(row.phone) || "–" },
            { key: "account", header: "Your account", cell: (row) => row.accountNumber || "–" },
            {
              key: "terms",
              header: "Agreement",
              cell: (row) => rulesSummary(row.terms) || "None yet",
            },
          ]}
          empty={
            <EmptyState
              icon={<Icon name="truck" />}
              title="No supplier yet"
              text="Add whom you buy from and what they ask, and your margins and markups follow."
              action={<ButtonLink href={`${home}/new`}>Add supplier</ButtonLink>}
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

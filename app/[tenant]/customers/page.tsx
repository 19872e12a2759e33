import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { listCustomers } from "@/lib/domain/customers/queries";
import { view } from "@/lib/doors/view";
import { accountName } from "@/lib/glass/pricing/accounts";
import { carName } from "@/lib/glass/vehicles/car";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { formatPhone } from "@/lib/phone";
import { feature } from "./feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Customers" };

export default async function CustomersPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [search, archived, at] = [one(query.q), one(query.show) === "archived", paging(query.page)];
  const { rows, total } = await view({ tenant, feature, allow: office }, (db) =>
    listCustomers(db, search, archived, at),
  );
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title="Customers"
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> New customer
          </ButtonLink>
        }
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which customers"
          tabs={[
            { label: "Active", href: home, active: !archived },
            { label: "Archived", href: `${home}?show=archived`, active: archived },
          ]}
        />
        <SearchBox label="Search by name, phone, plate or VIN" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Customers"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "name", header: "Name", cell: (row) => row.name },
            {
              key: "phone",
              header: "Phone",
              cell: (row) => formatPhone(row.phone) || row.email,
              phone: "aside",
            },
            { key: "company", header: "Company", cell: (row) => row.company || "–", phone: "hidden" },
            {
              key: "account",
              header: "Account",
              cell: (row) => (row.accountType === "retail" ? "–" : accountName(row.accountType)),
              phone: "hidden",
            },
            {
              key: "vehicle",
              header: "Last vehicle",
              cell: (row) => row.vehicles[0] && carName(row.vehicles[0]),
              phone: "line",
            },
            { key: "plate", header: "Plate", cell: (row) => row.vehicles[0]?.plate || "–", phone: "hidden" },
          ]}
          empty={
            search || archived ? <NothingFound search={search} home={home} /> : <NoCustomers home={home} />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const NoCustomers = ({ home }: { home: string }) => (
  <EmptyState
    icon={<Icon name="users" />}
    title="No customers yet"
    text="Add the first one when the phone rings; a name and a number are enough."
    action={
      <ButtonLink variant="primary" href={`${home}/new`}>
        New customer
      </ButtonLink>
    }
  />
);

const NothingFound = ({ search, home }: { search: string; home: string }) => (
  <EmptyState
    icon={<Icon name="search" />}
    title={search ? `Nobody matches “${search}”` : "Nobody is archived"}
    text="Names, phone numbers, plates and VINs are searched."
    action={
      <ButtonLink href={search ? `${home}/new?name=${encodeURIComponent(search)}` : home}>
        {search ? "Add as a new customer" : "All customers"}
      </ButtonLink>
    }
  />
);

import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { listStock, wantedOf } from "@/lib/domain/inventory/queries";
import { view } from "@/lib/doors/view";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Stock" };

export default async function StockPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [search, low, at] = [one(query.q), one(query.show) === "low", paging(query.page)];
  const { rows, total, counts } = await view({ tenant, feature, allow: owners }, (db) =>
    listStock(db, { search, low }, at),
  );
  const home = `/${tenant}/pricing/stock`;
  return (
    <>
      <PageHeader
        title="Stock"
        description="What lies on your shelves, counted by hand. The quote desk says so beside the part."
        actions={
          <>
            <ButtonLink href={`${home}/paste`}>Paste a count</ButtonLink>
            <ButtonLink variant="primary" href={`${home}/new`}>
              <Icon name="plus" /> Add part
            </ButtonLink>
          </>
        }
      />
      <SectionTabs tenant={tenant} at="/stock" />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which parts"
          tabs={[
            { label: "All", href: home, active: !low, count: counts.all },
            { label: "Under minimum", href: `${home}?show=low`, active: low, count: counts.low },
          ]}
        />
        <SearchBox label="Search by part number" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Stock"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "number", header: "Part", cell: (row) => <Code>{row.nagsNumber}</Code> },
            { key: "name", header: "Catalog", cell: (row) => row.description || "Not in the catalog" },
            { key: "bin", header: "Bin", cell: (row) => row.bin || "–" },
            { key: "onHand", header: "On hand", align: "right", cell: (row) => row.onHand },
            {
              key: "range",
              header: "Min to max",
              align: "right",
              cell: (row) =>
                row.maxQty === null ? `${row.minQty} or more` : `${row.minQty} to ${row.maxQty}`,
            },
            {
              key: "wanted",
              header: "To order",
              align: "right",
              phone: "aside",
              cell: (row) =>
                wantedOf(row) > 0 ? <Badge tone="warn">{`Order ${wantedOf(row)}`}</Badge> : "Enough",
            },
          ]}
          empty={<NothingHere home={home} search={search} low={low} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const NothingHere = ({ home, search, low }: { home: string; search: string; low: boolean }) =>
  search || low ? (
    <EmptyState
      icon={<Icon name="search" />}
      title={search ? `No part in stock matches “${search}”` : "No part is under its minimum"}
      action={<ButtonLink href={home}>All parts in stock</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<Icon name="package" />}
      title="Nothing is kept in stock yet"
      text="Add the parts on your shelves, how many there should be, and where they lie."
      action={<ButtonLink href={`${home}/new`}>Add part</ButtonLink>}
    />
  );

import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { listShopParts } from "@/lib/domain/catalog/shop-parts/queries";
import { view } from "@/lib/doors/view";
import { type GlassPosition, positionLabel } from "@/lib/glass/parts/nags";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Your parts" };

export default async function ShopPartsPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [search, at] = [one(query.q), paging(query.page)];
  const { rows, total } = await view({ tenant, feature, allow: owners }, (db) =>
    listShopParts(db, search, at),
  );
  const home = `/${tenant}/pricing/shop-parts`;
  return (
    <>
      <PageHeader
        title="Parts that only your shop has"
        description="Beside the shared catalog: RV, bus, dealer and specialty glass. No other shop sees them."
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> Add part
          </ButtonLink>
        }
      />
      <SectionTabs tenant={tenant} at="/shop-parts" />
      <div className="mb-3">
        <SearchBox label="Search by number or description" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Your parts"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            {
              key: "number",
              header: "Part",
              cell: (row) => <span className="font-mono text-[0.8125rem]">{row.nagsNumber}</span>,
            },
            { key: "description", header: "Description", cell: (row) => row.description },
            {
              key: "glass",
              header: "Glass",
              cell: (row) => positionLabel(row.glassPosition as GlassPosition),
            },
            { key: "fits", header: "Vehicles", cell: (row) => fitsText(row.fits) },
            {
              key: "list",
              header: "List price",
              align: "right",
              cell: (row) => (
                <>
                  <Money cents={row.listPriceCents} />
                  {row.demo && row.listPriceCents !== null && (
                    <span className="text-ink-faint"> demo price</span>
                  )}
                </>
              ),
            },
          ]}
          empty={search ? <NothingFound search={search} home={home} /> : <NoParts home={home} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

type Fit = { yearFrom: number; yearTo: number; make: string; model: string };

/** "2019–2024 Winnebago Vista and 2 more" */
function fitsText([first, ...more]: Fit[]): string {
  if (!first) return "By number only";
  const { yearFrom, yearTo, make, model } = first;
  const years = yearFrom === yearTo ? yearFrom : `${yearFrom}–${yearTo}`;
  return `${years} ${make} ${model}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

const NoParts = ({ home }: { home: string }) => (
  <EmptyState
    icon={<Icon name="package" />}
    title="Your desk quotes from the shared catalog"
    text="Add glass that it does not list. The desk then finds it by vehicle and by number."
    action={<ButtonLink href={`${home}/new`}>Add part</ButtonLink>}
  />
);

const NothingFound = ({ search, home }: { search: string; home: string }) => (
  <EmptyState
    icon={<Icon name="search" />}
    title={`None of your parts matches “${search}”`}
    action={<ButtonLink href={home}>All your parts</ButtonLink>}
  />
);

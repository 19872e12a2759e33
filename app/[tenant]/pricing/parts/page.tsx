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
import { dateIn } from "@/lib/dates";
import { listParts } from "@/lib/domain/pricing/overrides/queries";
import { view } from "@/lib/doors/view";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Own prices" };

export default async function PartsPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [search, at] = [one(query.q), paging(query.page)];
  const { rows, total } = await view({ tenant, feature, allow: owners }, (db, { timeZone }) =>
    listParts(db, search, at, dateIn(timeZone, new Date())),
  );
  const home = `/${tenant}/pricing/parts`;
  return (
    <>
      <PageHeader
        title="Parts with your own price or cost"
        actions={
          <>
            <ButtonLink href={`${home}/paste`}>Paste a list</ButtonLink>
            <ButtonLink variant="primary" href={`${home}/new`}>
              <Icon name="plus" /> Add part
            </ButtonLink>
          </>
        }
      />
      <SectionTabs tenant={tenant} at="/parts" />
      <div className="mb-3">
        <SearchBox label="Search by part number" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Own prices"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            {
              key: "number",
              header: "Part",
              cell: (row) => <span className="font-mono text-[0.8125rem]">{row.nagsNumber}</span>,
            },
            {
              key: "description",
              header: "Catalog",
              cell: (row) => row.part?.description ?? "Not in the catalog",
            },
            {
              key: "list",
              header: "List price",
              align: "right",
              cell: (row) => (
                <>
                  <Money cents={row.part?.listPriceCents} />
                  {row.part?.demo && row.part.listPriceCents !== null && (
                    <span className="text-ink-faint"> demo price</span>
                  )}
                </>
              ),
            },
            {
              key: "price",
              header: "Your price",
              align: "right",
              cell: (row) => (row.priceCents === null ? "By your rules" : <Money cents={row.priceCents} />),
            },
            {
              key: "cost",
              header: "Your cost",
              align: "right",
              cell: (row) => <Money cents={row.costCents} />,
            },
          ]}
          empty={search ? <NothingFound search={search} home={home} /> : <NoParts home={home} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const NoParts = ({ home }: { home: string }) => (
  <EmptyState
    icon={<Icon name="package" />}
    title="Every part is priced by your rules"
    text="Add a part that they don't fit, or one whose cost you know."
    action={<ButtonLink href={`${home}/new`}>Add part</ButtonLink>}
  />
);

const NothingFound = ({ search, home }: { search: string; home: string }) => (
  <EmptyState
    icon={<Icon name="search" />}
    title={`No part of your own matches “${search}”`}
    action={<ButtonLink href={home}>All own parts</ButtonLink>}
  />
);

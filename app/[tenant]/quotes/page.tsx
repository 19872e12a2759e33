import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { dateIn, type IsoDate } from "@/lib/dates";
import { listQuotes } from "@/lib/domain/quotes/queries";
import { isExpired, LISTS, listLabels, may } from "@/lib/domain/quotes/quote";
import { view } from "@/lib/doors/view";
import { carName } from "@/lib/glass/vehicles/car";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "./feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };
type Row = Awaited<ReturnType<typeof listQuotes>>["rows"][number];

export const metadata = { title: "Quotes" };

export default async function QuotesPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [search, at] = [one(query.q), paging(query.page)];
  const list = LISTS.find((known) => known === one(query.status)) ?? null;
  const { rows, total, timeZone } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    ...(await listQuotes(db, search, list, at)),
    timeZone: actor.timeZone,
  }));
  const today = dateIn(timeZone, new Date());
  const home = `/${tenant}/quotes`;
  return (
    <>
      <PageHeader
        title="Quotes"
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> New quote
          </ButtonLink>
        }
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which quotes"
          tabs={[
            { label: "All", href: home, active: list === null },
            ...LISTS.map((one) => ({
              label: listLabels[one],
              href: `${home}?status=${one}`,
              active: one === list,
            })),
          ]}
        />
        <SearchBox label="Search by number, customer or plate" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Quotes"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "number", header: "No.", cell: (row) => `#${row.number}`, phone: "line" },
            { key: "customer", header: "Customer", cell: (row) => row.customer.name, phone: "title" },
            { key: "vehicle", header: "Vehicle", cell: (row) => carName(row.vehicle), phone: "line" },
            {
              key: "status",
              header: "Status",
              cell: (row) => <Standing row={row} today={today} />,
              phone: "aside",
            },
            {
              key: "made",
              header: "Made",
              cell: (row) => <DateText date={dateIn(timeZone, row.createdAt)} today={today} />,
            },
            {
              key: "payer",
              header: "Payer",
              cell: (row) => (row.payer === "cash" ? "Cash" : "Insurance"),
              phone: "hidden",
            },
            {
              key: "total",
              header: "Total",
              align: "right",
              cell: (row) => <Money cents={row.totalCents} />,
            },
          ]}
          empty={search || list ? <NothingFound home={home} /> : <NoQuotes home={home} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const Standing = ({ row, today }: { row: Row; today: IsoDate }) => (
  <span className="inline-flex flex-wrap gap-1">
    {isExpired(row, today) ? <StatusBadge status="expired" /> : <StatusBadge status={row.status} />}
    {may("edit", row.status) && (
      <>
        {row.needsReview && <Badge tone="warn">Needs review</Badge>}
        {row.approval === "needed" && <Badge tone="warn">To approve</Badge>}
      </>
    )}
  </span>
);

const NoQuotes = ({ home }: { home: string }) => (
  <EmptyState
    icon={<Icon name="calculator" />}
    title="No quotes yet"
    text="When the phone rings: a name, the car and the glass are enough for a price."
    action={
      <ButtonLink variant="primary" href={`${home}/new`}>
        New quote
      </ButtonLink>
    }
  />
);

const NothingFound = ({ home }: { home: string }) => (
  <EmptyState
    icon={<Icon name="search" />}
    title="No quote matches"
    text="Numbers, customers, phone numbers and plates are searched."
    action={<ButtonLink href={home}>All quotes</ButtonLink>}
  />
);

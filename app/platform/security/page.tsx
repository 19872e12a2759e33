import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { withQuery } from "@/components/list/query-string";
import { SearchBox } from "@/components/list/search-box";
import { type Column, Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { platform } from "@/lib/doors/platform";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { listEvents } from "@/lib/security/all-events";
import { Utc } from "../utc";
import { filterNamed, filters, inWords } from "./event";

type Row = Awaited<ReturnType<typeof listEvents>>["rows"][number];

export const metadata = { title: "Security log" };

export default async function SecurityLogPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const [filter, at] = [filterNamed(one(query.show)), paging(query.page)];
  const asked = { kinds: filter.kinds, search: one(query.q), person: one(query.person) };
  const { rows, total } = await platform((db) => listEvents(db, asked, at));
  return (
    <>
      <PageHeader title="Security log" description="All shops. Every attempt here was refused." />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which events"
          tabs={filters.map(({ name, label }) => ({
            label,
            href: withQuery(query, { show: name === "all" ? undefined : name, page: undefined }),
            active: filter.name === name,
          }))}
        />
        <SearchBox label="Search by person or shop" query={{ ...query, person: undefined }} />
      </div>
      <Card flush>
        <Table
          caption="Security events of all shops"
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          empty={
            <EmptyState
              icon={<Icon name="shield" />}
              title="Nothing here"
              text="No event fits the filter and the search."
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const columns: Column<Row>[] = [
  {
    key: "who",
    header: "Who",
    cell: ({ person, userId, kind }) =>
      person ? (
        <a href={`?person=${person.id}`} title={person.email} className="hover:underline">
          {person.name}
        </a>
      ) : userId || kind === "cross_tenant" ? (
        "Someone who is gone"
      ) : (
        "No account of that address"
      ),
  },
  {
    key: "what",
    header: "What",
    cell: ({ kind }) => <Badge tone={inWords(kind).tone}>{inWords(kind).label}</Badge>,
    phone: "aside",
  },
  { key: "from", header: "From", cell: (row) => row.from ?? "–", phone: "line" },
  { key: "target", header: "Reached for", cell: (row) => row.target ?? "–", phone: "line" },
  { key: "path", header: "Path", cell: (row) => <span className="break-all">{row.path || "–"}</span> },
  {
    key: "at",
    header: "When (UTC)",
    cell: (row) => <Utc at={row.at} />,
    phone: "line",
  },
];

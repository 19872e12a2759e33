import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DateText } from "@/components/ui/date-text";
import { FilterTabs } from "@/components/ui/filter-tabs";
import { Money } from "@/components/ui/money";
import { Pagination } from "@/components/ui/pagination";
import { type Query, withQuery } from "@/components/ui/query-string";
import { SearchBox } from "@/components/ui/search-box";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";

type Job = {
  id: string;
  customer: string;
  car: string;
  part: string;
  day: string;
  status: string;
  cents: number;
};

const jobs: Job[] = [
  ["J-1042", "Marisol Vega", "2021 Toyota RAV4", "DW02501GTYN", "scheduled", 87506],
  ["J-1041", "Cedar Fleet Services", "2019 Ford Transit", "DW02188GBYN", "in_progress", 61240],
  ["J-1040", "Ana Whitfield", "2017 Honda Civic", "FW04190GTNN", "completed", 42310],
  ["J-1039", "Theo Lindqvist", "2023 Subaru Outback", "FW05512GTYY", "short_paid", 124875],
  ["J-1038", "Priya Raman", "2015 Chevrolet Silverado", "DD11204YPNN", "void", 0],
].map(([id, customer, car, part, status, cents], index) => ({
  id: `${id}`,
  customer: `${customer}`,
  car: `${car}`,
  part: `${part}`,
  day: `2026-03-0${index + 2}`,
  status: `${status}`,
  cents: Number(cents),
}));

const columns: Column<Job>[] = [
  {
    key: "customer",
    header: "Customer",
    cell: (job) => job.customer,
    sortHref: "?sort=-customer",
    sorted: "ascending",
  },
  { key: "car", header: "Vehicle", cell: (job) => job.car },
  { key: "part", header: "Part", cell: (job) => <Code>{job.part}</Code> },
  { key: "day", header: "Day", cell: (job) => <DateText date={job.day} today="2026-03-04" /> },
  { key: "status", header: "State", cell: (job) => <StatusBadge status={job.status} />, phone: "aside" },
  { key: "total", header: "Total", cell: (job) => <Money cents={job.cents} />, align: "right" },
];

/** Search, filters, table and pages, as a list page puts them together. */
export const KitList = ({ query }: { query: Query }) => {
  const text = typeof query.q === "string" ? query.q.toLowerCase() : "";
  const found = jobs.filter((job) => job.customer.toLowerCase().includes(text));
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Jobs by state"
          tabs={[
            {
              label: "All",
              href: withQuery(query, { status: undefined }),
              count: 1812,
              active: !query.status,
            },
            { label: "Scheduled", href: withQuery(query, { status: "scheduled" }), count: 14 },
            { label: "In progress", href: withQuery(query, { status: "in_progress" }), count: 3 },
            { label: "Short paid", href: withQuery(query, { status: "short_paid" }), count: 2 },
          ]}
        />
        <SearchBox label="Search jobs" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Jobs"
          columns={columns}
          rows={found}
          rowKey={(job) => job.id}
          rowHref={(job) => `/dev/kit/jobs/${job.id}`}
          totals={{
            customer: "Total",
            total: <Money cents={found.reduce((sum, job) => sum + job.cents, 0)} />,
          }}
        />
      </Card>
      <Pagination page={2} pageSize={50} total={1812} query={query} />
    </div>
  );
};

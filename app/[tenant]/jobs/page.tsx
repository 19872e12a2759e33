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
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { everyone, office } from "@/lib/auth/roles";
import { dateIn, dayOf } from "@/lib/dates";
import { type JobTab, statusName, tabOf } from "@/lib/domain/jobs/job";
import { listJobs } from "@/lib/domain/jobs/queries";
import { view } from "@/lib/doors/view";
import { windowNames } from "@/lib/glass/time-window";
import { carName } from "@/lib/glass/vehicles/car";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "./feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Jobs" };

const tabLabels: [JobTab, string][] = [
  ["upcoming", "Upcoming"],
  ["today", "Today"],
  ["progress", "In progress"],
  ["invoice", "To invoice"],
  ["done", "Done"],
  ["cancelled", "Cancelled"],
  ["all", "All"],
];

export default async function JobsPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [tab, search, at] = [tabOf(one(query.show)), one(query.q), paging(query.page)];
  const { rows, total, today, mayQuote } = await view(
    { tenant, feature, allow: everyone },
    async (db, actor) => {
      const today = dateIn(actor.timeZone, new Date());
      const found = await listJobs(db, { tab, search, today: new Date(today), at });
      return { ...found, today, mayQuote: office.includes(actor.role) };
    },
  );
  const home = `/${tenant}/jobs`;
  return (
    <>
      <PageHeader title="Jobs" />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which jobs"
          tabs={tabLabels.map(([name, label]) => ({
            label,
            href: name === "upcoming" ? home : `${home}?show=${name}`,
            active: name === tab,
          }))}
        />
        <SearchBox label="Search by number, customer or plate" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Jobs"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "number", header: "No.", cell: (row) => `#${row.number}`, phone: "line" },
            { key: "customer", header: "Customer", cell: (row) => row.customer.name, phone: "title" },
            {
              key: "vehicle",
              header: "Vehicle",
              cell: (row) => [carName(row.vehicle), row.vehicle.plate].filter(Boolean).join(" · "),
            },
            {
              key: "date",
              header: "Date",
              cell: (row) => (
                <>
                  <DateText date={dayOf(row.scheduledOn)} today={today} />{" "}
                  <span className="text-ink-faint">{windowNames[row.timeWindow]?.toLowerCase()}</span>
                </>
              ),
            },
            {
              key: "place",
              header: "Place",
              cell: (row) => (row.place === "mobile" ? `Mobile${row.city && `, ${row.city}`}` : "Shop"),
              phone: "hidden",
            },
            {
              key: "status",
              header: "Status",
              cell: (row) => (
                <span className="inline-flex flex-wrap gap-1">
                  <StatusBadge status={row.status} label={statusName(row.status)} />
                  {row.dayRequested && row.status === "scheduled" && <Badge tone="warn">Confirm day</Badge>}
                </span>
              ),
              phone: "aside",
            },
          ]}
          empty={<NoJobs tenant={tenant} tab={tab} search={search} mayQuote={mayQuote} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

type NoJobsProps = { tenant: string; tab: JobTab; search: string; mayQuote: boolean };

const NoJobs = ({ tenant, tab, search, mayQuote }: NoJobsProps) => {
  if (search)
    return (
      <EmptyState
        icon={<Icon name="search" />}
        title={`No job here matches “${search}”`}
        text="Numbers, customers' names, phone numbers and plates are searched."
        action={
          tab !== "all" && (
            <ButtonLink href={`/${tenant}/jobs?show=all&q=${encodeURIComponent(search)}`}>
              Search all jobs
            </ButtonLink>
          )
        }
      />
    );
  const name = tabLabels.find(([one]) => one === tab)?.[1];
  return (
    <EmptyState
      icon={<Icon name="wrench" />}
      title={tab === "upcoming" || tab === "all" ? "No jobs yet" : `Nothing under “${name}”`}
      text="A job is booked when a customer accepts a quote."
      action={mayQuote && <ButtonLink href={`/${tenant}/quotes`}>Go to quotes</ButtonLink>}
    />
  );
};

import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { MomentText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { view } from "@/lib/doors/view";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { listSecurityEvents } from "@/lib/security/shop-events";
import { filterNamed, filters, inWords } from "./event";
import { feature } from "./feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Security" };

export default async function SecurityPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [filter, at, now] = [filterNamed(one(query.show)), paging(query.page), new Date()];
  const { rows, total, timeZone } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    ...(await listSecurityEvents(db, filter.kinds, at)),
    timeZone: actor.timeZone,
  }));
  const home = `/${tenant}/security`;
  return (
    <>
      <PageHeader
        title="Security"
        description="Failed sign-ins of people who work here, and what they asked for that is not this shop's. All of it was refused."
      />
      <div className="mb-3">
        <FilterTabs
          label="Which events"
          tabs={filters.map(({ name, label }) => ({
            label,
            href: name === "all" ? home : `${home}?show=${name}`,
            active: filter.name === name,
          }))}
        />
      </div>
      <Card flush>
        <Table
          caption="Security events"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "who",
              header: "Who",
              cell: (row) => <span className="md:whitespace-nowrap">{row.userName}</span>,
            },
            {
              key: "what",
              header: "What",
              cell: ({ kind }) => <Badge tone={inWords(kind).tone}>{inWords(kind).label}</Badge>,
              phone: "aside",
            },
            { key: "meaning", header: "Meaning", cell: (row) => inWords(row.kind).meaning, phone: "hidden" },
            { key: "place", header: "Page", cell: (row) => row.place || "–", phone: "line" },
            {
              key: "at",
              header: "When",
              cell: (row) => <MomentText at={row.at} timeZone={timeZone} now={now} />,
              phone: "line",
            },
          ]}
          empty={<Quiet home={home} filtered={filter.name !== "all"} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const Quiet = ({ home, filtered }: { home: string; filtered: boolean }) => (
  <EmptyState
    icon={<Icon name="shield" />}
    title="Nothing happened"
    text="A wrong password, or a page that is not this shop's, shows up here."
    action={filtered && <ButtonLink href={home}>All events</ButtonLink>}
  />
);

import { type Column, Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { Stat, StatRow } from "@/components/ui/stat";
import { StatusBadge } from "@/components/ui/status-badge";
import { everyone, office, owners } from "@/lib/auth/roles";
import { dayOf } from "@/lib/dates";
import { getToday } from "@/lib/domain/reports/today";
import { view } from "@/lib/doors/view";
import { type GlassPosition, positionLabel } from "@/lib/glass/parts/nags";
import { windowNames } from "@/lib/glass/time-window";
import { carName } from "@/lib/glass/vehicles/car";

type Today = Awaited<ReturnType<typeof getToday>>;
type Job = Today["jobs"][number];

export const metadata = { title: "Today" };

export default async function TodayPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const { actor, ...day } = await view({ tenant, feature: {}, allow: everyone }, async (db, who) => ({
    actor: who,
    ...(await getToday(db, who, new Date())),
  }));
  const home = `/${tenant}`;
  return (
    <>
      <PageHeader
        title="Today"
        description={<DateText date={day.today} today={day.today} />}
        actions={
          office.includes(actor.role) && (
            <ButtonLink variant="primary" href={`${home}/quotes/new`}>
              <Icon name="plus" /> New quote
            </ButtonLink>
          )
        }
      />
      {day.money && <MoneyRow home={home} jobs={day.jobs.length} money={day.money} />}
      <div className="space-y-5">
        {owners.includes(actor.role) && day.money && day.money.toApprove > 0 && (
          <Callout
            kind="warn"
            action={<ButtonLink href={`${home}/quotes?status=approve`}>Look at them</ButtonLink>}
          >
            {day.money.toApprove === 1 ? "One quote waits" : `${day.money.toApprove} quotes wait`} for your
            approval of a discount.
          </Callout>
        )}
        {day.wished.length > 0 && office.includes(actor.role) && (
          <Jobs
            title="Accepted online: confirm the day"
            home={home}
            rows={day.wished}
            today={day.today}
            dated
          />
        )}
        <Jobs
          title="Jobs today"
          home={home}
          rows={day.jobs}
          today={day.today}
          empty={<NothingToday home={home} mayQuote={office.includes(actor.role)} />}
        />
        {day.late.length > 0 && (
          <Jobs title="Left over from other days" home={home} rows={day.late} today={day.today} dated />
        )}
      </div>
    </>
  );
}

const MoneyRow = ({
  home,
  jobs,
  money,
}: {
  home: string;
  jobs: number;
  money: NonNullable<Today["money"]>;
}) => (
  <div className="mb-5">
    <StatRow>
      <Stat label="Jobs today" value={jobs} href={`${home}/jobs?show=today`} />
      <Stat
        label="Quotes out"
        value={money.openQuotes}
        note="sent, not yet answered"
        href={`${home}/quotes?status=sent`}
      />
      <Stat
        label="To invoice"
        value={money.toInvoice}
        note="completed jobs"
        href={`${home}/jobs?show=invoice`}
      />
      <Stat
        label="Owed to you"
        value={<Money cents={money.owedCents} />}
        note={money.unpaidInvoices === 1 ? "on one invoice" : `on ${money.unpaidInvoices} invoices`}
        href={`${home}/invoices`}
      />
    </StatRow>
  </div>
);

type JobsProps = {
  title: string;
  home: string;
  rows: Job[];
  today: string;
  dated?: boolean;
  empty?: React.ReactNode;
};

const Jobs = ({ title, home, rows, today, dated = false, empty }: JobsProps) => {
  const when: Column<Job> = dated
    ? { key: "when", header: "Day", cell: (row) => <DateText date={dayOf(row.scheduledOn)} today={today} /> }
    : { key: "when", header: "When", cell: (row) => windowNames[row.timeWindow] };
  return (
    <Card flush title={title}>
      <Table
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${home}/jobs/${row.id}`}
        columns={[
          { key: "customer", header: "Customer", cell: (row) => row.customer.name },
          when,
          {
            key: "vehicle",
            header: "Vehicle",
            cell: (row) => carName(row.vehicle),
          },
          {
            key: "glass",
            header: "Glass",
            cell: (row) => positionLabel(row.quote.glassPosition as GlassPosition),
            phone: "hidden",
          },
          {
            key: "place",
            header: "Where",
            cell: (row) =>
              row.place === "mobile" ? `Mobile, ${row.city || row.zip || "address open"}` : "In shop",
          },
          {
            key: "status",
            header: "Status",
            cell: (row) => <StatusBadge status={row.status} />,
            phone: "aside",
          },
        ]}
        empty={empty}
      />
    </Card>
  );
};

const NothingToday = ({ home, mayQuote }: { home: string; mayQuote: boolean }) => (
  <EmptyState
    icon={<Icon name="calendar" />}
    title="No jobs today"
    text="A job is booked from an accepted quote."
    action={mayQuote && <ButtonLink href={`${home}/quotes/new`}>New quote</ButtonLink>}
  />
);

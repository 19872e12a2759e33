import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { everyone, office } from "@/lib/auth/roles";
import { dateIn, formatDate } from "@/lib/dates";
import { dayNamed } from "@/lib/domain/scheduling/assignment";
import { getDay } from "@/lib/domain/scheduling/queries";
import { view } from "@/lib/doors/view";
import { one, type SearchParams } from "@/lib/paging";
import { DayNav } from "./day-nav";
import { feature } from "./feature";
import { JobList } from "./job-list";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Dispatch" };

export default async function DispatchPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const { jobs, technicians, actor, today, days } = await view(
    { tenant, feature, allow: everyone },
    async (db, actor) => {
      const today = dateIn(actor.timeZone, new Date());
      const days = dayNamed(one(query.date), today);
      return { actor, today, days, ...(await getDay(db, new Date(days.day))) };
    },
  );
  const inOffice = office.includes(actor.role);
  const unassigned = jobs.filter((job) => job.assignments.length === 0);
  const columns = technicians
    .map((technician) => ({
      ...technician,
      jobs: jobs
        .filter((job) => job.assignments[0]?.technicianId === technician.id)
        .sort((a, b) => Number(a.assignments[0]?.startsAt) - Number(b.assignments[0]?.startsAt)),
    }))
    .filter(({ role, jobs }) => role === "technician" || jobs.length > 0);
  const list = { tenant, timeZone: actor.timeZone, inOffice };
  return (
    <>
      <PageHeader
        title="Dispatch"
        description={formatDate(days.day, today)}
        actions={<DayNav home={`/${tenant}/dispatch`} today={today} {...days} />}
      />
      {days.fault && (
        <div className="mb-5">
          <Callout kind="warn" title="This is today, not the day that was asked for">
            {days.fault}
          </Callout>
        </div>
      )}
      {jobs.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Icon name="calendar" />}
            title="No jobs on this day"
            text="A job gets its day when a quote is accepted, or when it is rescheduled."
            action={<ButtonLink href={`/${tenant}/jobs`}>Upcoming jobs</ButtonLink>}
          />
        </Card>
      ) : (
        <div className="space-y-5">
          <Card flush title="Unassigned" description={counted(unassigned.length)}>
            <JobList
              {...list}
              label="Unassigned jobs"
              jobs={unassigned}
              nothing="Every job has a technician."
            />
          </Card>
          <div className="grid items-start gap-5 lg:grid-cols-2">
            {columns.map(({ id, name, jobs }) => (
              <Card key={id} flush title={name} description={counted(jobs.length)}>
                <JobList {...list} label={`Jobs of ${name}`} jobs={jobs} nothing="Free on this day." />
              </Card>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

const counted = (jobs: number) => (jobs === 1 ? "1 job" : `${jobs} jobs`);

import { ActionButton } from "@/components/form/action-button";
import { Letterhead } from "@/components/paper/letterhead";
import { Badge } from "@/components/ui/badge";
import { PrintButton } from "@/components/ui/buttons/print-button";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { everyone, office } from "@/lib/auth/roles";
import { dateIn, dayOf, formatLongDate } from "@/lib/dates";
import { statusName } from "@/lib/domain/jobs/job";
import { getJob } from "@/lib/domain/jobs/queries";
import { view } from "@/lib/doors/view";
import { features } from "../../features";
import { confirmDay } from "../actions";
import { feature } from "../feature";
import { Facts } from "./facts";
import { History } from "./history";
import { NotesCard } from "./notes";
import { Verbs } from "./verbs";
import { Work } from "./work";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Job" };

export default async function JobPage({ params }: Props) {
  const { tenant, id } = await params;
  const { actor, job, events, reasons, shop } = await view(
    { tenant, feature, allow: everyone },
    async (db, actor) => ({ actor, ...(await getJob(db, id)) }),
  );
  const inOffice = office.includes(actor.role);
  const now = new Date();
  const today = dateIn(actor.timeZone, now);
  const panels = features.flatMap(({ path, allow, flag, panels }) =>
    panels?.job && allow.includes(actor.role) && (!flag || actor.flags.includes(flag))
      ? [{ path, Panel: panels.job }]
      : [],
  );
  return (
    <>
      <div className="mb-4 hidden print:block">
        <Letterhead shop={shop} title={`Work order #${job.number}`}>
          {formatLongDate(dayOf(job.scheduledOn))}
        </Letterhead>
      </div>
      <div className="print:hidden">
        <PageHeader
          title={`Job #${job.number}`}
          description={
            <span className="flex flex-wrap gap-1.5">
              <StatusBadge status={job.status} label={statusName(job.status)} />
              {job.reschedules > 0 && (
                <Badge>{job.reschedules === 1 ? "Moved once" : `Moved ${job.reschedules} times`}</Badge>
              )}
            </span>
          }
          breadcrumbs={[{ label: "Jobs", href: `/${tenant}/jobs` }]}
          actions={
            <>
              <PrintButton label="Work order" />
              <Verbs tenant={tenant} job={job} inOffice={inOffice} today={today} reasons={reasons} />
            </>
          }
        />
      </div>
      {job.statusReason && (
        <div className="mb-5 print:hidden">
          <Callout kind={job.status === "cancelled" ? "info" : "warn"}>{job.statusReason}</Callout>
        </div>
      )}
      {job.dayRequested && job.status === "scheduled" && (
        <div className="mb-5 print:hidden">
          <Callout
            kind="warn"
            title="The customer wishes for this day"
            action={
              inOffice && (
                <ActionButton action={confirmDay.bind(null, tenant)} fields={{ id }}>
                  Confirm day
                </ActionButton>
              )
            }
          >
            They accepted the quote online. Confirm the day, or reschedule and tell them.
          </Callout>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="space-y-5">
          <Facts tenant={tenant} job={job} inOffice={inOffice} today={today} />
          <NotesCard tenant={tenant} id={id} notes={job.notes} />
        </div>
        <div className="min-w-0 space-y-5">
          <Work tenant={tenant} quote={job.quote} inOffice={inOffice} />
          {panels.map(({ path, Panel }) => (
            <Panel key={path} tenant={tenant} jobId={id} />
          ))}
          <History events={events} bookedAt={job.createdAt} timeZone={actor.timeZone} now={now} />
        </div>
      </div>
    </>
  );
}

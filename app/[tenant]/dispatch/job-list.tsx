import { AppLink } from "@/components/ui/app-link";
import { StatusBadge } from "@/components/ui/status-badge";
import { isAssignable, spanText } from "@/lib/domain/scheduling/assignment";
import type { getDay } from "@/lib/domain/scheduling/queries";
import { windowNames } from "@/lib/glass/time-window";
import { carName } from "@/lib/glass/vehicles/car";

type Job = Awaited<ReturnType<typeof getDay>>["jobs"][number];
type JobListProps = {
  tenant: string;
  timeZone: string;
  inOffice: boolean;
  /** What is listed, for screen readers. */
  label: string;
  jobs: Job[];
  /** What to say where there are none. */
  nothing: string;
};

/** Jobs of one technician, or of nobody yet, in the order of the day. */
export const JobList = ({ tenant, timeZone, inOffice, label, jobs, nothing }: JobListProps) => {
  if (jobs.length === 0) return <p className="px-4 py-3 text-ink-faint md:px-5">{nothing}</p>;
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {jobs.map((job) => (
        <li
          key={job.id}
          className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-3 hover:bg-hover md:px-5"
        >
          <p className="font-medium tabular-nums">
            {job.assignments[0] ? spanText(timeZone, job.assignments[0]) : windowNames[job.timeWindow]}
          </p>
          <StatusBadge status={job.status} label={job.status === "no_show" ? "No-show" : undefined} />
          <p>
            <AppLink
              href={`/${tenant}/jobs/${job.id}`}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {job.customer.name}
            </AppLink>
            <span className="block text-[0.8125rem] text-ink-faint">
              #{job.number} · {carName(job.vehicle)} · {placeOf(job)}
            </span>
          </p>
          {inOffice && isAssignable(job.status) && (
            <AppLink
              className="relative inline-flex min-h-11 items-center self-end justify-self-end font-medium text-accent-ink hover:underline md:min-h-7"
              href={`/${tenant}/dispatch/${job.id}`}
              aria-label={`${job.assignments.length ? "Reassign" : "Assign"} job #${job.number}`}
            >
              {job.assignments.length ? "Reassign" : "Assign"}
            </AppLink>
          )}
        </li>
      ))}
    </ul>
  );
};

const placeOf = ({ place, city }: Job) =>
  place === "mobile" ? ["Mobile", city].filter(Boolean).join(", ") : "Shop";

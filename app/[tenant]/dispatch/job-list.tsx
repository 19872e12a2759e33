import { AppLink } from "@/components/ui/app-link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table } from "@/components/ui/table";
import { carName, isAssignable, spanText, windowNames } from "./assignment";
import type { getDay } from "./queries";

type Job = Awaited<ReturnType<typeof getDay>>["jobs"][number];
type JobListProps = {
  tenant: string;
  timeZone: string;
  inOffice: boolean;
  caption: string;
  jobs: Job[];
  nothing: string;
};

/** Jobs of one technician, or of nobody yet, in the order of the day. */
export const JobList = ({ tenant, timeZone, inOffice, caption, jobs, nothing }: JobListProps) => (
  <Table
    caption={caption}
    rows={jobs}
    rowKey={(row) => row.id}
    rowHref={(row) => `/${tenant}/jobs/${row.id}`}
    columns={[
      {
        key: "time",
        header: "Time",
        cell: ({ assignments: [assignment], timeWindow }) =>
          assignment ? spanText(timeZone, assignment) : windowNames[timeWindow],
        phone: "title",
      },
      {
        key: "customer",
        header: "Customer",
        cell: (row) => (
          <>
            {row.customer.name}
            <span className="block text-[0.8125rem] text-ink-faint">
              #{row.number} · {carName(row.vehicle)}
            </span>
          </>
        ),
      },
      {
        key: "place",
        header: "Place",
        cell: (row) => (row.place === "mobile" ? `Mobile${row.city && `, ${row.city}`}` : "Shop"),
      },
      {
        key: "status",
        header: "Status",
        cell: (row) => (
          <StatusBadge status={row.status} label={row.status === "no_show" ? "No-show" : undefined} />
        ),
        phone: "aside",
      },
      {
        key: "assign",
        header: "Assign",
        quiet: true,
        align: "right",
        cell: (row) =>
          inOffice &&
          isAssignable(row.status) && (
            <AppLink
              className="inline-flex min-h-11 items-center underline md:min-h-0"
              href={`/${tenant}/dispatch/${row.id}`}
              aria-label={`${row.assignments.length ? "Reassign" : "Assign"} job #${row.number}`}
            >
              {row.assignments.length ? "Reassign" : "Assign"}
            </AppLink>
          ),
      },
    ]}
    empty={<p className="px-4 py-4 text-ink-faint md:px-5">{nothing}</p>}
  />
);

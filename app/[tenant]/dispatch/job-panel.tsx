import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { everyone, office } from "@/lib/auth/roles";
import { isAssignable, spanText } from "@/lib/domain/scheduling/assignment";
import { getJobAssignment } from "@/lib/domain/scheduling/queries";
import { admit } from "@/lib/doors/door";
import { view } from "@/lib/doors/view";
import { feature } from "./feature";

/** Who does a job, and when. */
export default async function DispatchPanel({ tenant, jobId }: { tenant: string; jobId: string }) {
  const gate = { feature, allow: everyone };
  const actor = await admit(tenant, gate);
  if (!actor || actor === "signed-out") return null;
  const { job, assignment } = await view({ tenant, ...gate }, (db) => getJobAssignment(db, jobId));
  const open = isAssignable(job.status);
  if (!assignment && !open) return null;
  return (
    <Card title="Technician">
      <div className="flex flex-wrap items-center justify-between gap-3">
        {assignment ? (
          <p>
            <span className="font-medium">{assignment.technician.user.name}</span>
            <span className="text-ink-soft">, {spanText(actor.timeZone, assignment)}</span>
          </p>
        ) : (
          <p className="text-ink-soft">Nobody has this job yet.</p>
        )}
        {open && office.includes(actor.role) && (
          <div data-screen-only="">
            <ButtonLink href={`/${tenant}/dispatch/${jobId}`}>
              {assignment ? "Reassign" : "Assign"}
            </ButtonLink>
          </div>
        )}
      </div>
    </Card>
  );
}

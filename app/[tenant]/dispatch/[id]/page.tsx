import { ActionButton } from "@/components/form/action-button";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { everyone, office } from "@/lib/auth/roles";
import { dateIn, dayOf, formatDate, timeIn } from "@/lib/dates";
import { isAssignable, spanText, usualTimes } from "@/lib/domain/scheduling/assignment";
import { getJobAssignment, listTechnicians } from "@/lib/domain/scheduling/queries";
import { view } from "@/lib/doors/view";
import { windowNames } from "@/lib/glass/time-window";
import { carName } from "@/lib/glass/vehicles/car";
import { assignTechnician, unassignTechnician } from "../actions";
import { feature } from "../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Assignment" };

export default async function AssignmentPage({ params }: Props) {
  const { tenant, id } = await params;
  const { actor, job, assignment, technicians } = await view(
    { tenant, feature, allow: everyone },
    async (db, actor) => ({
      actor,
      ...(await getJobAssignment(db, id)),
      technicians: await listTechnicians(db),
    }),
  );
  const { timeZone } = actor;
  const day = dayOf(job.scheduledOn);
  const usual = usualTimes(job.timeWindow);
  const mayAssign = office.includes(actor.role) && isAssignable(job.status);
  return (
    <>
      <PageHeader
        title={`Job #${job.number}`}
        description={`${job.customer.name}, ${carName(job.vehicle)}, ${formatDate(day, dateIn(timeZone, new Date()))}, ${windowNames[job.timeWindow]?.toLowerCase()}`}
        breadcrumbs={[{ label: "Dispatch", href: `/${tenant}/dispatch?date=${day}` }]}
        actions={
          <>
            {mayAssign && assignment && (
              <ActionButton
                variant="ghost"
                action={unassignTechnician.bind(null, tenant)}
                fields={{ jobId: id }}
              >
                Unassign
              </ActionButton>
            )}
            <ButtonLink href={`/${tenant}/jobs/${id}`}>Open job</ButtonLink>
          </>
        }
      />
      {assignment && (
        <div className="mb-5 max-w-2xl">
          <Callout>
            {assignment.technician.user.name}, {spanText(timeZone, assignment)}
          </Callout>
        </div>
      )}
      {!assignment && !mayAssign && <Callout>Nobody has this job.</Callout>}
      {mayAssign && (
        <Card className="max-w-2xl" title={assignment ? "Reassign" : "Assign"}>
          <Form
            action={assignTechnician.bind(null, tenant)}
            submit={assignment ? "Reassign job" : "Assign job"}
            aside={
              <ButtonLink variant="ghost" href={`/${tenant}/dispatch?date=${day}`}>
                Cancel
              </ButtonLink>
            }
          >
            <input type="hidden" name="jobId" value={id} />
            <div className="grid gap-4">
              <Field name="technicianId" label="Technician" required>
                <Select
                  placeholder="Choose a technician"
                  options={technicians.map(({ id, name }) => ({ value: id, label: name }))}
                  defaultValue={assignment?.technicianId}
                />
              </Field>
              <FormRow>
                <Field name="start" label="Starts at" required>
                  <TextInput
                    type="time"
                    step={900}
                    defaultValue={assignment ? timeIn(timeZone, assignment.startsAt) : usual.start}
                  />
                </Field>
                <Field name="end" label="Ends at" required>
                  <TextInput
                    type="time"
                    step={900}
                    defaultValue={assignment ? timeIn(timeZone, assignment.endsAt) : usual.end}
                  />
                </Field>
              </FormRow>
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}

import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { DateInput } from "@/components/form/inputs/date-input";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { DialogButton } from "@/components/ui/buttons/dialog-button";
import { dayRange } from "@/lib/date-range";
import { dayOf } from "@/lib/dates";
import { interruptions, type JobStatus, may, nextVerb, timeWindows, type Verb } from "@/lib/domain/jobs/job";
import type { FormAction } from "@/lib/forms/form";
import { windowNames } from "@/lib/glass/time-window";
import {
  cancel,
  complete,
  depart,
  dispatch,
  interrupt,
  noShow,
  putBack,
  reopen,
  reschedule,
  start,
} from "../actions";

type Job = {
  id: string;
  number: number;
  status: JobStatus;
  place: string;
  scheduledOn: Date;
  timeWindow: string;
};
type VerbsProps = { tenant: string; job: Job; inOffice: boolean; today: string; reasons: string[] };

type Press = {
  verb: Verb;
  label: string;
  press: (tenant: string, ...rest: Parameters<FormAction>) => ReturnType<FormAction>;
};

const presses: Press[] = [
  { verb: "putBack", label: "Back to scheduled", press: putBack },
  { verb: "noShow", label: "No-show", press: noShow },
  { verb: "reopen", label: "Reopen", press: reopen },
  { verb: "dispatch", label: "Dispatch", press: dispatch },
  { verb: "depart", label: "En route", press: depart },
  { verb: "start", label: "Start", press: start },
  { verb: "complete", label: "Complete", press: complete },
];

/** What can be done with a job now: the likely step last and bold, the others beside it. */
export const Verbs = ({ tenant, job, inOffice, today, reasons }: VerbsProps) => {
  const next = nextVerb(job);
  const buttons = presses.filter(({ verb }) => may(verb, job));
  const look = (verb: Verb) => (verb === next ? "primary" : verb === "reopen" ? "secondary" : "ghost");
  return (
    <>
      {inOffice && may("cancel", job) && (
        <DialogButton variant="ghost" label="Cancel job" title={`Cancel job #${job.number}`}>
          <Form action={cancel.bind(null, tenant)} submit="Cancel this job" draftKey="cancel">
            <input type="hidden" name="id" value={job.id} />
            <Field name="reason" label="Why is it cancelled?" required>
              <Select
                placeholder="Choose a reason"
                options={reasons.map((label) => ({ value: label, label }))}
              />
            </Field>
          </Form>
        </DialogButton>
      )}
      {may("interrupt", job) && (
        <DialogButton variant="ghost" label="Incomplete" title="Work could not be finished">
          <Form action={interrupt.bind(null, tenant)} submit="Mark incomplete" draftKey="incomplete">
            <input type="hidden" name="id" value={job.id} />
            <Field name="reason" label="What stopped the work?" required>
              <TextInput suggestions={interruptions} />
            </Field>
          </Form>
        </DialogButton>
      )}
      {inOffice && may("reschedule", job) && (
        <Likely when={next === "reschedule"}>
          <DialogButton
            variant={next === "reschedule" ? "primary" : "ghost"}
            label="Reschedule"
            title={`Reschedule job #${job.number}`}
          >
            <Form action={reschedule.bind(null, tenant)} submit="Reschedule job" draftKey="reschedule">
              <input type="hidden" name="id" value={job.id} />
              <div className="grid gap-4">
                <Field name="scheduledOn" label="New date" required>
                  <DateInput
                    defaultValue={later(dayOf(job.scheduledOn), today)}
                    {...dayRange("visit", today)}
                  />
                </Field>
                <RadioCards
                  name="timeWindow"
                  label="Part of the day"
                  required
                  columns={3}
                  defaultValue={job.timeWindow}
                  options={timeWindows.map((value) => ({ value, label: windowNames[value] }))}
                />
              </div>
            </Form>
          </DialogButton>
        </Likely>
      )}
      {buttons.map(({ verb, label, press }) => (
        <Likely key={verb} when={verb === next}>
          <ActionButton variant={look(verb)} action={press.bind(null, tenant)} fields={{ id: job.id }}>
            {label}
          </ActionButton>
        </Likely>
      ))}
    </>
  );
};

const later = (day: string, other: string) => (day > other ? day : other);

/** On a phone the likely step comes first, as wide as the screen. */
const Likely = ({ when, children }: { when: boolean; children: ReactNode }) =>
  when ? (
    <div className="max-md:order-first max-md:w-[calc(100dvw-2rem)] max-md:[&_button]:w-full max-md:[&>form]:w-full">
      {children}
    </div>
  ) : (
    children
  );

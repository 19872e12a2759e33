import { ActionButton } from "@/components/form/action-button";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { TextInput } from "@/components/form/text-input";
import { Card, CardSection } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { DialogButton } from "@/components/ui/dialog-button";
import { Money } from "@/components/ui/money";
import { Timeline } from "@/components/ui/timeline";
import { answerKit } from "./actions";

/** The side of a detail page: facts, history, and verbs that ask first. */
export const KitJob = () => (
  <Card
    title="Job J-1042"
    flush
    footer={
      <div className="flex flex-wrap gap-2">
        <DialogButton label="Add payment" title="Add a payment" size="sm">
          <Form action={answerKit} submit="Add payment" draftKey="payment">
            <Field name="customer" label="Paid by" required>
              <TextInput />
            </Field>
          </Form>
        </DialogButton>
        <ActionButton
          action={answerKit}
          fields={{ customer: "the job as void" }}
          variant="danger"
          size="sm"
          confirm={{
            title: "Void this job?",
            body: "Its invoice is credited. This stays in the log.",
            confirm: "Void job",
          }}
        >
          Void
        </ActionButton>
      </div>
    }
  >
    <CardSection>
      <DefinitionList
        items={[
          { term: "VIN", value: <Code>2T3P1RFV8MC123456</Code> },
          { term: "Plate", value: null },
          { term: "Balance", value: <Money cents={87506} strong /> },
        ]}
      />
    </CardSection>
    <CardSection title="History">
      <Timeline
        items={[
          {
            key: "3",
            title: "Scheduled",
            at: <DateText date="2026-03-04" today="2026-03-04" />,
            by: "Dana",
            tone: "info",
          },
          {
            key: "2",
            title: "Authorized",
            at: <DateText date="2026-03-03" today="2026-03-04" />,
            tone: "good",
            body: "Calibration included.",
          },
          { key: "1", title: "Quoted", at: <DateText date="2026-03-02" today="2026-03-04" />, by: "Sam" },
        ]}
      />
    </CardSection>
  </Card>
);

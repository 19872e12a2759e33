import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { TextArea } from "@/components/form/inputs/text-area";
import { ShownInput } from "@/components/form/shown-input";
import { DialogButton } from "@/components/ui/buttons/dialog-button";
import { Card } from "@/components/ui/card";
import { shownOf } from "@/lib/forms/shown";
import { editNotes } from "../actions";

/** What whoever does the work should know, and what they found. */
export const NotesCard = ({ tenant, id, notes }: { tenant: string; id: string; notes: string }) => (
  <Card
    title="Notes"
    actions={
      <DialogButton size="sm" label="Edit notes" title="Notes">
        <Form action={editNotes.bind(null, tenant)} submit="Save">
          <input type="hidden" name="id" value={id} />
          <ShownInput shown={shownOf({ notes }, ["notes"])} />
          <Field
            name="notes"
            label="Notes"
            hint="Gate codes, damage seen before, what the customer asked for."
          >
            <TextArea defaultValue={notes} rows={5} />
          </Field>
        </Form>
      </DialogButton>
    }
  >
    <p className="whitespace-pre-line">{notes || <span className="text-ink-faint">None yet.</span>}</p>
  </Card>
);

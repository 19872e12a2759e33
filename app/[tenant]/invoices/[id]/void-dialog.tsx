import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/inputs/select";
import { DialogButton } from "@/components/ui/buttons/dialog-button";
import { SubmitButton } from "@/components/ui/buttons/submit-button";
import type { FormAction } from "@/lib/forms/form";

type VoidDialogProps = {
  action: FormAction;
  id: string;
  label: string;
  title: string;
  text: string;
  reasons: string[];
  size?: "md" | "sm";
};

/** Asks why something is void, and does it. */
export const VoidDialog = ({ action, id, label, title, text, reasons, size }: VoidDialogProps) => (
  <DialogButton variant="ghost" size={size} label={label} title={title}>
    <Form action={action} draftKey={null}>
      <p className="mb-4 text-ink-soft">{text}</p>
      <input type="hidden" name="id" value={id} />
      <Field name="reason" label="Reason" required>
        <Select
          placeholder="Choose a reason"
          options={reasons.map((reason) => ({ value: reason, label: reason }))}
        />
      </Field>
      <FormActions>
        <SubmitButton variant="danger">{label}</SubmitButton>
      </FormActions>
    </Form>
  </DialogButton>
);

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { type Option, Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/forms/form";
import { HOME } from "../home";

type InsurerFormProps = {
  action: FormAction;
  submit: string;
  tpas: Option[];
  insurer?: { id: string; name: string; tpaId: string | null; shown: string };
};

export const InsurerForm = ({ action, submit, tpas, insurer }: InsurerFormProps) => (
  <Card>
    <Form
      action={action}
      submit={submit}
      aside={
        <ButtonLink variant="ghost" href={`${HOME}/insurers`}>
          Cancel
        </ButtonLink>
      }
    >
      {insurer && <input type="hidden" name="id" value={insurer.id} />}
      {insurer && <input type="hidden" name="shown" value={insurer.shown} />}
      <FormRow>
        <Field name="name" label="Insurer" required>
          <TextInput autoFocus={!insurer} defaultValue={insurer?.name} />
        </Field>
        <Field name="tpaId" label="Glass claims go through" hint="The administrator who dispatches its jobs.">
          <Select options={tpas} placeholder="The insurer itself" defaultValue={insurer?.tpaId} />
        </Field>
      </FormRow>
    </Form>
  </Card>
);

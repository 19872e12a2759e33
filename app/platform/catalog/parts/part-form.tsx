"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow, FormSection } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { TextInput } from "@/components/form/inputs/text-input";
import { PartFields } from "@/components/glass/part-fields";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { PartTexts } from "@/lib/domain/catalog/part-texts";
import type { FormAction } from "@/lib/forms/form";

type PartFormProps = {
  action: FormAction;
  submit: string;
  cancel: string;
  part?: PartTexts & { shown: string; priceNote?: string };
};

/** All that the catalog says of one part. What the number itself says is not asked. */
export const PartForm = ({ action, submit, cancel, part }: PartFormProps) => (
  <Card>
    <Form
      action={action}
      submit={submit}
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      <FormSection title="Part">
        <FormRow>
          <Field
            name="nagsNumber"
            label="Part number"
            hint="Such as DW02501GTYN. It says which glass it is."
            required
          >
            <TextInput
              autoFocus={!part}
              defaultValue={part?.nagsNumber}
              className="font-mono uppercase"
              autoCapitalize="characters"
            />
          </Field>
          <Field name="side" label="Side" hint="Where the number does not say it.">
            <TextInput
              defaultValue={part?.side}
              suggestions={["left", "right", "front left", "front right", "rear left", "rear right"]}
            />
          </Field>
        </FormRow>
        <Field name="description" label="Description" hint="What the desk and the paper call it." required>
          <TextInput defaultValue={part?.description} maxLength={200} />
        </Field>
        <Checkbox
          name="demo"
          label="Demo part"
          hint="Its number and price are invented; every screen says so."
          defaultChecked={part?.demo}
        />
      </FormSection>
      <PartFields
        part={part}
        dayHint={part?.priceNote ?? "May be a day to come: quotes use the price before it until then."}
      >
        <FormSection title="Other numbers">
          <FormRow>
            <Field name="interchange" label="Interchanges with" hint="Part numbers, apart by commas.">
              <TextInput defaultValue={part?.interchange} className="font-mono" />
            </Field>
            <Field name="supersededBy" label="Superseded by" hint="The number to order in its place.">
              <TextInput defaultValue={part?.supersededBy} className="font-mono uppercase" />
            </Field>
          </FormRow>
        </FormSection>
      </PartFields>
      {part && <input type="hidden" name="id" value={part.id} />}
      {part && <input type="hidden" name="shown" value={part.shown} />}
    </Form>
  </Card>
);

"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow, FormSection } from "@/components/form/form-row";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { ShownInput } from "@/components/form/shown-input";
import { PartFields } from "@/components/glass/part-fields";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { PartTexts } from "@/lib/domain/catalog/part-texts";
import type { FormAction } from "@/lib/forms/form";
import { positionLabel, USUAL_POSITIONS } from "@/lib/glass/parts/nags";

const positions = USUAL_POSITIONS.map((value) => ({ value, label: positionLabel(value) }));
const sides = ["left", "right", "front left", "front right", "rear left", "rear right"];

type ShopPartFormProps = {
  action: FormAction;
  submit: string;
  cancel: string;
  /** Left out for a new one; `shown` is what the form is opened on. */
  part?: PartTexts & { shown: string };
};

/** A part that this shop alone has: bus, RV or dealer glass, or whatever the catalog does not list. */
export const ShopPartForm = ({ action, submit, cancel, part }: ShopPartFormProps) => (
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
      {part && (
        <>
          <input type="hidden" name="id" value={part.id} />
          <ShownInput shown={part.shown} />
        </>
      )}
      <FormSection title="Part">
        <FormRow fields={3}>
          <Field name="nagsNumber" label="Part number" hint="Any: letters, digits and dashes." required>
            <TextInput
              autoFocus={!part}
              defaultValue={part?.nagsNumber}
              maxLength={40}
              placeholder="RV-1234"
              className="font-mono uppercase"
              autoCapitalize="characters"
            />
          </Field>
          <Field name="glassPosition" label="Glass" required>
            <Select options={positions} defaultValue={part?.glassPosition} placeholder="Choose the glass" />
          </Field>
          <Field name="side" label="Side">
            <TextInput defaultValue={part?.side} suggestions={sides} />
          </Field>
        </FormRow>
        <Field name="description" label="Description" hint="What the desk and the paper call it." required>
          <TextInput defaultValue={part?.description} maxLength={200} />
        </Field>
      </FormSection>
      <PartFields part={part} />
    </Form>
  </Card>
);

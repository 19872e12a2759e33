"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import { NewTaxArea, withTaxArea } from "@/lib/domain/pricing/tax/area";
import { zipsText } from "@/lib/domain/pricing/zips";
import type { FormAction } from "@/lib/forms/form";
import { stateOptions } from "@/lib/states";
import { ChangeFields } from "../change-fields";
import { Previewed } from "../preview/previewed";
import { type Rate, TaxFields } from "./tax-fields";

type Area = {
  /** Empty for a new one. */
  id: string;
  name: string;
  state: string;
  zips: string[];
  rates: Rate[];
  taxableKinds: string[];
};

type AreaFormProps = { action: FormAction; desk: PreviewDesk; area: Area; cancel: string };

/** Where mobile work is taxed otherwise than in the shop, and how. */
export const AreaForm = ({ action, desk, area, cancel }: AreaFormProps) => (
  <Previewed
    desk={desk}
    form={NewTaxArea}
    draft={(input) => ({
      change: (book) => withTaxArea(book, input, area.name),
      place: { zip: input.zips[0] ?? "", state: input.state },
    })}
  >
    <Form
      action={action}
      submit={area.id ? "Save area" : "Add area"}
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      {area.id && <input type="hidden" name="id" value={area.id} />}
      <input type="hidden" name="homeState" value={desk.state} />
      <Card title="Where" className="mb-5">
        <FormRow>
          <Field name="name" label="Name" required>
            <TextInput defaultValue={area.name} placeholder="Round Rock" autoFocus={!area.id} />
          </Field>
          <Field name="state" label="State" hint="Without ZIP codes, the whole state.">
            <Select options={stateOptions} defaultValue={area.state} placeholder="By ZIP codes alone" />
          </Field>
        </FormRow>
        <Field
          name="zips"
          label="ZIP codes"
          hint="Or their first 3 or 4 digits, with commas or spaces between. The longest match holds."
          className="mt-4"
        >
          <TextInput defaultValue={zipsText(area.zips)} placeholder="78664, 78681, 786*" />
        </Field>
      </Card>
      <TaxFields rates={area.rates} taxableKinds={area.taxableKinds} />
      <Card className="mt-5">
        <ChangeFields desk={desk} />
      </Card>
    </Form>
  </Previewed>
);

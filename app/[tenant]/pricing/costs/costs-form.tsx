"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { SaveCosts, withCosts } from "@/lib/domain/pricing/costs";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import type { FormAction } from "@/lib/forms/form";
import { ChangeFields } from "../change-fields";
import { Previewed } from "../preview/previewed";

type CostsFormProps = { action: FormAction; desk: PreviewDesk; cancel: string };

/** What the shop itself pays for what goes with the glass, for the margin on its quotes. */
export const CostsForm = ({ action, desk, cancel }: CostsFormProps) => {
  const { costs } = desk.book;
  return (
    <Previewed desk={desk} form={SaveCosts} draft={(input) => ({ change: (book) => withCosts(book, input) })}>
      <Card
        title="Your costs"
        description="Only owners and shop admins see margins. What a piece of glass costs you stands with the part."
      >
        <Form
          action={action}
          submit="Save costs"
          aside={
            <ButtonLink variant="ghost" href={cancel}>
              Cancel
            </ButtonLink>
          }
        >
          <FormRow fields={3}>
            <Field name="kitCostCents" label="Urethane kit, each">
              <MoneyInput defaultCents={costs.kitCents} placeholder="Not known" />
            </Field>
            <Field name="mouldingCostCents" label="Moulding">
              <MoneyInput defaultCents={costs.mouldingCents} placeholder="Not known" />
            </Field>
            <Field name="clipCostCents" label="Clip, each">
              <MoneyInput defaultCents={costs.clipCents} placeholder="Not known" />
            </Field>
          </FormRow>
          <ChangeFields desk={desk} />
        </Form>
      </Card>
    </Previewed>
  );
};

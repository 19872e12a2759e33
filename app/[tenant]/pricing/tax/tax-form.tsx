"use client";

import { Form } from "@/components/form/form";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import { SaveTax, withTax } from "@/lib/domain/pricing/tax/tax";
import type { FormAction } from "@/lib/forms/form";
import { ChangeFields } from "../change-fields";
import { Previewed } from "../preview/previewed";
import { type Rate, TaxFields } from "./tax-fields";

type TaxFormProps = {
  action: FormAction;
  desk: PreviewDesk;
  rates: Rate[];
  taxableKinds: string[];
  cancel: string;
};

/** Who levies how much, and on which lines. */
export const TaxForm = ({ action, desk, rates, taxableKinds, cancel }: TaxFormProps) => (
  <Previewed desk={desk} form={SaveTax} draft={(input) => ({ change: (book) => withTax(book, input) })}>
    <Form
      action={action}
      submit="Save tax"
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      <TaxFields rates={rates} taxableKinds={taxableKinds} />
      <Card className="mt-5">
        <ChangeFields desk={desk} />
      </Card>
    </Form>
  </Previewed>
);

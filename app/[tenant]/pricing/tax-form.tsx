"use client";

import { Form } from "@/components/form/form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form";
import { ChangeFields } from "./change-fields";
import { type Desk, Previewed } from "./previewed";
import { SaveTax, withTax } from "./tax";
import { type Rate, TaxFields } from "./tax-fields";

type TaxFormProps = {
  action: FormAction;
  desk: Desk;
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

"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { PhoneInput } from "@/components/form/inputs/phone-input";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import { inMatchingOrder, ruleTexts } from "@/lib/domain/pricing/profiles/rule";
import { NewSupplier, TERM_KINDS, withSupplier } from "@/lib/domain/pricing/suppliers/supplier";
import type { FormAction } from "@/lib/forms/form";
import type { GlassRule } from "@/lib/glass/pricing/rules";
import { formatPhone } from "@/lib/phone";
import { ChangeFields } from "../change-fields";
import { Previewed } from "../preview/previewed";
import { RuleRows } from "../profiles/rule-rows";

type Supplier = {
  id: string;
  name: string;
  phone: string;
  accountNumber: string;
  preferred: boolean;
  terms: GlassRule[];
};

type SupplierFormProps = { action: FormAction; desk: PreviewDesk; supplier?: Supplier; cancel: string };

/** How to reach a supplier, and what its parts cost. */
export const SupplierForm = ({ action, desk, supplier, cancel }: SupplierFormProps) => (
  <Previewed
    desk={desk}
    form={NewSupplier}
    draft={(input) => ({ change: (book) => withSupplier(book, input, supplier?.name) })}
  >
    <Form
      action={action}
      submit={supplier ? "Save supplier" : "Add supplier"}
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      {supplier && <input type="hidden" name="id" value={supplier.id} />}
      <Card title="Supplier" className="mb-5">
        <FormRow fields={3}>
          <Field name="name" label="Name" required>
            <TextInput defaultValue={supplier?.name} autoFocus={!supplier} maxLength={80} />
          </Field>
          <Field name="phone" label="Phone">
            <PhoneInput defaultValue={formatPhone(supplier?.phone ?? "")} />
          </Field>
          <Field name="accountNumber" label="Your account number">
            <TextInput defaultValue={supplier?.accountNumber} maxLength={60} />
          </Field>
        </FormRow>
        <div className="mt-3">
          <Checkbox
            name="preferred"
            label="Preferred supplier"
            hint="Its cost counts before that of others, even where they are cheaper."
            defaultChecked={supplier?.preferred}
          />
        </div>
      </Card>
      <Card
        title="What parts cost there"
        description="The most specific pattern wins. A whole part number with an amount is what that part costs there. Your own cost of a part goes before all of these."
      >
        <RuleRows rules={inMatchingOrder(supplier?.terms ?? []).map(ruleTexts)} kinds={TERM_KINDS} />
      </Card>
      <Card className="mt-5">
        <ChangeFields desk={desk} />
      </Card>
    </Form>
  </Previewed>
);

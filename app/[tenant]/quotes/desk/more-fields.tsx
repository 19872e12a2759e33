"use client";

import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { Select } from "@/components/form/inputs/select";
import { TextArea } from "@/components/form/inputs/text-area";
import { TextInput } from "@/components/form/inputs/text-input";
import type { Choices } from "@/lib/domain/quotes/request";
import { gradeOptions } from "@/lib/domain/quotes/work";

type MoreFieldsProps = { choices: Choices | null; notes: string; discountReasons: readonly string[] };

/** What most calls do without. Opens by itself where a draft brings something back. */
export const MoreFields = ({ choices, notes, discountReasons }: MoreFieldsProps) => (
  <details
    onInput={(event) => {
      event.currentTarget.open = true;
    }}
    open={Boolean(choices?.discountCents || choices?.glassCents || notes)}
  >
    <summary className="inline-flex min-h-11 items-center rounded-control font-medium text-accent-ink md:min-h-8">
      More: grade, discount, price by hand, notes
    </summary>
    <div className="mt-3 flex flex-col gap-4">
      <FormRow>
        <Field name="grade" label="Grade of glass">
          <Select options={gradeOptions} defaultValue={choices?.grade ?? "aftermarket"} />
        </Field>
        <Field name="glassPrice" label="Price of the glass" hint="Overrules your prices for this one quote.">
          <MoneyInput defaultCents={choices?.glassCents} />
        </Field>
        <Field name="discount" label="Discount">
          <MoneyInput defaultCents={choices?.discountCents} />
        </Field>
        <Field name="discountReason" label="Reason for the discount">
          <TextInput defaultValue={choices?.discountReason} suggestions={discountReasons} />
        </Field>
      </FormRow>
      <Field name="notes" label="Notes" hint="For your shop; the customer does not see them.">
        <TextArea defaultValue={notes} />
      </Field>
    </div>
  </details>
);

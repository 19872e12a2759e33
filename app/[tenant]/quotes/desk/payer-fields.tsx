"use client";

import { Combobox } from "@/components/form/combobox/combobox";
import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import type { Option } from "@/components/form/inputs/select";
import type { Choices, QuotePayer } from "@/lib/domain/quotes/request";
import { formatCents } from "@/lib/money";
import { type Priced, paysText } from "./priced";

type PayerFieldsProps = {
  insurers: readonly Option[];
  choices: (Choices & { payer: QuotePayer }) | null;
  cash: Priced | null;
  insurance: Priced | null;
};

/** Who pays, with what each way would cost, side by side. */
export const PayerFields = ({ insurers, choices, cash, insurance }: PayerFieldsProps) => (
  <div className="flex flex-col gap-4">
    <RadioCards
      name="payer"
      label="Who pays"
      defaultValue={choices?.payer ?? "cash"}
      options={[
        {
          value: "cash",
          label: "Cash",
          hint: paysText(cash, ({ totalCents }) => `Customer pays ${formatCents(totalCents)}`),
        },
        { value: "insurance", label: "Insurance", hint: paysText(insurance, sharesText) },
      ]}
    />
    <FormRow>
      <Field name="insurerId" label="Insurer">
        <Combobox
          options={insurers}
          defaultValue={insurers.find(({ value }) => value === choices?.insurerId) ?? null}
        />
      </Field>
      <Field name="deductible" label="Deductible" hint="Leave empty while it is not known.">
        <MoneyInput defaultCents={choices?.deductibleCents} />
      </Field>
    </FormRow>
    <Checkbox
      name="deductibleStated"
      label="The insurer named this deductible"
      hint="Then it holds, whatever the state's law waives."
      defaultChecked={choices?.deductibleStated}
    />
  </div>
);

function sharesText({ shares, totalCents }: Priced): string {
  const { customerCents, deductibleCents } = shares;
  if (deductibleCents === null) return `${formatCents(totalCents)}, deductible not known yet`;
  return `Customer pays ${formatCents(customerCents)} of ${formatCents(totalCents)}`;
}

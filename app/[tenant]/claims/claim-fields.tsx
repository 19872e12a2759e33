import { Combobox } from "@/components/form/combobox/combobox";
import { Field } from "@/components/form/field";
import { FormRow, FormSection } from "@/components/form/form-row";
import { DateInput } from "@/components/form/inputs/date-input";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { type Option, Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { dayRange } from "@/lib/date-range";
import type { IsoDate } from "@/lib/dates";
import { stateOptions } from "@/lib/states";

type Values = {
  insurer?: Option | null;
  policyholder?: string;
  policyNumber?: string;
  claimNumber?: string;
  lossDate?: IsoDate;
  lossState?: string;
  cause?: string;
  deductibleCents?: number | null;
};
type ClaimFieldsProps = { claim: Values; insurers: Option[]; causes: Option[]; today: IsoDate };

/** What an insurer asks for when glass is reported. */
export const ClaimFields = ({ claim, insurers, causes, today }: ClaimFieldsProps) => (
  <>
    <FormSection title="Policy">
      <FormRow>
        <Field name="insurerId" label="Insurer" required>
          <Combobox options={insurers} defaultValue={claim.insurer} placeholder="Type the insurer's name" />
        </Field>
        <Field name="policyholder" label="Policyholder" required>
          <TextInput defaultValue={claim.policyholder} />
        </Field>
        <Field name="policyNumber" label="Policy number" required>
          <TextInput defaultValue={claim.policyNumber} />
        </Field>
        <Field name="claimNumber" label="Claim number" hint="As soon as the insurer has given one.">
          <TextInput defaultValue={claim.claimNumber} />
        </Field>
        <Field name="deductibleCents" label="Deductible" required hint="0 where none applies to glass.">
          <MoneyInput defaultCents={claim.deductibleCents} />
        </Field>
      </FormRow>
    </FormSection>
    <FormSection title="Loss">
      <FormRow>
        <Field name="lossDate" label="Date of loss" required>
          <DateInput {...dayRange("loss", today)} defaultValue={claim.lossDate} />
        </Field>
        <Field name="lossState" label="State of loss" required>
          <Select placeholder="Choose a state" options={stateOptions} defaultValue={claim.lossState} />
        </Field>
        <Field name="cause" label="Cause of loss" required>
          <Select placeholder="Choose a cause" options={causes} defaultValue={claim.cause} />
        </Field>
      </FormRow>
    </FormSection>
  </>
);

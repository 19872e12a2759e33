import { Field } from "@/components/form/field";
import { FormRow, FormSection } from "@/components/form/form-row";
import { AddressFields } from "@/components/form/inputs/address-fields";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { DateInput } from "@/components/form/inputs/date-input";
import { PhoneInput } from "@/components/form/inputs/phone-input";
import { Select } from "@/components/form/inputs/select";
import { TextArea } from "@/components/form/inputs/text-area";
import { TextInput } from "@/components/form/inputs/text-input";
import { yearRange } from "@/lib/date-range";
import { dayOf } from "@/lib/dates";
import { accountOptions } from "@/lib/glass/pricing/accounts";
import { formatPhone } from "@/lib/phone";

type Values = {
  name?: string;
  phone?: string;
  email?: string;
  company?: string;
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
  taxExempt?: boolean;
  taxCertificate?: string;
  taxCertificateUntil?: Date | null;
  accountType?: string;
  notes?: string;
};

/** All that a shop keeps about a customer; a name and a way to reach them are enough. */
export const CustomerFields = ({ customer = {} }: { customer?: Values }) => (
  <>
    <FormSection>
      <FormRow>
        <Field name="name" label="Name" required>
          <TextInput defaultValue={customer.name} autoFocus={!customer.name} />
        </Field>
        <Field name="company" label="Company">
          <TextInput defaultValue={customer.company} />
        </Field>
        <Field name="accountType" label="Account" hint="Whose prices they get when they pay themselves.">
          <Select options={accountOptions} defaultValue={customer.accountType} />
        </Field>
        <Field name="phone" label="Phone" hint="A phone number or an e-mail address is needed.">
          <PhoneInput defaultValue={formatPhone(customer.phone ?? "")} />
        </Field>
        <Field name="email" label="E-mail">
          <TextInput type="email" defaultValue={customer.email} />
        </Field>
      </FormRow>
    </FormSection>
    <FormSection title="Address">
      <AddressFields address={customer} />
    </FormSection>
    <FormSection title="Tax and notes">
      <Checkbox name="taxExempt" label="Exempt from sales tax" defaultChecked={customer.taxExempt} />
      <FormRow>
        <Field name="taxCertificate" label="Exemption certificate no.">
          <TextInput defaultValue={customer.taxCertificate} />
        </Field>
        <Field
          name="taxCertificateUntil"
          label="Certificate holds until"
          hint="Empty where it has no end. After that day they are taxed."
        >
          <DateInput
            {...yearRange("certificate")}
            defaultValue={customer.taxCertificateUntil ? dayOf(customer.taxCertificateUntil) : undefined}
          />
        </Field>
      </FormRow>
      <Field name="notes" label="Notes">
        <TextArea defaultValue={customer.notes} />
      </Field>
    </FormSection>
  </>
);

import { Checkbox } from "@/components/form/checkbox";
import { Field } from "@/components/form/field";
import { FormRow, FormSection } from "@/components/form/form-row";
import { PhoneInput } from "@/components/form/phone-input";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { formatPhone } from "@/lib/phone";
import { stateOptions } from "@/lib/states";

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
        <Field name="phone" label="Phone" hint="A phone number or an e-mail address is needed.">
          <PhoneInput defaultValue={formatPhone(customer.phone ?? "")} />
        </Field>
        <Field name="email" label="E-mail">
          <TextInput type="email" defaultValue={customer.email} />
        </Field>
      </FormRow>
    </FormSection>
    <FormSection title="Address">
      <Field name="street" label="Street">
        <TextInput defaultValue={customer.street} />
      </Field>
      <FormRow fields={3}>
        <Field name="city" label="City">
          <TextInput defaultValue={customer.city} />
        </Field>
        <Field name="state" label="State">
          <Select options={stateOptions} defaultValue={customer.state} placeholder="–" />
        </Field>
        <Field name="zip" label="ZIP">
          <TextInput defaultValue={customer.zip} inputMode="numeric" maxLength={10} />
        </Field>
      </FormRow>
    </FormSection>
    <FormSection title="Tax and notes">
      <Checkbox name="taxExempt" label="Exempt from sales tax" defaultChecked={customer.taxExempt} />
      <Field name="taxCertificate" label="Exemption certificate no.">
        <TextInput defaultValue={customer.taxCertificate} />
      </Field>
      <Field name="notes" label="Notes">
        <TextArea defaultValue={customer.notes} />
      </Field>
    </FormSection>
  </>
);

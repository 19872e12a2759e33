import { House, Truck } from "lucide-react";
import { Checkbox } from "@/components/form/checkbox";
import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow, FormSection } from "@/components/form/form-row";
import { MoneyInput, PercentInput } from "@/components/form/number-inputs";
import { PhoneInput } from "@/components/form/phone-input";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { answerKit } from "./actions";

const insurers = ["Alder Mutual", "Birch Casualty", "Cypress Auto", "Dogwood Insurance"].map(
  (label, index) => ({
    value: `${index + 1}`,
    label: `${label} (demo)`,
    hint: "Glass claims by phone",
  }),
);
const sources = ["Walk-in", "Phone", "Website"].map((label) => ({ value: label.toLowerCase(), label }));

/** Every kind of field, in one form that can be refused in every way. */
export const KitForm = () => (
  <Card title="New job" description="Try “no”, “out” or “bug” as the customer.">
    <Form
      action={answerKit}
      submit="Create job"
      aside={
        <ButtonLink href="/dev/kit" variant="ghost">
          Cancel
        </ButtonLink>
      }
    >
      <FormSection>
        <FormRow>
          <Field name="customer" label="Customer" required>
            <TextInput autoComplete="name" />
          </Field>
          <Field name="phone" label="Phone" hint="We text the arrival time to this number.">
            <PhoneInput />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="insurer" label="Insurer">
            <Combobox options={insurers} />
          </Field>
          <Field name="source" label="How they found us">
            <Select options={sources} placeholder="Choose one" />
          </Field>
        </FormRow>
        <FormRow fields={3}>
          <Field name="deductible" label="Deductible">
            <MoneyInput defaultCents={10000} />
          </Field>
          <Field name="discount" label="Discount">
            <PercentInput defaultBps={825} />
          </Field>
          <Field name="day" label="Day">
            <DateInput />
          </Field>
        </FormRow>
        <RadioCards
          name="place"
          label="Where"
          defaultValue="shop"
          options={[
            { value: "shop", label: "In the shop", hint: "Static calibration possible", icon: <House /> },
            { value: "mobile", label: "Mobile", hint: "Adds the trip fee", icon: <Truck /> },
          ]}
        />
        <Field name="notes" label="Notes for the technician">
          <TextArea />
        </Field>
        <Checkbox
          name="texting"
          label="May text this customer"
          hint="Ask first; the answer is kept with the date."
        />
      </FormSection>
    </Form>
  </Card>
);

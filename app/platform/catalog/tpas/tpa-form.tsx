import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow, FormSection } from "@/components/form/form-row";
import { PhoneInput } from "@/components/form/inputs/phone-input";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/forms/form";
import { HOME } from "../home";

type Tpa = {
  id: string;
  name: string;
  phone: string;
  portalUrl: string;
  tradingPartnerId: string;
  numberLabel: string;
  numberDigits: number | null;
  shown: string;
};

export const TpaForm = ({ action, submit, tpa }: { action: FormAction; submit: string; tpa?: Tpa }) => (
  <Card>
    <Form
      action={action}
      submit={submit}
      aside={
        <ButtonLink variant="ghost" href={`${HOME}/tpas`}>
          Cancel
        </ButtonLink>
      }
    >
      <FormSection>
        <FormRow>
          <Field name="name" label="Administrator" required>
            <TextInput autoFocus={!tpa} defaultValue={tpa?.name} />
          </Field>
          <Field name="phone" label="Phone">
            <PhoneInput defaultValue={tpa?.phone} />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="portalUrl" label="Portal" hint="Such as https://portal.example.com.">
            <TextInput type="url" inputMode="url" defaultValue={tpa?.portalUrl} />
          </Field>
          <Field
            name="tradingPartnerId"
            label="EDI trading partner id"
            hint="Whom its electronic invoices are addressed to."
          >
            <TextInput defaultValue={tpa?.tradingPartnerId} className="font-mono" />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="numberLabel" label="Its number for a job is called" required>
            <TextInput
              defaultValue={tpa?.numberLabel ?? "Dispatch number"}
              suggestions={["Dispatch number", "Referral number"]}
            />
          </Field>
          <Field name="numberDigits" label="Digits of that number" hint="Empty where it differs.">
            <TextInput
              inputMode="numeric"
              maxLength={2}
              defaultValue={tpa?.numberDigits ? String(tpa.numberDigits) : ""}
            />
          </Field>
        </FormRow>
      </FormSection>
      {tpa && <input type="hidden" name="id" value={tpa.id} />}
      {tpa && <input type="hidden" name="shown" value={tpa.shown} />}
    </Form>
  </Card>
);

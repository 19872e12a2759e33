"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { DateInput } from "@/components/form/inputs/date-input";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { SignatureInput } from "@/components/form/inputs/signature-input";
import { TextArea } from "@/components/form/inputs/text-area";
import { TextInput } from "@/components/form/inputs/text-input";
import { Card } from "@/components/ui/card";
import { dayRange } from "@/lib/date-range";
import { acceptWording, textsWording } from "@/lib/domain/quotes/signing/wording";
import { gradeNames } from "@/lib/domain/quotes/work";
import type { FormAction } from "@/lib/forms/form";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { windowNames } from "@/lib/glass/time-window";
import { formatCents } from "@/lib/money";

/** What there is to decide. */
export type Choice = {
  /** Goes back with the signature, see `shown`. */
  seal: string;
  options: { option: number | null; grade: string; customerCents: number }[];
  mobile: boolean;
  address: { street: string; city: string; zip: string };
  /** As kept; empty where the shop has none. */
  phone: string;
};

type SignFormProps = { action: FormAction; choice: Choice; shop: string; today: string };

/** The customer's own screen: which glass, when, texts or not, and their name under it. */
export const SignForm = ({ action, choice, shop, today }: SignFormProps) => {
  const { seal, options, mobile, address, phone } = choice;
  const [picked, setPicked] = useState(options.length === 1 ? 0 : -1);
  const price = options[picked]?.customerCents;
  return (
    <Card title="Accept this quote">
      <Form
        action={action}
        submit={price === undefined ? "Accept and sign" : `Accept and sign: ${formatCents(price)}`}
      >
        <div
          className="space-y-5"
          onChange={(event) => {
            const { name, value } = event.target as unknown as HTMLInputElement;
            if (name === "option") setPicked(options.findIndex(({ option }) => String(option) === value));
          }}
        >
          <input type="hidden" name="seal" value={seal} />
          {options.length > 1 && (
            <>
              <input type="hidden" name="choose" value="on" />
              <RadioCards
                name="option"
                label="Which glass"
                required
                options={options.map(({ option, grade, customerCents }) => ({
                  value: String(option),
                  label: gradeNames[grade as GlassGrade],
                  hint: `You pay ${formatCents(customerCents)}`,
                }))}
              />
            </>
          )}
          <FormRow>
            <Field name="day" label="Which day suits you?" required>
              <DateInput {...dayRange("visit", today)} />
            </Field>
          </FormRow>
          <RadioCards
            name="timeWindow"
            label="Time of day"
            columns={3}
            defaultValue="day"
            options={Object.entries(windowNames).map(([value, label]) => ({ value, label }))}
          />
          {mobile && (
            <>
              <Field name="street" label="Where do we find the car? Street" required>
                <TextInput defaultValue={address.street} autoComplete="street-address" />
              </Field>
              <FormRow>
                <Field name="city" label="City">
                  <TextInput defaultValue={address.city} autoComplete="address-level2" />
                </Field>
                <Field name="zip" label="ZIP">
                  <TextInput
                    defaultValue={address.zip}
                    inputMode="numeric"
                    maxLength={10}
                    autoComplete="postal-code"
                  />
                </Field>
              </FormRow>
            </>
          )}
          <Field name="notes" label="Anything we should know?">
            <TextArea />
          </Field>
          {phone && <Checkbox name="texts" label={textsWording(shop, phone)} />}
          <Field name="name" label="Your full name" required>
            <TextInput autoComplete="name" />
          </Field>
          <SignatureInput
            name="drawing"
            label="Your signature"
            under={seal}
            hint="With finger, pen or mouse. Without one, your typed name is your signature."
          />
          <p className="text-ink-soft">{acceptWording(shop, price ?? null)}</p>
        </div>
      </Form>
    </Card>
  );
};

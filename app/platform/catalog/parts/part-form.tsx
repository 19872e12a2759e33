"use client";

import { Checkbox } from "@/components/form/checkbox";
import { DateInput } from "@/components/form/date-input";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow, FormSection } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/number-inputs";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form";
import { FEATURES } from "@/lib/glass/candidates";
import { FitRows } from "./fit-rows";
import type { PartTexts } from "./part-texts";

const calibrations = [
  { value: "none", label: "None" },
  { value: "static", label: "Static: with targets" },
  { value: "dynamic", label: "Dynamic: on the road" },
  { value: "dual", label: "Both" },
];

type PartFormProps = { action: FormAction; submit: string; cancel: string; part?: PartTexts };

/** All that the catalogue says of one part. What the number itself says is not asked. */
export const PartForm = ({ action, submit, cancel, part }: PartFormProps) => (
  <Card>
    <Form
      action={action}
      submit={submit}
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      {part && <input type="hidden" name="id" value={part.id} />}
      <FormSection title="Part">
        <FormRow>
          <Field
            name="nagsNumber"
            label="Part number"
            hint="Such as DW02501GTYN. It says which glass it is."
            required
          >
            <TextInput
              autoFocus={!part}
              defaultValue={part?.nagsNumber}
              className="font-mono uppercase"
              autoCapitalize="characters"
            />
          </Field>
          <Field name="side" label="Side" hint="Where the number does not say it.">
            <TextInput
              defaultValue={part?.side}
              suggestions={["left", "right", "front left", "front right", "rear left", "rear right"]}
            />
          </Field>
        </FormRow>
        <Field name="description" label="Description" hint="What the desk and the paper call it." required>
          <TextInput defaultValue={part?.description} maxLength={200} />
        </Field>
        <Checkbox
          name="demo"
          label="Demo part"
          hint="Its number and price are invented; every screen says so."
          defaultChecked={part?.demo}
        />
      </FormSection>
      <FormSection title="Price">
        <FormRow>
          <Field
            name="listPriceCents"
            label="List price"
            hint="Empty when none is known: quotes then ask for one."
          >
            <MoneyInput defaultCents={part?.listPriceCents} />
          </Field>
          <Field name="listEffectiveFrom" label="Holds from">
            <DateInput defaultValue={part?.listEffectiveFrom} />
          </Field>
        </FormRow>
      </FormSection>
      <FormSection title="Work and material">
        <FormRow fields={3}>
          <Field name="laborMinutes" label="Labor hours" hint="Such as 2.5.">
            <TextInput inputMode="decimal" defaultValue={part?.laborHours} className="tabular-nums" />
          </Field>
          <Field name="kitHalves" label="Adhesive kits" hint="In halves, such as 1.5.">
            <TextInput inputMode="decimal" defaultValue={part?.kits} className="tabular-nums" />
          </Field>
          <Field name="clipsQty" label="Clips">
            <TextInput inputMode="numeric" defaultValue={part?.clips} className="tabular-nums" />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="calibration" label="Calibration">
            <Select options={calibrations} defaultValue={part?.calibration ?? "none"} />
          </Field>
          <div className="sm:pt-5.5">
            <Checkbox
              name="mouldingRequired"
              label="Needs a moulding"
              defaultChecked={part?.mouldingRequired}
            />
          </div>
        </FormRow>
      </FormSection>
      <fieldset className="mt-6">
        <legend className="text-[0.9375rem] font-semibold">Features</legend>
        <p className="text-[0.8125rem] text-ink-faint">
          What tells this part from others for the same vehicle: the desk asks for it.
        </p>
        <div className="mt-2 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
          {Object.entries(FEATURES).map(([code, { label }]) => (
            <Checkbox
              key={code}
              name="features"
              value={code}
              label={label}
              defaultChecked={part?.features.includes(code)}
            />
          ))}
        </div>
      </fieldset>
      <FormSection title="Other numbers">
        <FormRow>
          <Field name="interchange" label="Interchanges with" hint="Part numbers, apart by commas.">
            <TextInput defaultValue={part?.interchange} className="font-mono" />
          </Field>
          <Field name="supersededBy" label="Superseded by" hint="The number to order in its place.">
            <TextInput defaultValue={part?.supersededBy} className="font-mono uppercase" />
          </Field>
        </FormRow>
      </FormSection>
      <FormSection
        title="Vehicles"
        hint="Which the desk offers this part for. Leave a row blank to leave it out."
      >
        <FitRows fits={part?.fits ?? []} />
      </FormSection>
    </Form>
  </Card>
);

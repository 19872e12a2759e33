"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/form/field";
import { FormRow, FormSection } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { DateInput } from "@/components/form/inputs/date-input";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { yearRange } from "@/lib/date-range";
import { FEATURES } from "@/lib/glass/parts/candidates";
import { FitRows, type TypedFit } from "./fit-rows";

const calibrations = [
  { value: "none", label: "None" },
  { value: "static", label: "Static: with targets" },
  { value: "dynamic", label: "Dynamic: on the road" },
  { value: "dual", label: "Both" },
];

type PartTexts = {
  listPriceCents: number | null;
  listEffectiveFrom: string | null;
  laborHours: string;
  kits: string;
  clips: string;
  calibration: string | null;
  mouldingRequired: boolean;
  features: string[];
  fits: TypedFit[];
};

type PartFieldsProps = {
  part?: PartTexts;
  /** What to say beside the day from which the list price holds; without it that day is not asked. */
  dayHint?: string;
  /** Between what the part is and the vehicles it fits. */
  children?: ReactNode;
};

/** What a part costs, brings along and fits: the same of a shared part and of a shop's own. */
export const PartFields = ({ part, dayHint, children }: PartFieldsProps) => (
  <>
    <FormSection title="Price">
      <FormRow>
        <Field
          name="listPriceCents"
          label="List price"
          hint="Empty when none is known: quotes then ask for one."
        >
          <MoneyInput defaultCents={part?.listPriceCents} />
        </Field>
        {dayHint && (
          <Field name="listEffectiveFrom" label="Holds from" hint={dayHint}>
            <DateInput {...yearRange("listPrice")} defaultValue={part?.listEffectiveFrom} />
          </Field>
        )}
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
    {children}
    <FormSection
      title="Vehicles"
      hint="Which the desk offers this part for. Leave a row blank to leave it out."
    >
      <FitRows fits={part?.fits ?? []} />
    </FormSection>
  </>
);

"use client";

import { Combobox } from "@/components/form/combobox/combobox";
import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { DateInput } from "@/components/form/inputs/date-input";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { yearRange } from "@/lib/date-range";
import { SAMPLE_MILES } from "@/lib/domain/pricing/preview/preview";
import type { Sample } from "@/lib/domain/pricing/sample";

const works = [
  { value: "glass", label: "Replace the glass" },
  { value: "chips", label: "Repair two chips" },
];
const payers = [
  { value: "cash", label: "The customer" },
  { value: "insurance", label: "An insurer" },
];
const grades = [
  { value: "aftermarket", label: "Aftermarket" },
  { value: "oee", label: "OEE" },
  { value: "oem", label: "OEM" },
  { value: "dealer", label: "Dealer" },
];
const calibrations = [
  { value: "part", label: "As the part needs" },
  { value: "static", label: "Static" },
  { value: "dynamic", label: "Dynamic" },
  { value: "dual", label: "Static and dynamic" },
];

type SampleControlsProps = {
  catalogUrl: string;
  sample: Sample | null;
  /** The form beside is about one part, so the sample is that part. */
  partIsFixed: boolean;
  choosesPayer: boolean;
  /** Where the sample trip leads until somebody says otherwise: the shop's own ZIP code. */
  zip: string;
  onChange: (form: HTMLFormElement) => void;
};

/** What the sample quote is about: a small form of its own, which posts nothing. */
export const SampleControls = ({
  catalogUrl,
  sample,
  partIsFixed,
  choosesPayer,
  zip,
  onChange,
}: SampleControlsProps) => (
  <details className="mt-4 border-t border-line pt-3">
    <summary className="cursor-pointer text-[0.8125rem] font-medium text-ink-soft hover:text-ink">
      Change the sample
    </summary>
    <form
      aria-label="Sample"
      autoComplete="off"
      className="mt-3 grid grid-cols-2 gap-3"
      onInput={(event) => onChange(event.currentTarget)}
      onSubmit={(event) => event.preventDefault()}
    >
      {!partIsFixed && (
        <Field name="sample" label="Catalog part" className="col-span-2">
          <Combobox
            url={catalogUrl}
            placeholder="Part number, make or model"
            defaultValue={
              sample && { value: sample.part.nagsNumber ?? "", label: sample.part.nagsNumber ?? "" }
            }
          />
        </Field>
      )}
      <Field name="work" label="Work">
        <Select options={works} />
      </Field>
      {choosesPayer && (
        <Field name="payer" label="Who pays">
          <Select options={payers} />
        </Field>
      )}
      <Field name="grade" label="Grade">
        <Select options={grades} />
      </Field>
      <Field name="calibration" label="Calibration">
        <Select options={calibrations} />
      </Field>
      <Field name="on" label="Day" hint="Empty is today.">
        <DateInput {...yearRange("lookup")} />
      </Field>
      <div className="col-span-2">
        <Checkbox name="mobile" label="At the customer's place" defaultChecked />
      </div>
      <Field name="miles" label="Miles to go">
        <TextInput inputMode="decimal" defaultValue={String(SAMPLE_MILES)} />
      </Field>
      <Field name="zip" label="ZIP code there">
        <TextInput inputMode="numeric" defaultValue={zip} />
      </Field>
    </form>
  </details>
);

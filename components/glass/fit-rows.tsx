"use client";

import { Field } from "@/components/form/field";
import { TextInput } from "@/components/form/inputs/text-input";
import { RowBox } from "@/components/form/row-box";
import { useRowNumbers } from "@/components/form/use-row-numbers";
import { Button } from "@/components/ui/buttons/button";
import { Icon } from "@/components/ui/icon";

/** A vehicle that a part fits. */
export type TypedFit = {
  yearFrom: number;
  yearTo: number;
  make: string;
  model: string;
  bodyStyle: string | null;
};

/** The vehicles of a part: the saved ones, then a blank row. */
export const FitRows = ({ fits }: { fits: TypedFit[] }) => {
  const { box, numbers, add, remove } = useRowNumbers("fits", fits.length);
  return (
    <div ref={box} className="grid gap-3">
      {numbers.map((number, index) => (
        <RowBox key={number} name={`Vehicle ${index + 1}`} onRemove={() => remove(number)}>
          <FitFields prefix={`fits.${number}`} fit={fits[number]} />
        </RowBox>
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Icon name="plus" /> Add a vehicle
        </Button>
      </div>
    </div>
  );
};

const FitFields = ({ prefix, fit }: { prefix: string; fit?: TypedFit }) => (
  <div className="grid grid-cols-2 items-start gap-3 md:grid-cols-[5.5rem_5.5rem_1fr_1fr_1fr]">
    <Field name={`${prefix}.yearFrom`} label="From year">
      <TextInput inputMode="numeric" maxLength={4} defaultValue={fit && String(fit.yearFrom)} />
    </Field>
    <Field name={`${prefix}.yearTo`} label="To year">
      <TextInput inputMode="numeric" maxLength={4} defaultValue={fit && String(fit.yearTo)} />
    </Field>
    <Field name={`${prefix}.make`} label="Make">
      <TextInput defaultValue={fit?.make} />
    </Field>
    <Field name={`${prefix}.model`} label="Model">
      <TextInput defaultValue={fit?.model} />
    </Field>
    <Field name={`${prefix}.bodyStyle`} label="Body style" className="max-md:col-span-2">
      <TextInput defaultValue={fit?.bodyStyle} placeholder="Any" />
    </Field>
  </div>
);
